import { useMemo } from 'react';
import type { IndexDefinition, Moved, Stand } from '@freehold/core/composite';
import { Refusal } from '../api.ts';
import { Problems } from '../parts/problems.tsx';
import { Progress } from '../parts/progress.tsx';
import { Table } from '../parts/table.tsx';
import { count, list, number } from '../words.ts';
import { movesRank, type Effected } from './moved.ts';
import { decimalsFor, rankWords } from './view.ts';
import { useIndexWork, type Asked } from './work.ts';

/** Who moves by what was changed: where each may stand before and after, side by side. */
export function Effect({
  before,
  after,
  names,
  words,
}: {
  before: IndexDefinition;
  after: IndexDefinition;
  names: ReadonlyMap<string, string>;
  words: readonly [string, string];
}) {
  const asked = useMemo(
    () => (before === after ? null : ({ kind: 'effected', of: after, before } satisfies Asked)),
    [before, after],
  );
  const { work, stop, again } = useIndexWork('effected', asked);
  if (asked === null)
    return (
      <>
        <h2>What a change does</h2>
        <p className="soft">
          Change a step, and here stands at once who moves by it: where each may stand before and
          after.
        </p>
      </>
    );
  if (work.state !== 'done')
    return <Progress what="The effect" work={work} onStop={stop} onAgain={again} />;
  const { found } = work.value;
  if (!found.ok) return <Problems error={new Refusal(422, found.problems)} />;
  return <Movements {...{ names, words }} effected={found.value} />;
}

function Movements({
  effected: { beside, newlyIn },
  names,
  words,
}: {
  effected: Effected;
  names: ReadonlyMap<string, string>;
  words: readonly [string, string];
}) {
  const nameOf = ({ unit }: Pick<Moved, 'unit'>) => names.get(unit) ?? unit;
  const all = beside.units.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB'));
  const moving = all.filter(movesRank);
  const decimals = decimalsFor(all.map(({ stands }) => stands[1]?.score ?? null));
  const scoreWords = (stand: Stand | undefined) =>
    stand === undefined || stand.score === null ? '–' : number(stand.score, decimals);
  return (
    <>
      <h2 role="status">
        {moving.length === 0
          ? `No ${words[0]} moves beyond the chance of the draws`
          : `${count(moving.length, `${words[0]} moves`, `${words[1]} move`)}: ${few(moving.map(nameOf))}`}
      </h2>
      <Table<Moved>
        caption="Where each may stand, from 1 for the highest, and its value; 400 draws each"
        rows={all}
        rowKey={({ unit }) => unit}
        columns={[
          {
            title: 'Who',
            heads: true,
            cell: (row) => (movesRank(row) ? <strong>{nameOf(row)} ◂</strong> : nameOf(row)),
          },
          { title: 'As kept', cell: ({ stands }) => standWords(stands[0], scoreWords) },
          { title: 'Changed', cell: ({ stands }) => standWords(stands[1], scoreWords) },
        ]}
      />
      {newlyIn.length > 0 && (
        <p>Newly in: {list(newlyIn.map((unit) => names.get(unit) ?? unit))}.</p>
      )}
      <p className="small soft">◂ marks who moves by a whole rank or more at either end.</p>
    </>
  );
}

function standWords(stand: Stand | undefined, scoreWords: (stand: Stand | undefined) => string) {
  if (stand === undefined || stand.rank === null) return 'left out';
  return (
    <>
      {rankWords(stand)} <span className="block small soft">value {scoreWords(stand)}</span>
    </>
  );
}

function few(names: readonly string[]): string {
  return names.length <= 3
    ? list(names)
    : `${list(names.slice(0, 2))} and ${names.length - 2} more`;
}
