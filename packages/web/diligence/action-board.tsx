import { useState } from 'react';
import { actionTitles, etiStageWords, isLate, oecdSteps } from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { today } from '../plan/stage-choice.tsx';
import { count, day } from '../words.ts';
import { ActionForm } from './action-form.tsx';
import type { Action, Risk } from './calls.ts';

/** What is done, by the OECD's six steps; each action says which of ETI's four stages it is part of. */
export function ActionBoard({
  partnership,
  actions,
  risks,
  may,
}: {
  partnership: string;
  actions: readonly Action[];
  risks: readonly Risk[];
  may: boolean;
}) {
  const [form, setForm] = useState<Action | number | null>(null);
  const late = actions.filter((each) => isLate(each, today())).length;
  const chosen = typeof form === 'number' ? oecdSteps.find(({ step }) => step === form) : undefined;
  return (
    <section className="stack">
      <h2>
        {actions.length === 0
          ? 'Nothing is planned yet'
          : `${count(actions.length, 'action', 'actions')} over six steps; ${count(late, 'is late', 'are late')}`}
      </h2>
      <ol className="diligence-steps">
        {oecdSteps.map(({ step, title }) => (
          <li key={step}>
            <h3>
              {step} {title}
            </h3>
            <ul>
              {actions
                .filter((action) => action.step === step)
                .map((action) => (
                  <li key={action.id}>
                    <ActionCard {...{ action, may }} onEdit={() => setForm(action)} />
                  </li>
                ))}
            </ul>
            {may && (
              <Button tone="quiet" onClick={() => setForm(step)}>
                Plan an action<span className="unseen"> in step {step}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      {form !== null && (
        <ActionForm
          {...{ partnership, risks }}
          action={typeof form === 'number' ? null : form}
          {...(chosen !== undefined && { begun: { step: chosen.step, stage: chosen.stage } })}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function ActionCard({ action, may, onEdit }: { action: Action; may: boolean; onEdit: () => void }) {
  const late = isLate(action, today());
  return (
    <div className="stack-tight">
      <span className="row tags">
        <span className="tag">{actionTitles[action.status]}</span>
        {late && <span className="tag risk-high">Late</span>}
      </span>
      <span className="strong">{action.title}</span>
      <span className="small soft">
        {[
          etiStageWords[action.stage],
          action.supplier?.name,
          action.dueOn !== null && `due ${day(action.dueOn)}`,
          action.ownerOrganisation,
        ]
          .filter((part) => part !== undefined && part !== false && part !== '')
          .join(' · ')}
      </span>
      {action.leverage !== '' && <span className="small">Leverage: {action.leverage}</span>}
      {action.indicator !== '' && (
        <span className="small">
          Should change: {action.indicator}
          {action.indicatorAim !== '' && `, ${action.indicatorAim}`}
        </span>
      )}
      {action.result !== '' && <span className="small">Came of it: {action.result}</span>}
      {may && (
        <span>
          <Button tone="quiet" onClick={onEdit}>
            Change<span className="unseen"> {action.title}</span>
          </Button>
        </span>
      )}
    </div>
  );
}
