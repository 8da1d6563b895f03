import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import type { Fields } from './calls.ts';
import type { Part } from './form.tsx';
import { NumberField, Section } from './form-section.tsx';
import { Several } from './form-who.tsx';

type Principle = Fields['principles'][number];
const answers = [
  ['', 'Not looked at yet'],
  ['yes', 'Yes'],
  ['no', 'Not yet'],
] as const;

/** Whether it could harm, whether it is made with those it is for, and how anybody will know. */
export function Checks({ fields, set }: Part) {
  const change = (at: number, next: Principle) =>
    set({ principles: fields.principles.map((each, index) => (index === at ? next : each)) });
  return (
    <>
      <Section legend="Principles">
        {fields.principles.map((each, at) => (
          <fieldset key={each.title} className="fieldset principle">
            <legend>{each.title}</legend>
            <Choice
              label="Is it so?"
              value={each.met === null ? '' : each.met ? 'yes' : 'no'}
              options={answers}
              onChange={(said) => change(at, { ...each, met: said === '' ? null : said === 'yes' })}
            />
            <TextField
              label="How one knows"
              maxLength={2000}
              value={each.note}
              onChange={(note) => change(at, { ...each, note })}
            />
          </fieldset>
        ))}
        <AddPrinciple
          taken={fields.principles.map(({ title }) => title)}
          onAdd={(title) =>
            set({ principles: [...fields.principles, { title, met: null, note: '' }] })
          }
        />
      </Section>
      <Section legend="Harm, and how one will know">
        <TextArea
          label="Risks of harm"
          hint="Whom could it harm, how, and what softens that?"
          maxLength={4000}
          value={fields.risksOfHarm}
          onChange={(risksOfHarm) => set({ risksOfHarm })}
        />
        <TextArea
          label="Evaluation plan"
          hint="What will be compared with what, by whom, and when."
          maxLength={2000}
          value={fields.evaluation}
          onChange={(evaluation) => set({ evaluation })}
        />
        <NumberField
          label="Planned strength of evaluation"
          hint="Maryland scale, 0 to 5. Empty where no design is chosen yet."
          most={5}
          value={fields.evaluationSms}
          onChange={(evaluationSms) => set({ evaluationSms })}
        />
        <Several
          label="Indicators"
          hint="What will be counted, or codes of the framework such as 3.3.1; one at a time."
          items={fields.indicators}
          onChange={(indicators) => set({ indicators })}
        />
        <TextArea
          label="Note"
          maxLength={4000}
          value={fields.note}
          onChange={(note) => set({ note })}
        />
      </Section>
    </>
  );
}

function AddPrinciple({
  taken,
  onAdd,
}: {
  taken: readonly string[];
  onAdd: (title: string) => void;
}) {
  const [title, setTitle] = useState('');
  return (
    <div className="stack-tight">
      <TextField
        label="A principle of your own"
        hint="The three above are from a source; its full list could not be read. Add what you hold yourselves to."
        maxLength={300}
        value={title}
        onChange={setTitle}
      />
      <div>
        <Button
          disabled={title.trim() === '' || taken.includes(title.trim())}
          onClick={() => {
            onAdd(title.trim());
            setTitle('');
          }}
        >
          Add the principle
        </Button>
      </div>
    </div>
  );
}
