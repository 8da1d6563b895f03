import { moneySaid, Timing, timingSaid, type Figures } from '@freehold/core/prevention';
import { Table } from '../parts/table.tsx';
import { number, percent } from '../words.ts';
import { Balance } from './balance.tsx';
import type { Portfolio } from './calls.ts';

type Line = { readonly what: string; readonly of: (found: Figures) => string };

const lines: readonly Line[] = [
  { what: 'Planned and running', of: ({ n }) => number(n) },
  {
    what: 'Known spend',
    of: ({ spend, currency }) => (spend === null ? '– not known' : moneySaid(spend, currency)),
  },
  ...Timing.options.map((when) => ({
    what: `${timingSaid[when]}, share of known spend`,
    of: ({ balance: { spend } }: Figures) =>
      spend === null ? '– not known' : percent(spend[when]),
  })),
  { what: 'Cells with something in them', of: ({ coverage: c }) => `${c.filled} of ${c.of}` },
  {
    what: 'Evenness over the pathways, 0 to 1',
    of: ({ evenness }) => (evenness === null ? '– nothing' : number(evenness, 2)),
  },
  { what: 'May overlap', of: ({ overlaps }) => number(overlaps.length) },
];

/** The portfolio as it is and as it would be, number by number. */
export function SideBySide({
  now,
  then,
  setting,
  place,
}: {
  now: Figures;
  then: Figures;
  setting: Portfolio['setting'];
  place: string;
}) {
  return (
    <>
      <Table<Line>
        caption="Now, and as it would be"
        rows={lines}
        rowKey={({ what }) => what}
        columns={[
          { title: 'What', heads: true, cell: ({ what }) => what },
          { title: 'Now', figure: true, cell: ({ of }) => of(now) },
          {
            title: 'Then',
            figure: true,
            cell: ({ of }) =>
              of(then) === of(now) ? (
                <span className="soft">{of(then)}</span>
              ) : (
                <strong>{of(then)}</strong>
              ),
          },
        ]}
      />
      <div className="two-figures">
        <Balance found={now} {...{ setting, place }} words="Now" />
        <Balance found={then} {...{ setting, place }} words="Then" />
      </div>
    </>
  );
}
