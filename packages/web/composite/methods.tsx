import { useMemo } from 'react';
import type { Beside, Moved } from '@freehold/core/composite';
import { Refusal } from '../api.ts';
import { IntervalPlot } from '../figure/index.ts';
import { Problems } from '../parts/problems.tsx';
import { Progress } from '../parts/progress.tsx';
import { Table } from '../parts/table.tsx';
import { count, number } from '../words.ts';
import { sourcesOf } from './results.tsx';
import type { OpenedPage } from './use-index.ts';
import { useIndexWork, type Asked } from './work.ts';

/** What other methods would say of the same data: each unit over all of them, and method by method. */
export function Methods({ index, words }: Shown) {
  const { definition } = index;
  const asked = useMemo(() => ({ kind: 'methods', of: definition }) satisfies Asked, [definition]);
  const { work, stop, again } = useIndexWork('methods', asked);
  if (work.state !== 'done')
    return <Progress what="Other methods" work={work} onStop={stop} onAgain={again} />;
  const { found } = work.value;
  if (!found.ok) return <Problems error={new Refusal(422, found.problems)} />;
  return <Compared {...{ index, words }} beside={found.value} />;
}

type Shown = { readonly index: OpenedPage; readonly words: readonly [string, string] };

function Compared({ index, words, beside }: Shown & { beside: Beside }) {
  const moved = new Map(beside.units.map((each) => [each.unit, each]));
  const rows = index.rows ?? [];
  const lines = rows.flatMap(({ unit, name }) => {
    const found = moved.get(unit);
    return found === undefined ? [] : [{ ...found, name }];
  });
  const still = lines.filter(({ rankLeast, rankMost }) => rankLeast === rankMost).length;
  return (
    <>
      <IntervalPlot
        finding={`${count(still, `${words[0]} stands`, `${words[1]} stand`)} the same by all of ${beside.shifts.length} methods; ${lines.length - still} do not`}
        measure="From the highest to the lowest rank that any of these methods gives; the dot is the method as it is. 1 is the highest"
        fileName={`${index.definition.title} by method`}
        source={sourcesOf(index)}
        scale={{ least: 1, most: Math.max(2, rows.length), decimals: 0 }}
        rows={lines.map(({ name, stands, rankLeast, rankMost }) => ({
          ...{ label: name, value: stands[0]?.rank ?? null, note: 'no value' },
          ...{ low: rankLeast, high: rankMost },
        }))}
      />
      <Table<Moved & { readonly name: string }>
        caption="The same data by other methods. A rank here is what one method says, not how sure it is"
        rows={lines}
        rowKey={({ unit }) => unit}
        columns={[
          { title: 'Who', heads: true, cell: ({ name }) => name },
          ...beside.shifts.map(({ name: title }, at) => ({
            title,
            figure: true,
            cell: ({ stands }: Moved) => {
              const rank = stands[at]?.rank ?? null;
              return rank === null ? '–' : number(rank);
            },
          })),
        ]}
      />
    </>
  );
}
