import { Checklist } from './checklist.tsx';
import { Attacked } from './attacked.tsx';
import { Alike } from './alike.tsx';
import { stays } from './desk.ts';
import { EarlierRelease } from './earlier-release.tsx';
import { InsideTag } from './inside-tag.tsx';
import { LetLeave } from './let-leave.tsx';
import { RunCounts } from './run-counts.tsx';
import { Utility } from './utility.tsx';
import { Promised } from './promised.tsx';
import { NextStep } from './next-step.tsx';
import type { Studio } from './use-desk.ts';

/** How good the chosen release is, what it promises and does not, and the list to sign before it leaves. */
export function Check({ studio }: { studio: Studio }) {
  const { runs, chosen, signed, ledger } = studio;
  const run = runs.find(({ number }) => number === chosen);
  if (run === undefined) return <p>Choose a release first.</p>;
  return (
    <div className="stack-wide">
      <Promised manifest={run.manifest} />
      {run.settings.kind === 'private' && ledger !== null && stays(run, studio) && (
        <LetLeave {...{ studio, ledger }} charged={run.settings.charged} />
      )}
      {run.inside === null ? (
        <p className="soft">
          How far off this release is may not be looked at: it would tell more than the budget
          covers. Each count stands between a low and a high end instead. Exact errors can be had by
          trying settings on public records, at the step Release.
        </p>
      ) : (
        <>
          <Utility evaluation={run.inside.evaluation} />
          <Alike found={run.inside.homogeneity} />
        </>
      )}
      <RunCounts key={run.number} run={run} />
      {run.settings.kind === 'k' && (
        <>
          <section className="stack">
            <h2>
              What it tells beside an earlier release <InsideTag />
            </h2>
            <EarlierRelease studio={studio} run={run.number} settings={run.settings} />
          </section>
          <Attacked studio={studio} run={run.number} settings={run.settings} />
        </>
      )}
      {!stays(run, studio) && <Checklist studio={studio} run={run} />}
      {signed?.run === run.number && <NextStep to="publish" />}
    </div>
  );
}
