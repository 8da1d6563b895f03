import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  clauseSets,
  involvementTitles,
  severityOf,
  type SeverityBy,
} from '@freehold/core/diligence';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Tick } from '../parts/tick.tsx';
import { today } from '../plan/stage-choice.tsx';
import { diligenceChanged, partner, type Risk } from './calls.ts';
import { StepChoice } from './inputs.tsx';
import { SupplierChoice } from './supplier-choice.tsx';
import { arithmetic } from './words.ts';

type Fields = Omit<
  Risk,
  'id' | 'supplier' | 'site' | 'severity' | 'band' | 'status' | 'reason' | 'madeAt' | 'changedAt'
> & { supplier: Risk['supplier'] };

/** Notes a risk, or changes one; the arithmetic follows what is chosen. */
export function RiskForm({
  partnership,
  risk,
  severityBy,
  onClose,
}: {
  partnership: string;
  risk: Risk | null;
  severityBy: SeverityBy;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(() => begin(risk));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => {
      const json = { ...fields, supplier: fields.supplier?.id ?? null };
      const site = risk?.supplier?.id === json.supplier ? (risk?.site?.id ?? null) : null;
      return risk === null
        ? got(partner.diligence.risks.$post({ param: { partnership }, json: { ...json, site } }))
        : got(
            partner.diligence.risks[':diligenceRisk'].$patch({
              param: { partnership, diligenceRisk: risk.id },
              json: { ...json, site },
            }),
          );
    },
    onSuccess: async () => {
      await diligenceChanged(partnership);
      onClose();
    },
  });
  return (
    <Dialog title={risk === null ? 'Note a risk' : 'Change a risk'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What harm could there be, or is there?"
          required
          maxLength={300}
          value={fields.title}
          onChange={(title) => set({ title })}
        />
        <SupplierChoice
          partnership={partnership}
          chosen={fields.supplier}
          onChange={(supplier) => set({ supplier })}
        />
        <Choice
          label="What it is about"
          value={fields.clause}
          options={Object.values(clauseSets).flatMap(({ title, clauses }) =>
            clauses.map((each): [string, string] => [each.code, `${title}: ${each.title}`]),
          )}
          onChange={(clause) => set({ clause })}
        />
        <StepChoice
          label="Scale: how grave it is"
          least="slight"
          most="threatens life or freedom"
          value={fields.scale}
          onChange={(scale) => set({ scale })}
        />
        <StepChoice
          label="Scope: how many it reaches"
          least="a few"
          most="most workers"
          value={fields.scope}
          onChange={(scope) => set({ scope })}
        />
        <StepChoice
          label="Remediability: how hard it is to make good"
          least="easily made good"
          most="cannot be made good"
          value={fields.remediability}
          onChange={(remediability) => set({ remediability })}
        />
        <StepChoice
          label="Likelihood"
          least="hardly"
          most="it happens now"
          value={fields.likelihood}
          onChange={(likelihood) => set({ likelihood })}
        />
        <p className="small figures" role="status">
          {arithmetic({
            ...{ severity: severityOf(fields, severityBy), likelihood: fields.likelihood },
          })}
        </p>
        <Choice
          label="Our part in it"
          value={fields.involvement}
          options={[
            ['not-known', involvementTitles['not-known']],
            ['cause', involvementTitles.cause],
            ['contribute', involvementTitles.contribute],
            ['linked', involvementTitles.linked],
          ]}
          onChange={(involvement) => set({ involvement })}
        />
        <fieldset className="topic-ticks">
          <legend>It is among the most</legend>
          <div>
            <Tick words="Salient" on={fields.salient} onChange={(salient) => set({ salient })} />
            <Tick words="Severe" on={fields.severe} onChange={(severe) => set({ severe })} />
            <Tick
              words="Tractable"
              on={fields.tractable}
              onChange={(tractable) => set({ tractable })}
            />
          </div>
        </fieldset>
        <TextArea
          label="What is known, and from where?"
          hint="Nobody by name."
          maxLength={4000}
          value={fields.evidence}
          onChange={(evidence) => set({ evidence })}
        />
        <TextField
          label="Noted on"
          type="date"
          required
          value={fields.notedOn}
          onChange={(notedOn) => set({ notedOn })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {risk === null ? 'Note the risk' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(risk: Risk | null): Fields {
  const {
    supplier = null,
    title = '',
    description = '',
    clause = 'ilo-1',
    scale = null,
    scope = null,
    remediability = null,
    likelihood = null,
    involvement = 'not-known',
    salient = false,
    severe = false,
    tractable = false,
    evidence = '',
    notedOn = today(),
  } = risk ?? {};
  return {
    ...{ supplier, title, description, clause, scale, scope, remediability, likelihood },
    ...{ involvement, salient, severe, tractable, evidence, notedOn },
  };
}
