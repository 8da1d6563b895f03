import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AreaMap } from '../figure/index.ts';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { boundariesQuery, type Home } from './calls.ts';
import { placeTypes, usualParent } from './words.ts';

/** Where a place lies. Boundaries are large, so they are fetched only when somebody opens the map. */
export function NeighbourMap({
  partnership,
  place,
}: {
  partnership: string;
  place: Home['place'];
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="method" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Where {place.name} is</summary>
      {open && <Neighbours partnership={partnership} place={place} />}
    </details>
  );
}

/** A place among those of its type within the same parent; among all of its type where it has none. */
export function Neighbours({
  partnership,
  place,
}: {
  partnership: string;
  place: Pick<Home['place'], 'id' | 'name' | 'type' | 'parents'>;
}) {
  const parent = usualParent(place.name, place.parents);
  const { data, error } = useQuery(boundariesQuery(partnership, place.type, parent?.id ?? null));
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="the map" />;
  const [, many] = placeTypes[place.type];
  if (!data.features.some(({ properties }) => properties.id === place.id)) {
    return <p className="soft">No boundary of {place.name} has been imported.</p>;
  }
  return (
    <AreaMap
      finding={
        parent === null
          ? `${place.name} among other ${many}`
          : `${place.name} within ${parent.name}`
      }
      measure={`Boundaries of ${many}`}
      fileName={`${place.name} map`}
      own={place.id}
      features={data.features.map(({ properties, geometry }) => ({
        id: properties.id,
        name: properties.name,
        geometry,
        href: `/p/${partnership}/places/${properties.id}`,
      }))}
    />
  );
}
