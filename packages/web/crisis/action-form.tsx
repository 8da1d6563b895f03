import { useState } from 'react';
import { crisisLibrary, type Check, type PlanAction } from '@freehold/core/crisis';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import type { HeldItem } from './calls.ts';
import { ItemForm } from './item-form.tsx';
import { Status } from './status.tsx';
import type { Items } from './use-board.ts';

/** Adds an action, or changes one, with the checks that it does no harm. */
export function ActionForm({
  held,
  items,
  onClose,
}: {
  held: (Omit<HeldItem, 'content'> & { readonly content: PlanAction }) | null;
  items: Items;
  onClose: () => void;
}) {
  const [action, setAction] = useState<PlanAction>(held?.content ?? blank);
  const set = (change: Partial<PlanAction>) => setAction((before) => ({ ...before, ...change }));
  return (
    <ItemForm
      title={held === null ? 'Add an action' : 'Change an action'}
      {...{ held, items, content: action, onClose }}
    >
      <TextField
        label="What is done?"
        required
        maxLength={200}
        value={action.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label="Organisation that does it"
        maxLength={200}
        value={action.ownerOrganisation}
        onChange={(ownerOrganisation) => set({ ownerOrganisation })}
      />
      <TextField
        label="Role there"
        hint="A role rather than a name."
        maxLength={200}
        value={action.ownerRole}
        onChange={(ownerRole) => set({ ownerRole })}
      />
      <TextField
        label="Due how many hours after the activation?"
        type="number"
        value={action.dueAfterHours === null ? '' : String(action.dueAfterHours)}
        onChange={(text) => set({ dueAfterHours: text === '' ? null : Math.trunc(Number(text)) })}
      />
      <TextField
        label="Referral route it uses"
        hint="One that is there already: no second route beside it."
        maxLength={500}
        value={action.route}
        onChange={(route) => set({ route })}
      />
      <TextArea
        label="How it goes"
        hint="Nobody by name."
        maxLength={1000}
        value={action.note}
        onChange={(note) => set({ note })}
      />
      <fieldset className="stack">
        <legend className="strong">So that it does no harm</legend>
        {crisisLibrary.checks.map(({ code, title, status }) => (
          <div key={code} className="stack-tight">
            <Choice
              label={title}
              value={answerOf(action, code)}
              options={[
                ['open', 'Nobody has looked yet'],
                ['yes', 'Yes'],
                ['no', 'No'],
              ]}
              onChange={(answer) => set({ checks: answered(action.checks, code, answer) })}
            />
            <div>
              <Status status={status} />
            </div>
          </div>
        ))}
      </fieldset>
    </ItemForm>
  );
}

function answerOf({ checks }: PlanAction, code: string): Check['answer'] {
  return checks.find(({ check }) => check === code)?.answer ?? 'open';
}

function answered(checks: readonly Check[], check: string, answer: Check['answer']): Check[] {
  const others = checks.filter((each) => each.check !== check);
  return [...others, { check, answer, note: '' }];
}

const blank: PlanAction = {
  ...{ kind: 'action', title: '', practice: '', ownerOrganisation: '', ownerRole: '' },
  ...{ dueAfterHours: 24, route: '', checks: [], status: 'planned', note: '' },
};
