import { Link } from '@tanstack/react-router';
import { Table } from '../parts/table.tsx';
import { count } from '../words.ts';
import type { RoundSummary } from './calls.ts';
import { roundDates, stagesFinding } from './words.ts';

/** Every round of a place, the newest first. */
export function RoundsTable({
  partnership,
  rounds,
}: {
  partnership: string;
  rounds: readonly RoundSummary[];
}) {
  return (
    <Table
      caption="Rounds, the newest first"
      stacks
      rows={rounds.toReversed()}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Round',
          heads: true,
          cell: ({ id, title }) => (
            <Link to="/p/$partnership/cycle/$round" params={{ partnership, round: id }}>
              {title}
            </Link>
          ),
        },
        { title: 'When', cell: roundDates },
        {
          title: 'Stages',
          cell: ({ state, stages }) =>
            state === 'closed' ? <span className="tag">Closed</span> : stagesFinding(stages),
        },
        {
          title: 'Checklist',
          cell: ({ stages }) => {
            const sum = (key: 'items' | 'done') =>
              stages.reduce((all, stage) => all + stage[key], 0);
            return `${sum('done')} of ${sum('items')} done`;
          },
        },
        { title: 'Work', figure: true, cell: ({ balance }) => count(balance.n, 'piece', 'pieces') },
        {
          title: 'What was learnt',
          cell: ({ learning }) => (
            <span className="written">{learning === '' ? '–' : learning}</span>
          ),
        },
      ]}
    />
  );
}
