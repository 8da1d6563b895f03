import { useQuery } from '@tanstack/react-query';
import { GeoMap } from '../figure/geo-map.tsx';
import type { MapClass } from '../figure/geo-map-classes.ts';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { boundariesQuery, placeQuery } from '../place/calls.ts';
import { placeTypes, usualParent } from '../place/words.ts';
import { count, list } from '../words.ts';
import type { Intervention, Portfolio } from './calls.ts';
import type { Here } from './frame.tsx';

const classes: readonly MapClass[] = [
  { least: 0, words: 'none' },
  { least: 1, words: '1' },
  { least: 2, words: '2 or 3' },
  { least: 4, words: '4 or more' },
];

type Line = { readonly id: string; readonly name: string; readonly at: readonly Intervention[] };

/** Where interventions are: places of the plan’s own type around it, with what each has. */
export function PortfolioMap({
  interventions,
  places,
  here,
}: {
  interventions: readonly Intervention[];
  places: Portfolio['places'];
  here: Here;
}) {
  const everywhere = interventions.filter((each) => each.places.length === 0);
  const lines: readonly Line[] = places.map(({ id, name }) => ({
    ...{ id, name },
    at: interventions.filter((each) => each.places.includes(id)),
  }));
  const says = (at: readonly Intervention[]) => at.map(({ name }) => name).join('; ');
  return (
    <>
      <Drawn {...{ lines, here }} />
      <Table<Line>
        caption="Interventions by place"
        stacks
        rows={[...lines, { id: '', name: 'No place named: everywhere', at: everywhere }]}
        rowKey={({ id }) => id}
        columns={[
          { title: 'Place', heads: true, cell: ({ name }) => name },
          { title: 'Interventions', figure: true, cell: ({ at }) => at.length },
          { title: 'Which', cell: ({ at }) => (at.length === 0 ? '–' : says(at)) },
        ]}
      />
    </>
  );
}

function Drawn({ lines, here }: { lines: readonly Line[]; here: Here }) {
  const home = useQuery({
    ...placeQuery(here.partnership, here.plan.place?.id ?? ''),
    enabled: here.plan.place !== null,
  });
  const place = home.data ?? null;
  const parent = place === null ? null : usualParent(place.place.name, place.parents);
  const { data, error } = useQuery({
    ...boundariesQuery(here.partnership, place?.place.type ?? 'custom', parent?.id ?? null),
    enabled: place !== null,
  });
  if (error) return <Problems error={error} />;
  if (data === undefined || place === null) return <Loading what="the map" />;
  const [, many] = placeTypes[place.place.type];
  if (data.features.length === 0)
    return <p className="soft">No boundaries of {many} have been imported, so there is no map.</p>;
  const at = new Map(lines.map((line) => [line.id, line.at]));
  const drawn = data.features
    .map(({ properties: { id, name }, geometry }) => ({ id, name, geometry, at: at.get(id) ?? [] }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const shown = new Set(drawn.map(({ id }) => id));
  const apart = lines.filter((line) => line.at.length > 0 && !shown.has(line.id));
  return (
    <GeoMap
      finding={`${count(drawn.filter((each) => each.at.length > 0).length, 'place', 'places')} of ${drawn.length} on the map are named by an intervention`}
      measure="Planned and running interventions that name the place"
      fileName={`${place.place.name} interventions by place`}
      areas={drawn.map(({ at: named, ...area }) => ({ ...area, value: named.length }))}
      classes={classes}
      readings={drawn.map(
        ({ name, at: named }) =>
          `${name}: ${named.length === 0 ? 'none' : named.map((each) => each.name).join(', ')}`,
      )}
      hrefs={drawn.map(({ id }) => `/p/${here.partnership}/places/${id}`)}
      table={{
        caption: 'Interventions by place',
        columns: [{ title: 'Place' }, { title: 'Interventions', decimals: 0 }, { title: 'Which' }],
        rows: drawn.map(({ name, at: named }) => [
          name,
          named.length,
          named.map((each) => each.name).join('; '),
        ]),
      }}
      note={
        <p>
          The number in each place is how many interventions name it; the darker, the more.
          {apart.length > 0 &&
            ` Without an outline here, and in the table below only: ${list(apart.map(({ name }) => name))}.`}
        </p>
      }
    />
  );
}
