import { Link } from '@tanstack/react-router';
import { moneySaid, pathwaySaid, statusSaid, timingSaid } from '@freehold/core/prevention';
import { Table } from '../parts/table.tsx';
import { list as joined, number } from '../words.ts';
import type { Intervention, TypeList } from './calls.ts';
import type { Here } from './frame.tsx';
import { TypeName } from './type-tag.tsx';

/** Interventions as a table; on a phone each is a block. */
export function InterventionTable({
  interventions,
  list,
  here,
}: {
  interventions: readonly Intervention[];
  list: TypeList;
  here: Pick<Here, 'partnership' | 'search'>;
}) {
  return (
    <Table<Intervention>
      caption={`${interventions.length} in the order in which they were written down`}
      stacks
      rows={interventions}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Intervention',
          heads: true,
          cell: ({ id, name }) => (
            <Link
              to="/p/$partnership/plan/interventions/$intervention"
              params={{ partnership: here.partnership, intervention: id }}
              search={here.search}
            >
              {name}
            </Link>
          ),
        },
        { title: 'Type', cell: ({ type }) => <TypeName list={list} code={type} /> },
        {
          title: 'Pathway and timing',
          cell: ({ pathways, timing }) =>
            `${joined(pathways.map((code) => pathwaySaid(code)))}; ${joined(timing.map((when) => timingSaid[when])).toLowerCase()}`,
        },
        { title: 'Lead', cell: ({ lead }) => (lead === '' ? '– nobody yet' : lead) },
        { title: 'Status', cell: ({ status }) => statusSaid[status] },
        {
          title: 'Budget',
          figure: true,
          cell: ({ budget, currency }) =>
            budget === null ? '– not known' : moneySaid(budget, currency),
        },
        {
          title: 'Reached',
          figure: true,
          cell: ({ reachActual, reachTarget }) =>
            `${reachActual === null ? '–' : number(reachActual)} of ${reachTarget === null ? '–' : number(reachTarget)}`,
        },
      ]}
    />
  );
}
