import { actionHealth, heavyShare, type ActionKind } from '@freehold/core/action';
import { Notice } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { count, list, number, percent } from '../words.ts';
import type { Action } from './calls.ts';
import { today } from '../plan/stage-choice.tsx';
import { factsOf } from './facts.ts';
import { kinds, wordFor } from './words.ts';

/** How the plan stands, as figures with what they are of. */
export function Health({
  actions,
  keptGaps,
}: {
  actions: readonly Action[];
  keptGaps: readonly string[];
}) {
  const health = actionHealth(actions.map(factsOf), keptGaps, today());
  const ofOpen = { n: health.open, nOf: ['open action', 'open actions'], decimals: 0 } as const;
  const unanswered = health.gaps.n - health.gaps.withAction;
  return (
    <section className="stack" aria-labelledby="plan-health">
      <h2 id="plan-health">How the plan stands</h2>
      <dl className="health">
        <div>
          <dt>Overdue</dt>
          <dd>
            <Figure value={health.overdue} {...ofOpen} />
          </dd>
        </div>
        <div>
          <dt>Without an owner</dt>
          <dd>
            <Figure value={health.withoutOwner} {...ofOpen} />
          </dd>
        </div>
        <div>
          <dt>Without a resource</dt>
          <dd>
            <Figure value={health.withoutResource} {...ofOpen} />
          </dd>
        </div>
        <div>
          <dt>Days open, in the middle</dt>
          <dd>
            <Figure
              value={health.daysOpen?.median ?? null}
              missingBecause="nothing is open"
              {...ofOpen}
            >
              {health.daysOpen !== null && (
                <span className="detail">longest {number(health.daysOpen.most)}</span>
              )}
            </Figure>
          </dd>
        </div>
        <div>
          <dt>Kept gaps without an action</dt>
          <dd>
            <Figure value={unanswered} n={health.gaps.n} nOf={['gap', 'gaps']} decimals={0} />
          </dd>
        </div>
        <div>
          <dt>Actions for a kept gap</dt>
          <dd>
            <Figure
              value={health.gaps.n === 0 ? null : health.gaps.actions / health.gaps.n}
              n={health.gaps.n}
              nOf={['gap', 'gaps']}
              missingBecause="no gap is kept"
            />
          </dd>
        </div>
      </dl>
      {health.inputHeavy === true && (
        <Notice tone="warn" title="Much is put in, and little is promised to come out">
          <p>
            {mixWords(health.mix)}. From {percent(heavyShare)} of inputs and processes on a plan is
            called input-heavy. Ask of each: what will be different for people when this is done?
          </p>
        </Notice>
      )}
      {health.inputHeavy === false && (
        <p className="small soft">
          {mixWords(health.mix)}, of {count(health.mixed, 'action', 'actions')} not stopped.
        </p>
      )}
    </section>
  );
}

function mixWords(mix: Readonly<Record<ActionKind, number>>): string {
  return `The mix: ${list(kinds.map(([kind]) => `${wordFor(kinds, kind).toLowerCase()} ${mix[kind]}`))}`;
}
