import { useQuery } from '@tanstack/react-query';
import { Button } from '../parts/button.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import { roundsQuery, roundWords } from './calls.ts';
import type { Offered } from './subject-choice.tsx';
import type { TargetDraft } from './target-fields.ts';

type Part = {
  readonly draft: TargetDraft;
  readonly set: (change: Partial<TargetDraft>) => void;
};

/** Every field of a target but what it is about. */
export function TargetForm({
  at,
  draft,
  set,
  offered,
}: Part & { at: PlaceAt; offered: Offered | null }) {
  const { data } = useQuery(roundsQuery(at));
  const unit = offered?.unit ?? '';
  const inUnit = unit === '' ? '' : ` (${unit})`;
  return (
    <div className="stack-wide">
      <TextField
        label="Target"
        hint="One line, such as “Three in four licensed homes inspected a year”."
        required
        maxLength={300}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      {offered?.direction === 'o' && (
        <Choice
          label="Which way is better?"
          hint="By itself neither is. Say in the note why you want it so."
          value={draft.direction}
          options={[
            ['+', 'More'],
            ['-', 'Less'],
          ]}
          onChange={(direction) => set({ direction })}
        />
      )}
      <div className="form-grid">
        <TextField
          label={`Baseline${inUnit}`}
          required
          value={draft.baseline}
          onChange={(baseline) => set({ baseline })}
        />
        <TextField
          label="Day of the baseline"
          type="date"
          required
          value={draft.baselineOn}
          onChange={(baselineOn) => set({ baselineOn })}
        />
        <TextField
          label={`Aim${inUnit}`}
          required
          value={draft.aim}
          onChange={(aim) => set({ aim })}
        />
        <TextField
          label="By"
          type="date"
          required
          value={draft.endsOn}
          onChange={(endsOn) => set({ endsOn })}
        />
        <Choice
          label="The way there"
          value={draft.path}
          options={[
            ['line', 'A straight line'],
            ['steps', 'Steps: it stands, then is there on a day'],
          ]}
          onChange={(path) => set({ path })}
        />
        <TextField
          label={`Tolerance${inUnit}`}
          hint="How far from the path still counts as on it."
          required
          value={draft.tolerance}
          onChange={(tolerance) => set({ tolerance })}
        />
        <TextField
          label="Where the baseline comes from"
          maxLength={500}
          value={draft.baselineSource}
          onChange={(baselineSource) => set({ baselineSource })}
        />
      </div>
      {draft.path === 'steps' && <Steps draft={draft} set={set} />}
      <div className="form-grid">
        <TextField
          label="Who agreed"
          hint="Such as “the board, with Tidewater Survivor Advisory Group”."
          maxLength={500}
          value={draft.agreedBy}
          onChange={(agreedBy) => set({ agreedBy })}
        />
        <TextField
          label="Agreed on"
          type="date"
          value={draft.agreedOn}
          onChange={(agreedOn) => set({ agreedOn })}
        />
        <Choice
          label="Round"
          value={draft.round ?? ''}
          options={[
            ['', 'None'],
            ...(data?.rounds ?? []).map((round) => [round.id, roundWords(round)] as const),
          ]}
          onChange={(round) => set({ round: round === '' ? null : round })}
        />
        <TextArea
          label="Note"
          maxLength={2000}
          value={draft.note}
          onChange={(note) => set({ note })}
        />
      </div>
    </div>
  );
}

function Steps({ draft: { steps }, set }: Part) {
  const change = (index: number, part: Partial<TargetDraft['steps'][number]>) =>
    set({ steps: steps.map((step, at) => (at === index ? { ...step, ...part } : step)) });
  return (
    <div className="steps-list" role="group" aria-label="Steps between baseline and end">
      {steps.map((step, index) => (
        // The steps have no names of their own; their place is what tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="step-row" key={index}>
          <TextField
            label={`Step ${index + 1}: day`}
            type="date"
            value={step.on}
            onChange={(on) => change(index, { on })}
          />
          <TextField
            label={`Step ${index + 1}: value`}
            value={step.value}
            onChange={(value) => change(index, { value })}
          />
          <Button
            tone="quiet"
            onClick={() => set({ steps: steps.filter((_, at) => at !== index) })}
          >
            Take away<span className="unseen"> step {index + 1}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => set({ steps: [...steps, { on: '', value: '' }] })}>
          Add a step
        </Button>
      </div>
    </div>
  );
}
