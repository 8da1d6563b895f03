import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayCoordinate } from '@freehold/core/access';
import { Button, buttonClass } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, number } from '../words.ts';
import { placeQuery, type OnePlace } from './calls.ts';
import { useHomePlace } from './home-place.ts';
import { Neighbours } from './neighbour-map.tsx';
import { heading, placeTypes, whatPlaceIs } from './words.ts';
import '../look/place.css';

/** What a place is: its type and code, what it lies in, what lies in it, its people and its boundary. */
export function AboutPlace() {
  const { partnership, place } = useParams({ from: '/p/$partnership/places/$place/about' });
  const { data, error } = useQuery(placeQuery(partnership, place));
  useCrumbs(
    { words: 'Places', to: `/p/${partnership}/places` },
    {
      words: data?.place.name ?? 'Place',
      ...(data !== undefined && { to: `/p/${partnership}/places/${place}` }),
    },
    { words: 'About' },
  );
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="this place" />;
  const at = { partnership, data };
  return (
    <Page
      title={`${data.place.name} is ${whatPlaceIs({ ...data.place, parents: data.parents })}`}
      lede={
        data.place.code === null
          ? 'It has no official code.'
          : `Official code ${data.place.code}${data.place.codeYear === null ? '' : `, as of ${data.place.codeYear}`}.`
      }
      action={<HomeChoice {...at} />}
    >
      <p>
        <Link
          className={buttonClass()}
          to="/p/$partnership/places/$place"
          params={{ partnership, place }}
        >
          Scores, gaps and data of {data.place.name}
        </Link>
      </p>
      <Around {...at} />
      <Within {...at} />
      <Populations data={data} />
      {data.hasBoundary && (
        <section className="stack" aria-labelledby="map">
          <h2 id="map">Where it is</h2>
          <Neighbours partnership={partnership} place={{ ...data.place, parents: data.parents }} />
        </section>
      )}
    </Page>
  );
}

type Part = { readonly partnership: string; readonly data: OnePlace };

function HomeChoice({ partnership, data: { place } }: Part) {
  const mine = usePartnership(partnership);
  const choose = useHomePlace(partnership);
  if (mine === null || !mayCoordinate(mine.role)) return null;
  if (mine.homePlace === place.id) return <span className="tag good">your place</span>;
  return (
    <div>
      <Problems error={choose.error} />
      <Button tone="primary" disabled={choose.isPending} onClick={() => choose.mutate(place.id)}>
        Make it your partnership’s place
      </Button>
    </div>
  );
}

function Around({ partnership, data: { place, parents } }: Part) {
  return (
    <section className="stack-tight" aria-labelledby="around">
      <h2 id="around">What {place.name} lies in</h2>
      {parents.length === 0 ? (
        <p className="soft">
          Nothing that Freehold knows of. A look-up can say it for many places at once.
        </p>
      ) : (
        <PlaceLinks partnership={partnership} places={parents} />
      )}
    </section>
  );
}

function Within({ partnership, data: { place, children, childCount } }: Part) {
  if (childCount === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="within">
      <h2 id="within">
        {count(childCount, 'place lies', 'places lie')} in {place.name}
      </h2>
      <PlaceLinks partnership={partnership} places={children} />
      {children.length < childCount && (
        <p className="small soft">The first {children.length} by name are shown.</p>
      )}
    </section>
  );
}

function PlaceLinks({
  partnership,
  places,
}: {
  partnership: string;
  places: OnePlace['children'];
}) {
  return (
    <ul className="place-links">
      {places.map(({ id, name, type }) => (
        <li key={id}>
          <Link to="/p/$partnership/places/$place/about" params={{ partnership, place: id }}>
            {name}
          </Link>{' '}
          <span className="small soft">{placeTypes[type][0]}</span>
        </li>
      ))}
    </ul>
  );
}

function Populations({ data: { place, populations } }: Pick<Part, 'data'>) {
  return (
    <section className="stack-tight" aria-labelledby="people">
      <h2 id="people">People who live there</h2>
      {populations.length === 0 ? (
        <p className="soft">
          No population is known. It is needed for rates, and comes with a look-up or a data file.
        </p>
      ) : (
        <Table
          caption={`Population of ${heading(place.name)} by year`}
          rows={populations}
          rowKey={({ year }) => String(year)}
          columns={[
            { title: 'Year', heads: true, cell: ({ year }) => year },
            { title: 'People', figure: true, cell: ({ population }) => number(population) },
            { title: 'Source', cell: ({ source }) => (source === '' ? '–' : source) },
          ]}
        />
      )}
    </section>
  );
}
