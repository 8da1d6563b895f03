import { reviewIsDue } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { today, turnOf } from '../plan/stage-choice.tsx';
import { count, day } from '../words.ts';
import type { Decision } from './calls.ts';

/** One decision as it stands: question, what else was possible, outcome and reasons; then what it was before. */
export function DecisionRow({
  decision,
  before,
  links,
  onCorrect,
}: {
  decision: Decision;
  before: readonly Decision[];
  /** Titles of the gaps and actions of the place. */
  links: readonly { readonly id: string; readonly title: string }[];
  /** Null for who may not. */
  onCorrect: (() => void) | null;
}) {
  const due = reviewIsDue(decision, today());
  const about = links.filter(
    ({ id }) => decision.gaps.includes(id) || decision.actions.includes(id),
  );
  return (
    <li className="record">
      <div className="record-says">
        <span className="row tags">
          <span className="tag">{day(decision.decidedOn)}</span>
          {decision.corrects !== null && <span className="tag">Corrected</span>}
          {due && <span className="tag warn">Due for another look</span>}
        </span>
        <h3>{decision.question}</h3>
        <p>
          <span className="strong">Decided:</span> {decision.outcome}
        </p>
        {decision.reasons !== '' && (
          <p className="small">
            <span className="strong">Because:</span> {decision.reasons}
          </p>
        )}
        {decision.options.length > 0 && (
          <details>
            <summary>{count(decision.options.length, 'option', 'options')} weighed</summary>
            <ul className="record-options small">
              {decision.options.map(({ option, weighed }) => (
                <li key={option}>
                  <span className="strong">{option}</span>
                  {weighed !== '' && `: ${weighed}`}
                </li>
              ))}
            </ul>
          </details>
        )}
        <p className="small soft">{foot(decision)}</p>
        {about.length > 0 && (
          <p className="small soft">About: {about.map(({ title }) => title).join('; ')}</p>
        )}
        {before.length > 0 && (
          <details>
            <summary>What it said before</summary>
            <div className="stack-tight small">
              <p>
                <span className="strong">Why it was corrected:</span> {decision.correction}
              </p>
              {before.map((each) => (
                <p key={each.id} className="soft">
                  {day(each.madeAt)}, {each.byName}: {each.outcome}
                </p>
              ))}
            </div>
          </details>
        )}
      </div>
      {onCorrect !== null && (
        <div className="row">
          <Button tone="quiet" onClick={onCorrect}>
            Correct<span className="unseen">: {decision.question}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function foot({ takenByOrganisation, takenByRole, reviewOn, round, stage }: Decision): string {
  const by = [takenByOrganisation, takenByRole].filter((part) => part !== '').join(', ');
  return [
    by === '' ? 'Nobody is named as deciding' : `Taken by ${by}`,
    reviewOn === null ? '' : `looked at again on ${day(reviewOn)}`,
    turnOf(round, stage),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
