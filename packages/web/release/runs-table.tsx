import { Button } from '../parts/button.tsx';
import { Table } from '../parts/table.tsx';
import { number, percent } from '../words.ts';
import { stays, type NumberedRun } from './desk.ts';
import type { Studio } from './use-desk.ts';
import { duration, methodWords, tenths } from './words.ts';

/** The releases that were made, side by side; the chosen one goes on. */
export function RunsTable({ studio: { desk, runs, chosen, ledger } }: { studio: Studio }) {
  return (
    <Table<NumberedRun>
      stacks
      caption="Preserved, off and expansion look at the true records and are not for publication. The error of a release with noise is not shown, because choosing by it would tell more than the budget covers."
      rows={runs}
      rowKey={({ number: each }) => String(each)}
      columns={[
        {
          title: 'Release',
          heads: true,
          cell: (run) => (
            <label className="tick">
              <input
                type="radio"
                name="chosen-run"
                checked={run.number === chosen}
                onChange={() => desk.choose(run.number)}
              />
              <span>{run.number}</span>
            </label>
          ),
        },
        {
          title: 'Promise',
          cell: (run) => (
            <>
              {promiseOf(run)}
              {stays(run, { ledger }) && (
                <>
                  {' '}
                  <span className="tag warn">Stays in the house</span>
                </>
              )}
            </>
          ),
        },
        { title: 'Records', figure: true, cell: ({ manifest }) => number(manifest.records) },
        {
          title: 'Combinations told',
          figure: true,
          cell: ({ combinations }) => number(combinations),
        },
        {
          title: 'Preserved',
          figure: true,
          cell: (run) => {
            const kept = overall(run)?.preserved?.value;
            return kept === undefined ? '–' : tenths(kept);
          },
        },
        {
          title: 'Off by, mean',
          figure: true,
          cell: (run) => {
            const error = overall(run)?.errorAtLeastK;
            return error === undefined || error === null ? '–' : number(error.value, 1);
          },
        },
        {
          title: 'Expansion',
          figure: true,
          cell: ({ inside }) => {
            const share = rounded(inside?.evaluation.expansion);
            return share === null || share === undefined ? '–' : percent(share);
          },
        },
        { title: 'Took', cell: ({ seconds }) => duration(seconds) },
        {
          title: 'Throw away',
          cell: (run) => (
            <span className="studio-inline">
              <Button tone="quiet" onClick={() => desk.drop(run.number)}>
                Throw away
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

function promiseOf({ settings }: NumberedRun): string {
  return settings.kind === 'k'
    ? `k = ${settings.k}, up to ${settings.length} values, ${methodWords[settings.method].title.toLowerCase()}`
    : `ε = ${settings.epsilon}, up to ${settings.length} values`;
}

function overall({ inside }: NumberedRun) {
  return inside?.evaluation.byLength.at(-1);
}

/** What rounds to nothing has no sign. */
function rounded(share: number | null | undefined) {
  return share !== null && share !== undefined && Math.abs(share) < 0.005 ? 0 : share;
}
