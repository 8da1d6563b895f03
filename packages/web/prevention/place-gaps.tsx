import { pathwaySaid, placeGaps, timingSaid, type PlaceGaps } from '@freehold/core/prevention';
import { Table } from '../parts/table.tsx';
import { list } from '../words.ts';
import type { Portfolio } from './calls.ts';

/** What each place lacks: pathways and timings that nothing there speaks to. */
export function PlaceGapTable({ data }: { data: Portfolio }) {
  const names = new Map(data.places.map(({ id, name }) => [id, name]));
  const rows = placeGaps(data.interventions, [...names.keys()]);
  if (rows.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="place-gaps">
      <h2 id="place-gaps">What each place lacks</h2>
      <Table<PlaceGaps>
        caption="What names no place counts in every place"
        stacks
        rows={rows}
        rowKey={({ place }) => place}
        columns={[
          { title: 'Place', heads: true, cell: ({ place }) => names.get(place) ?? place },
          { title: 'Planned and running', figure: true, cell: ({ n }) => n },
          {
            title: 'Pathways without anything',
            cell: ({ pathways }) =>
              pathways.length === 0 ? 'none' : list(pathways.map((code) => pathwaySaid(code))),
          },
          {
            title: 'Timings without anything',
            cell: ({ timings }) =>
              timings.length === 0 ? 'none' : list(timings.map((when) => timingSaid[when])),
          },
        ]}
      />
    </section>
  );
}
