import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Seat } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { today } from '../plan/stage-choice.tsx';
import {
  claimsQuery,
  evidenceChanged,
  keepDecision,
  keepGroup,
  keepMember,
  type ShownGroup,
} from './calls.ts';
import { seatWords } from './words.ts';

export type ShownMember = ShownGroup['members'][number];
type Closing = { readonly partnership: string; readonly onClose: () => void };

/** Adds a working group, or changes one. */
export function GroupForm({
  partnership,
  group,
  onClose,
}: Closing & { readonly group: ShownGroup | null }) {
  const [fields, setFields] = useState({
    ...{ name: group?.name ?? '', theme: group?.theme ?? '', purpose: group?.purpose ?? '' },
    survivorSeats: group?.survivorSeats ?? 1,
  });
  return (
    <Sheet
      {...{ partnership, onClose }}
      title={group === null ? 'Add a working group' : 'Change the working group'}
      save={() => keepGroup(partnership, group?.id ?? null, fields)}
    >
      <TextField
        label="Name"
        required
        maxLength={200}
        value={fields.name}
        onChange={(name) => setFields({ ...fields, name })}
      />
      <TextField
        label="Theme"
        maxLength={200}
        value={fields.theme}
        onChange={(theme) => setFields({ ...fields, theme })}
      />
      <TextArea
        label="What it is for"
        maxLength={2000}
        value={fields.purpose}
        onChange={(purpose) => setFields({ ...fields, purpose })}
      />
      <TextField
        label="Survivor seats"
        type="number"
        value={String(fields.survivorSeats)}
        onChange={(text) => setFields({ ...fields, survivorSeats: Number(text) })}
      />
    </Sheet>
  );
}

/** Gives somebody a seat, changes it, or puts down that they left. */
export function MemberForm({
  partnership,
  group,
  member,
  onClose,
}: Closing & { readonly group: ShownGroup; readonly member: ShownMember | null }) {
  const [fields, setFields] = useState(() => {
    const { id: _id, ...rest } = member ?? { id: '' };
    return {
      ...{ name: '', seat: 'research' as Seat, discipline: '', region: '', subGroup: '' },
      ...{ interest: '', declaredOn: null as string | null, leftOn: null as string | null },
      ...rest,
    };
  });
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change });
  return (
    <Sheet
      {...{ partnership, onClose }}
      title={member === null ? `Give a seat in ${group.name}` : `Change a seat in ${group.name}`}
      save={() =>
        keepMember(
          partnership,
          member === null ? { group: group.id } : { member: member.id },
          fields,
        )
      }
    >
      <TextField
        label="Name, or a name they choose"
        required
        maxLength={200}
        value={fields.name}
        onChange={(name) => set({ name })}
      />
      <Choice
        label="Seat"
        hint="A survivor seat is taken by whoever chooses to take it."
        value={fields.seat}
        options={Seat.options.map((each) => [each, seatWords[each]] as const)}
        onChange={(seat) => set({ seat })}
      />
      <TextField
        label="Discipline"
        maxLength={200}
        value={fields.discipline}
        onChange={(discipline) => set({ discipline })}
      />
      <TextField
        label="Region"
        maxLength={200}
        value={fields.region}
        onChange={(region) => set({ region })}
      />
      <TextField
        label="Sub-group"
        maxLength={200}
        value={fields.subGroup}
        onChange={(subGroup) => set({ subGroup })}
      />
      <TextArea
        label="Interests they declared"
        hint="Leave it empty and set the day where there is nothing to declare."
        maxLength={2000}
        value={fields.interest}
        onChange={(interest) => set({ interest })}
      />
      <TextField
        label="Declared on"
        type="date"
        value={fields.declaredOn ?? ''}
        onChange={(on) => set({ declaredOn: on === '' ? null : on })}
      />
      <TextField
        label="Left on"
        type="date"
        value={fields.leftOn ?? ''}
        onChange={(on) => set({ leftOn: on === '' ? null : on })}
      />
    </Sheet>
  );
}

/** Puts down what a group decided, and who disagreed. */
export function DecisionForm({
  partnership,
  group,
  onClose,
}: Closing & { readonly group: ShownGroup }) {
  const [fields, setFields] = useState({
    ...{ claim: '', decidedOn: today(), decision: '', dissent: '' },
  });
  const { data } = useQuery(claimsQuery(partnership));
  return (
    <Sheet
      {...{ partnership, onClose }}
      title={`What ${group.name} decided`}
      save={() =>
        keepDecision(partnership, group.id, {
          ...fields,
          claim: fields.claim === '' ? null : fields.claim,
        })
      }
    >
      <Choice
        label="About which claim"
        value={fields.claim}
        options={[
          ['', 'None in particular'],
          ...(data?.claims ?? []).map(({ id, statement }) => [id, statement] as const),
        ]}
        onChange={(claim) => setFields({ ...fields, claim })}
      />
      <TextField
        label="Decided on"
        type="date"
        value={fields.decidedOn}
        onChange={(decidedOn) => setFields({ ...fields, decidedOn })}
      />
      <TextArea
        label="What was decided"
        maxLength={2000}
        value={fields.decision}
        onChange={(decision) => setFields({ ...fields, decision })}
      />
      <TextArea
        label="Who disagreed, and why"
        maxLength={2000}
        value={fields.dissent}
        onChange={(dissent) => setFields({ ...fields, dissent })}
      />
    </Sheet>
  );
}

/** A dialog that saves what is in it; what is typed stays when the server says no. */
export function Sheet({
  partnership,
  title,
  save,
  children,
  onClose,
}: Closing & {
  readonly title: string;
  readonly save: () => Promise<unknown>;
  readonly children: ReactNode;
}) {
  const keep = useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await evidenceChanged(partnership);
      onClose();
    },
  });
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        {children}
        <Problems error={keep.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={keep.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
