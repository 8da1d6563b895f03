import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Confidence, Verdict } from '@freehold/core/evidence';
import { mechanisms, shippedTypes } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import {
  addClaim,
  changeClaim,
  evidenceChanged,
  groupsQuery,
  type WholeClaim,
  type WrittenClaim,
} from './calls.ts';
import { CodeTicks } from './code-ticks.tsx';
import { StudyLinks } from './study-links.tsx';
import { confidenceWords, statusWords, verdictWords } from './words.ts';

/** Adds a claim, or changes one as its next version; what is typed stays when the server says no. */
export function ClaimForm({
  partnership,
  claim,
  onClose,
}: {
  partnership: string;
  claim: WholeClaim | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<WrittenClaim>(() => begin(claim));
  const set = (change: Partial<WrittenClaim>) => setFields((before) => ({ ...before, ...change }));
  const groups = useQuery(groupsQuery(partnership));
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: async () => {
      if (claim === null) return (await addClaim(partnership, fields)).id;
      const { id, version } = claim.claim;
      await changeClaim(partnership, id, { ...fields, version });
      return id;
    },
    onSuccess: async (id) => {
      await evidenceChanged(partnership);
      onClose();
      if (claim === null)
        await navigate({
          to: '/p/$partnership/evidence/claims/$claim',
          params: { partnership, claim: id },
        });
    },
  });
  return (
    <Dialog title={claim === null ? 'Add a claim' : 'Change the claim'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextArea
          label="What is claimed?"
          hint="One sentence that a study can speak for or against."
          maxLength={2000}
          value={fields.statement}
          onChange={(statement) => set({ statement })}
        />
        <TextField
          label="Theme"
          maxLength={200}
          value={fields.theme}
          onChange={(theme) => set({ theme })}
        />
        <TextField
          label="Where and for whom"
          maxLength={1000}
          value={fields.scope}
          onChange={(scope) => set({ scope })}
        />
        <StudyLinks
          partnership={partnership}
          links={fields.links}
          known={claim?.studies ?? []}
          onChange={(links) => set({ links })}
        />
        <Choice
          label="Verdict"
          hint="What the evidence says, kept apart from how sure one may be."
          value={fields.verdict ?? ''}
          options={[
            ['', 'Not decided: show what the numbers suggest'],
            ...Verdict.options.map((each) => [each, verdictWords[each]] as const),
          ]}
          onChange={(verdict) => set({ verdict: verdict === '' ? null : verdict })}
        />
        <Override value={fields.override} onChange={(override) => set({ override })} />
        <Choice
          label="Status"
          value={fields.status}
          options={statuses}
          onChange={(status) => set({ status })}
        />
        <Choice
          label="Working group"
          value={fields.group ?? ''}
          options={[
            ['', 'None'],
            ...(groups.data?.groups ?? []).map(({ id, name }) => [id, name] as const),
          ]}
          onChange={(group) => set({ group: group === '' ? null : group })}
        />
        <TextField
          label="Look at it again by"
          type="date"
          value={fields.reviewBy ?? ''}
          onChange={(on) => set({ reviewBy: on === '' ? null : on })}
        />
        <TextField
          label="Last looked at"
          type="date"
          value={fields.lastReviewOn ?? ''}
          onChange={(on) => set({ lastReviewOn: on === '' ? null : on })}
        />
        <CodeTicks
          legend="Intervention types that it is about"
          options={shippedTypes.types.map(({ code, label }) => [code, label])}
          chosen={fields.types}
          onChange={(types) => set({ types: types })}
        />
        <CodeTicks
          legend="Pathways that it is about"
          options={mechanisms.map(({ code, article }) => [code, article])}
          chosen={fields.pathways}
          onChange={(pathways) => set({ pathways: pathways })}
        />
        <TextArea
          label={claim === null ? 'Why it is put down' : 'What changed, and why'}
          hint="Stands in the claim’s history."
          maxLength={2000}
          value={fields.note}
          onChange={(note) => set({ note })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {claim === null ? 'Add the claim' : `Save as version ${claim.claim.version + 1}`}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

const statuses = (
  ['draft', 'in-assessment', 'consultation', 'published', 'superseded'] as const
).map((each) => [each, statusWords[each]] as const);

function Override({
  value,
  onChange,
}: {
  value: WrittenClaim['override'];
  onChange: (value: WrittenClaim['override']) => void;
}) {
  return (
    <>
      <Choice
        label="Confidence"
        hint="Overruling the rule needs a reason; your name stands beside it."
        value={value?.confidence ?? ''}
        options={[
          ['', 'What the rule says'],
          ...Confidence.options.map(
            (each) => [each, `Overrule: ${confidenceWords[each].toLowerCase()}`] as const,
          ),
        ]}
        onChange={(confidence) =>
          onChange(confidence === '' ? null : { confidence, reason: value?.reason ?? '' })
        }
      />
      {value !== null && (
        <TextArea
          label="Why the rule is overruled"
          maxLength={2000}
          value={value.reason}
          onChange={(reason) => onChange({ ...value, reason })}
        />
      )}
    </>
  );
}

function begin(whole: WholeClaim | null): WrittenClaim {
  const claim = whole?.claim;
  const { override } = claim ?? {};
  return {
    ...{ statement: claim?.statement ?? '', theme: claim?.theme ?? '' },
    ...{ subTheme: claim?.subTheme ?? '', crisis: claim?.crisis ?? '', scope: claim?.scope ?? '' },
    ...{ status: claim?.status ?? 'draft', owner: claim?.owner ?? '' },
    ...{ lastReviewOn: claim?.lastReviewOn ?? null, reviewBy: claim?.reviewBy ?? null },
    ...{ verdict: claim?.verdict ?? null, types: claim?.types ?? [] },
    ...{ pathways: claim?.pathways ?? [], topics: claim?.topics ?? [] },
    override: override ? { confidence: override.confidence, reason: override.reason } : null,
    ...{ links: claim?.links ?? [], group: claim?.group ?? null, note: '' },
  };
}
