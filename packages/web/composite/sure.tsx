import { useMemo } from 'react';
import type { Effect, Sensitivity, Source } from '@freehold/core/composite';
import { Refusal } from '../api.ts';
import { IntervalPlot } from '../figure/index.ts';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Progress } from '../parts/progress.tsx';
import { heading } from '../place/words.ts';
import { count, number, percent } from '../words.ts';
import { Ahead } from './ahead.tsx';
import { Methods } from './methods.tsx';
import { sourcesOf } from './results.tsx';
import type { OpenedPage } from './use-index.ts';
import { useIndexWork, type Asked } from './work.ts';
import { sourceWords } from './words.ts';

/** How sure the index is: what matters most to it, who is ahead of whom, and what other methods say. */
export function Sure({ index, words }: { index: OpenedPage; words: readonly [string, string] }) {
  const { definition, draw } = index;
  const asked = useMemo(
    () =>
      definition.uncertainty === null
        ? null
        : ({ kind: 'effects', of: definition } satisfies Asked),
    [definition],
  );
  const { work, stop, again } = useIndexWork('effects', asked);
  if (definition.uncertainty === null)
    return (
      <>
        <Empty title="Nothing is doubted yet">
          <p>
            Name what could have been otherwise in the last step of the method: how values are
            scaled, how they are put together, how much each weighs, what is not known of them. Then
            stands here what matters most to the result.
          </p>
        </Empty>
        <Methods {...{ index, words }} />
      </>
    );
  return (
    <>
      {work.state !== 'done' ? (
        <Progress what="What matters most" work={work} onStop={stop} onAgain={again} />
      ) : work.value.found.ok ? (
        <Matters
          {...{ index }}
          found={work.value.found.value}
          sources={definition.uncertainty.sources}
        />
      ) : (
        <Problems error={new Refusal(422, work.value.found.problems)} />
      )}
      {draw !== null && <Ahead {...{ index, draw, words }} />}
      <Methods {...{ index, words }} />
    </>
  );
}

function Matters({
  index,
  found,
  sources,
}: {
  index: OpenedPage;
  found: Sensitivity | null;
  sources: readonly Source[];
}) {
  const rows = (found?.effects ?? []).flatMap((effect, at) => {
    const source = sources[at];
    return source === undefined ? [] : [{ effect, name: heading(sourceWords[source.kind]) }];
  });
  const known = rows.filter(({ effect }) => effect.total !== null);
  const [first] = known.toSorted((a, b) => (b.effect.total ?? 0) - (a.effect.total ?? 0));
  if (found === null || first === undefined)
    return (
      <p>However the choices fall, no rank moves: there is nothing that matters more or less.</p>
    );
  return (
    <>
      <IntervalPlot
        finding={`${first.name} matters most: ${percent(clamped(first.effect.total))} of how far ranks move, alone or with others`}
        measure="Share of the variance of the mean shift in rank that each source brings about, with intervals of 95 %"
        fileName={`${index.definition.title} what matters`}
        source={sourcesOf(index)}
        scale={{
          least: Math.min(0, ...known.flatMap(({ effect }) => ends(effect))),
          most: Math.max(1, ...known.flatMap(({ effect }) => ends(effect))),
          decimals: 2,
        }}
        rows={known.flatMap(({ effect, name }) => [
          {
            ...{ label: `${name}, alone`, value: effect.first },
            ...{ low: effect.firstLow, high: effect.firstHigh },
          },
          {
            ...{ label: `${name}, with the others too`, value: effect.total },
            ...{ low: effect.totalLow, high: effect.totalHigh },
          },
        ])}
      />
      <Method>
        <p>
          Sobol’s first and total order by Saltelli’s and Jansen’s estimators over{' '}
          {number(found.runs)} runs from {count(found.base, 'base point', 'base points')} of a
          low-discrepancy sequence, seed {index.definition.drawing.seed}; intervals by resampling.
          {settledWords(found)}
          {found.unanswered > 0 &&
            ` ${count(found.unanswered, 'point', 'points')} had no result and ${found.unanswered === 1 ? 'is' : 'are'} left out.`}
        </p>
      </Method>
    </>
  );
}

function clamped(share: number | null): number {
  return Math.max(0, Math.min(1, share ?? 0));
}

function ends({ first, firstLow, firstHigh, total, totalLow, totalHigh }: Effect): number[] {
  return [first, firstLow, firstHigh, total, totalLow, totalHigh].filter((each) => each !== null);
}

/** How far the estimates still moved over the second half of the points. */
function settledWords({ running }: Sensitivity): string {
  const [half, whole] = [running[1], running.at(-1)];
  const moves = (whole?.total ?? []).flatMap((total, at) => {
    const before = half?.total[at] ?? null;
    return total === null || before === null ? [] : [Math.abs(total - before)];
  });
  const most = Math.max(0, ...moves);
  return ` Over the second half of the points a total effect moved by ${number(most, 2)} at most${most > 0.05 ? ': ask for more points to be surer' : ''}.`;
}
