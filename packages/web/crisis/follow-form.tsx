import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { planChanged, useTopics } from '../plan/plan.ts';
import type { HeldFinding } from './after.tsx';
import { crisisChanged, follow, type FollowBody } from './calls.ts';

type As = FollowBody['as'];

const asWords = {
  claim: 'A draft claim of the evidence register',
  gap: 'A gap of the plan',
  action: 'An action of the plan',
} as const;

/** Makes of a finding a claim, a gap or an action; each once. */
export function FollowForm({
  partnership,
  held,
  onClose,
}: {
  partnership: string;
  held: HeldFinding;
  onClose: () => void;
}) {
  const topics = useTopics(partnership);
  const left = (['claim', 'gap', 'action'] as const).filter((as) => held.content[as] === null);
  const [as, setAs] = useState<As>(left[0] ?? 'claim');
  const [theme, setTheme] = useState('Crisis');
  const [topic, setTopic] = useState('');
  const [severity, setSeverity] = useState<'low' | 'medium' | 'high'>('medium');
  const [ownerOrganisation, setOwner] = useState('');
  const [dueOn, setDue] = useState('');
  const bodies: Readonly<Record<As, FollowBody>> = {
    claim: { as: 'claim', theme },
    gap: {
      as: 'gap',
      topic: topic === '' ? (topics[0]?.code ?? '') : topic,
      gapKind: 'service',
      severity,
    },
    action: { as: 'action', ownerOrganisation, dueOn: dueOn === '' ? null : dueOn },
  };
  const save = useMutation({
    mutationFn: () => follow(partnership, held.id, bodies[as]),
    onSuccess: async () => {
      await Promise.all([crisisChanged(), planChanged()]);
      onClose();
    },
  });
  return (
    <Dialog title="What becomes of this finding?" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p>“{held.content.says}”</p>
        <Choice
          label="It becomes"
          value={as}
          options={left.map((each) => [each, asWords[each]] as const)}
          onChange={setAs}
        />
        {as === 'claim' && (
          <TextField
            label="Theme in the register"
            hint="It begins as a draft without studies and without a grade."
            required
            maxLength={200}
            value={theme}
            onChange={setTheme}
          />
        )}
        {as === 'gap' && (
          <>
            <Choice
              label="Topic"
              value={topic}
              options={topics.map(({ code, title }) => [code, title] as const)}
              onChange={setTopic}
            />
            <Choice
              label="Severity"
              value={severity}
              options={[
                ['low', 'Low'],
                ['medium', 'Medium'],
                ['high', 'High'],
              ]}
              onChange={setSeverity}
            />
          </>
        )}
        {as === 'action' && (
          <>
            <TextField
              label="Organisation that does it"
              maxLength={200}
              value={ownerOrganisation}
              onChange={setOwner}
            />
            <TextField label="Due" type="date" value={dueOn} onChange={setDue} />
          </>
        )}
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            Make it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
