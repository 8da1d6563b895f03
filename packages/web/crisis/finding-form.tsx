import { useState } from 'react';
import { helpedWords, practiceOf, type Finding } from '@freehold/core/crisis';
import { Choice, TextArea } from '../parts/field.tsx';
import type { HeldFinding } from './after.tsx';
import { ItemForm } from './item-form.tsx';
import { optionsOf } from './service-form.tsx';
import type { Items } from './use-board.ts';

/** Writes down what was found, or changes it. */
export function FindingForm({
  held,
  practices,
  items,
  onClose,
}: {
  held: HeldFinding | null;
  /** Codes of the practices that the plan took up. */
  practices: readonly string[];
  items: Items;
  onClose: () => void;
}) {
  const [finding, setFinding] = useState<Finding>(held?.content ?? blank);
  const set = (change: Partial<Finding>) => setFinding((before) => ({ ...before, ...change }));
  const taken = [...new Set(practices)].flatMap((code) => practiceOf(code) ?? []);
  return (
    <ItemForm
      title={held === null ? 'Write down a finding' : 'Change a finding'}
      {...{ held, items, content: finding, onClose }}
    >
      <TextArea
        label="What did you find?"
        hint="As a sentence that could be wrong elsewhere: it may become a claim. Nobody by name."
        maxLength={1000}
        value={finding.says}
        onChange={(says) => set({ says })}
      />
      <Choice
        label="Did it help?"
        value={finding.helped}
        options={optionsOf(helpedWords)}
        onChange={(helped) => set({ helped })}
      />
      <TextArea
        label="For whom, and for whom not?"
        maxLength={500}
        value={finding.forWhom}
        onChange={(forWhom) => set({ forWhom })}
      />
      <Choice
        label="Practice that it is about"
        value={finding.practice}
        options={[
          ['', 'None of the library'],
          ...taken.map(({ code, title }) => [code, title] as const),
        ]}
        onChange={(practice) => set({ practice })}
      />
    </ItemForm>
  );
}

const blank: Finding = {
  ...{ kind: 'finding', helped: 'helped', says: '', forWhom: '', practice: '' },
  ...{ claim: null, gap: null, action: null },
};
