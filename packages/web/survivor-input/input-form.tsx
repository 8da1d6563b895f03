import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Channel, channelWords, PeopleBand } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { LinkTicks } from '../plan/link-ticks.tsx';
import { planChanged, type PlaceAt } from '../plan/plan.ts';
import { StageChoice, today } from '../plan/stage-choice.tsx';
import { addInput, changeInput, type Input, type InputFields } from './calls.ts';

/** Writes down what survivors said, in sum; what is typed stays when it is refused. */
export function InputForm({
  at,
  input,
  actions,
  onClose,
}: {
  at: PlaceAt;
  input: Input | null;
  actions: readonly { readonly id: string; readonly title: string }[];
  onClose: () => void;
}) {
  const [fields, setFields] = useState<InputFields>(() => begin(input));
  const set = (change: Partial<InputFields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      input === null ? addInput(at, fields) : changeInput(at.partnership, input.id, fields),
    onSuccess: async () => {
      await planChanged();
      onClose();
    },
  });
  return (
    <Dialog
      title={input === null ? 'What survivors said' : 'Change what is written'}
      open
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Notice tone="info" title="Nobody in it">
          <p className="small">
            No names, no words or story of one person, no addresses, numbers or days. Write what
            several people said. E-mail addresses, phone numbers, full dates and postcodes are
            refused.
          </p>
        </Notice>
        <TextField
          label="Theme"
          hint="Such as “Safe housing” or “How long it takes”."
          required
          maxLength={120}
          value={fields.theme}
          onChange={(theme) => set({ theme })}
        />
        <TextArea
          label="What was said, in sum"
          maxLength={2000}
          value={fields.summary}
          onChange={(summary) => set({ summary })}
        />
        <Choice
          label="How were people heard?"
          value={fields.channel}
          options={Channel.options.map((each) => [each, channelWords[each]] as const)}
          onChange={(channel) => set({ channel })}
        />
        <Choice
          label="From about how many people?"
          hint="A band: the number itself is not kept."
          value={fields.people}
          options={PeopleBand.options.map((each) => [each, bands[each]] as const)}
          onChange={(people) => set({ people })}
        />
        <TextField
          label="When?"
          type="date"
          required
          value={fields.receivedOn}
          onChange={(receivedOn) => set({ receivedOn })}
        />
        <StageChoice stage={fields.stage} onChange={(stage) => set({ stage })} />
        <TextArea
          label="What changed because of it?"
          hint="Leave it empty while nothing has: the page says so until something does."
          maxLength={2000}
          value={fields.changed}
          onChange={(changed) => set({ changed })}
        />
        <LinkTicks
          legend="By which action?"
          items={actions}
          chosen={fields.actions}
          onChange={(next) => set({ actions: next })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button
            tone="primary"
            type="submit"
            disabled={save.isPending || fields.summary.trim() === ''}
          >
            {input === null ? 'Keep it' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

const bands: Readonly<Record<PeopleBand, string>> = {
  'under-5': 'Fewer than 5 (shown as [c])',
  '5-9': '5 to 9',
  '10-19': '10 to 19',
  '20-49': '20 to 49',
  '50-or-more': '50 or more',
  'not-known': 'Not known',
};

function begin(input: Input | null): InputFields {
  const {
    channel = 'group',
    theme = '',
    summary = '',
    people = 'not-known',
    changed = '',
    actions = [],
    stage = null,
    receivedOn = today(),
  } = input ?? {};
  return { channel, theme, summary, people, changed, actions, stage, receivedOn };
}
