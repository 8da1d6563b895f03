import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { clauses, IncidentChannel } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Ticks } from '../parts/tick.tsx';
import { today } from '../plan/stage-choice.tsx';
import { diligenceChanged, partner, type Incident } from './calls.ts';
import { NumberField } from './inputs.tsx';
import { PersonWarning } from './person-warning.tsx';
import { SupplierChoice } from './supplier-choice.tsx';
import { channelWords } from './words.ts';

type Fields = Pick<Incident, 'supplier' | 'title' | 'facts' | 'clauses' | 'foundOn' | 'channel'> & {
  affected: number | null;
};

/** Writes an incident down, or changes one: facts and numbers, nobody by name. */
export function IncidentForm({
  partnership,
  incident,
  onClose,
}: {
  partnership: string;
  incident: Incident | null;
  onClose: (id: string | null) => void;
}) {
  const [fields, setFields] = useState<Fields>(() => begin(incident));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const withheld = incident?.affected.suppressed ?? false;
  const save = useMutation({
    mutationFn: () => {
      const { affected, ...rest } = fields;
      const json = { ...rest, supplier: fields.supplier?.id ?? null };
      const site = incident?.supplier?.id === json.supplier ? (incident?.site?.id ?? null) : null;
      // A withheld number that nobody typed over stays as it is.
      const counted = withheld && affected === null ? {} : { affected };
      return incident === null
        ? got(
            partner.incidents.$post({ param: { partnership }, json: { ...json, site, affected } }),
          )
        : got(
            partner.incidents[':incident'].$patch({
              param: { partnership, incident: incident.id },
              json: { ...json, site, ...counted },
            }),
          );
    },
    onSuccess: async ({ id }) => {
      await diligenceChanged(partnership);
      onClose(id);
    },
  });
  return (
    <Dialog
      title={incident === null ? 'Write an incident down' : 'Change an incident'}
      open
      onClose={() => onClose(null)}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What happened, in a line?"
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
        <TextArea
          label="What is known"
          hint="Facts and numbers. Nobody by name, no contact of anybody."
          maxLength={8000}
          value={fields.facts}
          onChange={(facts) => set({ facts })}
        />
        <PersonWarning text={`${fields.title}\n${fields.facts}`} />
        <NumberField
          label="How many workers it concerns"
          hint={
            withheld
              ? 'A number is kept and too small to show. Leave it empty to keep it.'
              : 'Under 5 it is kept, and shown to nobody. Empty is not known.'
          }
          value={fields.affected}
          onChange={(affected) => set({ affected })}
        />
        <Ticks
          legend="What it is about"
          options={clauses.map(({ code, title }) => [code, title] as const)}
          chosen={fields.clauses}
          onChange={(next) => set({ clauses: next })}
        />
        <TextField
          label="Found on"
          type="date"
          required
          value={fields.foundOn}
          onChange={(foundOn) => set({ foundOn })}
        />
        <Choice
          label="How it came to be known"
          value={fields.channel}
          options={IncidentChannel.options.map((each) => [each, channelWords[each]] as const)}
          onChange={(channel) => set({ channel })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {incident === null ? 'Write it down' : 'Save'}
          </Button>
          <Button onClick={() => onClose(null)}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(incident: Incident | null): Fields {
  const {
    supplier = null,
    title = '',
    facts = '',
    clauses: chosen = [],
    foundOn = today(),
    channel = 'worker-voice',
  } = incident ?? {};
  return {
    ...{ supplier, title, facts, foundOn, channel, clauses: [...chosen] },
    affected: incident?.affected.value ?? null,
  };
}
