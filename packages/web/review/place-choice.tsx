import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, list } from '../words.ts';

export type FoundPlace = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly parents: readonly { readonly id: string; readonly name: string }[];
};

/** One place with the larger ones it lies in. */
export const placeQuery = (partnership: string, place: string) =>
  queryOptions({
    queryKey: ['place', partnership, place, 'found'],
    queryFn: () => loadPlace(partnership, place),
  });

const most = 8;

/** Finds a place by its name or code and chooses it. */
export function PlaceChoice({
  partnership,
  title,
  chosen,
  onChoose,
}: {
  partnership: string;
  title: string;
  chosen: FoundPlace | null;
  onChoose: (place: FoundPlace | null) => void;
}) {
  const heading = useId();
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {chosen === null ? (
        <PlaceSearch partnership={partnership} label="Name or code" onChoose={onChoose} />
      ) : (
        <div className="row">
          <span>
            <span className="strong">{chosen.name}</span>{' '}
            <span className="soft">{placeWords(chosen)}</span>
          </span>
          <Button onClick={() => onChoose(null)}>Choose another place</Button>
        </div>
      )}
    </section>
  );
}

export function PlaceSearch({
  partnership,
  label,
  onChoose,
}: {
  partnership: string;
  label: string;
  onChoose: (place: FoundPlace) => void;
}) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const { data, error } = useQuery({
    queryKey: ['places', partnership, query, most],
    queryFn: () =>
      got(
        api.partnerships[':partnership'].places.$get({
          param: { partnership },
          query: { query, limit: String(most) },
        }),
      ),
    enabled: query.length > 1,
    placeholderData: keepPreviousData,
  });
  const found = query.length > 1 ? (data?.places ?? []) : [];
  return (
    <div className="stack">
      <TextField
        label={label}
        type="search"
        hint="Two letters are enough to begin."
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <Problems error={error} />
      <p role="status" className="small soft">
        {query.length > 1 && data !== undefined && foundWords(found.length, data.total)}
      </p>
      {query.length > 1 && data?.total === 0 && (
        <p>
          <Link to="/p/$partnership/places/new" params={{ partnership }}>
            Add a place
          </Link>
        </p>
      )}
      {found.length > 0 && (
        <ul className="found-places">
          {found.map((place) => (
            <li key={place.id}>
              <span>
                <span className="strong">{place.name}</span>{' '}
                <span className="small soft">{placeWords(place)}</span>
              </span>
              <Button onClick={() => onChoose(place)}>
                Choose<span className="unseen"> {place.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function foundWords(shown: number, total: number): string {
  if (total === 0) return 'No place of this name.';
  return total > shown
    ? `The first ${shown} of ${count(total, 'place', 'places')}; type more to narrow it down.`
    : count(total, 'place', 'places');
}

/** "district in Essex and East of England" */
export function placeWords({ type, parents }: Pick<FoundPlace, 'type' | 'parents'>): string {
  const kind = type.replaceAll('-', ' ');
  return parents.length === 0 ? kind : `${kind} in ${list(parents.map(({ name }) => name))}`;
}

async function loadPlace(partnership: string, place: string): Promise<FoundPlace> {
  const found = await got(
    api.partnerships[':partnership'].places[':place'].$get({ param: { partnership, place } }),
  );
  const { id, name, type } = found.place;
  return {
    id,
    name,
    type,
    parents: found.parents.map((each) => ({ id: each.id, name: each.name })),
  };
}
