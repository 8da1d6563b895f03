import { FigureLink } from '../figure/link.tsx';
import { TextArea } from '../parts/field.tsx';
import { count } from '../words.ts';
import type { StepProps } from './wizard.tsx';

/** What changed in the round, beside the actions that were done. */
export function ChangedStep({ at: { partnership }, closeOut, draft, set }: StepProps) {
  const { done, round } = closeOut;
  return (
    <div className="stack">
      <p>
        {done.length === 0
          ? 'No action of this round is marked as done.'
          : `${count(done.length, 'action was', 'actions were')} done in this round:`}
      </p>
      {done.length > 0 && (
        <ul>
          {done.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
      {round.number > 1 && (
        <p>
          <FigureLink href={`/p/${partnership}/compare/rounds`}>
            Set this round’s scores beside the last one’s
          </FigureLink>
        </p>
      )}
      <TextArea
        label="What is different now from when the round began?"
        hint="For people, services and rules; and what did not change. A change that follows an action need not come from it."
        maxLength={8000}
        value={draft.changed}
        onChange={(changed) => set({ changed })}
      />
    </div>
  );
}

/** What outlasts the round, and what was learnt. */
export function NormalStep({ draft, set }: StepProps) {
  return (
    <div className="stack">
      <TextArea
        label="What has become the usual way, and what holds it there?"
        hint="A rule, a budget line, a contract, a role: something that outlasts those who began it."
        maxLength={8000}
        value={draft.normal}
        onChange={(normal) => set({ normal })}
      />
      <TextArea
        label="What was learnt?"
        hint="Needed. What would you do otherwise, and what would you tell another place?"
        maxLength={8000}
        value={draft.learning}
        onChange={(learning) => set({ learning })}
      />
    </div>
  );
}

export function GoalsStep({ closeOut: { round }, draft, set }: StepProps) {
  return (
    <div className="stack">
      {round.goals !== '' && (
        <p>
          <span className="strong">This round was to reach:</span>{' '}
          <span className="written">{round.goals}</span>
        </p>
      )}
      <TextArea
        label="What is the next round to reach?"
        hint="Needed. The next round opens with it."
        maxLength={8000}
        value={draft.nextGoals}
        onChange={(nextGoals) => set({ nextGoals })}
      />
    </div>
  );
}
