import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { PlaceType } from '@freehold/core/place';
import { Button, buttonClass } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { list } from '../words.ts';
import { placesQuery, type PlaceLine } from './calls.ts';
import { useSettled } from './settled.ts';
import { heading, placesTitle, placeTypes } from './words.ts';
import '../look/place.css';

/** All places that the partnership knows, to search and to choose from. */
export function Places() {
  const { partnership } = useParams({ from: '/p/$partnership/places' });
  const { find = '', type: asked = '' } = useSearch({ from: '/p/$partnership/places' });
  const type = PlaceType.safeParse(asked).data ?? null;
  const mine = usePartnership(partnership);
  const [limit, setLimit] = useState(step);
  const { data, error } = useQuery({
    ...placesQuery(partnership, { find, type, limit }),
    placeholderData: keepPreviousData,
  });
  useCrumbs({ words: 'Places' });
  if (error) return <Problems error={error} />;
  if (data === undefined || mine === null) return <Loading what="the places" />;
  const mayEdit = mayEditPlace(mine.role);
  const none = find === '' && type === null && data.total === 0;
  return (
    <Page
      title={placesTitle(data.total, find, type)}
      action={mayEdit && <Actions partnership={partnership} />}
    >
      {none ? (
        <NoPlaces />
      ) : (
        <>
          <Search find={find} type={type} types={data.types} />
          <PlaceTable partnership={partnership} places={data.places} home={mine.homePlace} />
          {data.places.length < data.total && (
            <div className="row">
              <Button onClick={() => setLimit(limit + step)}>Show more</Button>
              <span className="small soft">
                {data.places.length} of {data.total} shown
              </span>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

const step = 50;

function Actions({ partnership }: { partnership: string }) {
  return (
    <div className="row">
      <Link
        className={buttonClass('primary')}
        to="/p/$partnership/places/new"
        params={{ partnership }}
      >
        Add a place
      </Link>
      <Link
        className={buttonClass()}
        to="/p/$partnership/data/import"
        params={{ partnership }}
        search={{ kind: 'places' }}
      >
        Import places or boundaries
      </Link>
    </div>
  );
}

function Search({
  find,
  type,
  types,
}: {
  find: string;
  type: PlaceType | null;
  types: Readonly<Record<string, number>>;
}) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(find);
  const settled = useSettled(typed.trim());
  const go = (next: { find: string; type: PlaceType | null }) =>
    navigate({
      from: '/p/$partnership/places',
      to: '.',
      replace: true,
      search: {
        ...(next.find !== '' && { find: next.find }),
        ...(next.type !== null && { type: next.type }),
      },
    });
  useEffect(() => {
    if (settled !== find) void go({ find: settled, type });
    // Only what is typed sends off; a change of type goes by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <div className="row top">
      <TextField label="Find" type="search" value={typed} onChange={setTyped} />
      <Choice
        label="Type"
        value={type ?? 'all'}
        options={[
          ['all', 'All types'],
          ...PlaceType.options
            .filter((each) => (types[each] ?? 0) > 0)
            .map(
              (each) => [each, `${heading(placeTypes[each][1])} (${types[each] ?? 0})`] as const,
            ),
        ]}
        onChange={(next) => void go({ find: settled, type: next === 'all' ? null : next })}
      />
    </div>
  );
}

function PlaceTable({
  partnership,
  places,
  home,
}: {
  partnership: string;
  places: readonly PlaceLine[];
  home: string | null;
}) {
  return (
    <Table
      stacks
      caption="Places by name"
      rows={places}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Place',
          heads: true,
          cell: ({ id, name }) => (
            <>
              <Link to="/p/$partnership/places/$place" params={{ partnership, place: id }}>
                {name}
              </Link>{' '}
              {id === home && <span className="tag good">your place</span>}
            </>
          ),
        },
        { title: 'Type', cell: ({ type }) => placeTypes[type][0] },
        {
          title: 'Lies in',
          cell: ({ parents }) =>
            parents.length === 0 ? '–' : list(parents.map(({ name }) => name)),
        },
        {
          title: 'Official code',
          cell: ({ code, codeYear }) =>
            code === null ? '–' : `${code}${codeYear === null ? '' : ` (${codeYear})`}`,
        },
      ]}
    />
  );
}

function NoPlaces() {
  return (
    <Empty title="Bring the places you work with">
      <p>
        A look-up (a CSV that says which districts lie in which police force area) brings hundreds
        at once; boundaries (GeoJSON) draw the maps. A single place can be added by hand.
      </p>
    </Empty>
  );
}
