import { Checklist } from './checklist.tsx';
import { Attacked } from './attacked.tsx';
import { Alike } from './alike.tsx';
import { Utility } from './utility.tsx';
import { Promised } from './promised.tsx';
import { NextStep } from './next-step.tsx';
import type { Studio } from './use-desk.ts';

/** How good the chosen release is, what it promises and does not, and the list to sign before it leaves. */
export function Check({ studio }: { studio: Studio }) {
  const { runs, chosen, signed } = studio;
  const run = runs.find(({ number }) => number === chosen);
  if (run === undefined) return <p>Choose a release first.</p>;
  return (
    <div className="stack-wide">
      <Promised manifest={run.manifest} />
      {run.inside === null ? (
        <p className="soft">
          How far off this release is would have to be charged to the budget, so it is not shown.
          Each count stands between a low and a high end instead.
        </p>
      ) : (
        <>
          <Utility evaluation={run.inside.evaluation} />
          <Alike found={run.inside.homogeneity} />
        </>
      )}
      {run.settings.kind === 'k' && (
        <Attacked studio={studio} run={run.number} settings={run.settings} />
      )}
      <Checklist studio={studio} run={run} />
      {signed?.run === run.number && <NextStep to="publish" />}
    </div>
  );
}
