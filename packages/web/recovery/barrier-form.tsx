import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { BarrierStatus, barrierWords, compensationRoutes } from '@freehold/core/recovery';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { today } from '../plan/stage-choice.tsx';
import { keepBarrier, type Barrier, type BarrierFields } from './calls.ts';

/** Puts a barrier on the board, or changes one; what is typed stays when it is refused. */
export function BarrierForm({
  partnership,
  barrier,
  onClose,
}: {
  partnership: string;
  barrier: Barrier | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<BarrierFields>(() => begin(barrier));
  const set = (change: Partial<BarrierFields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => keepBarrier(partnership, barrier?.id ?? null, fields),
    onSuccess: onClose,
  });
  const line = (label: string, key: 'affects' | 'ownerOrganisation' | 'ownerRole') => (
    <TextField
      label={label}
      maxLength={200}
      value={fields[key]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <Dialog title={barrier === null ? 'Add a barrier' : 'Change a barrier'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Notice tone="info" title="Nobody in it">
          <p className="small">
            A rule, a cost or a service that stands in the way. No names, and no story of one
            person.
          </p>
        </Notice>
        <TextField
          label="What stands in the way"
          required
          maxLength={300}
          value={fields.title}
          onChange={(title) => set({ title })}
        />
        <TextArea
          label="How it does so"
          maxLength={4000}
          value={fields.detail}
          onChange={(detail) => set({ detail })}
        />
        <Choice
          label="On which route"
          value={fields.route}
          options={[
            ['', 'Several, or all'],
            ...compensationRoutes.map(({ code, title }): [string, string] => [code, title]),
          ]}
          onChange={(route) => set({ route })}
        />
        {line('Whom it keeps out', 'affects')}
        {line('Which organisation works on it', 'ownerOrganisation')}
        {line('Who there, by role', 'ownerRole')}
        <TextArea
          label="What is asked of whom"
          hint="It opens the brief for those who can change it."
          maxLength={1000}
          value={fields.asks}
          onChange={(asks) => set({ asks })}
        />
        <Choice<BarrierStatus>
          label="How far it is"
          value={fields.status}
          options={BarrierStatus.options.map((each) => [each, barrierWords[each]] as const)}
          onChange={(status) => set({ status })}
        />
        {(fields.status === 'removed' || fields.status === 'left') && (
          <TextField
            label="Why"
            required
            maxLength={1000}
            value={fields.reason}
            onChange={(reason) => set({ reason })}
          />
        )}
        <TextField
          label="Seen on"
          type="date"
          required
          value={fields.seenOn}
          onChange={(seenOn) => set({ seenOn })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            Keep it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(barrier: Barrier | null): BarrierFields {
  const {
    title = '',
    detail = '',
    route = '',
    affects = '',
    ownerOrganisation = '',
    ownerRole = '',
    asks = '',
    status = 'seen',
    reason = '',
    seenOn = today(),
  } = barrier ?? {};
  return {
    title,
    detail,
    route,
    affects,
    ownerOrganisation,
    ownerRole,
    asks,
    status,
    reason,
    seenOn,
  };
}
