import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Tick, Ticks } from '../parts/tick.tsx';
import { MarkFields } from './mark-fields.tsx';
import { planChanged, type Asset, type PlaceAt, type TopicName } from './plan.ts';
import { assetKinds } from './words.ts';

type Fields = Omit<Asset, 'id' | 'place' | 'removed' | 'madeAt' | 'changedAt'>;

/** Adds an asset, or changes one; what is typed stays when the server says no. */
export function AssetForm({
  at,
  asset,
  topics,
  onClose,
}: {
  at: PlaceAt;
  asset: Asset | null;
  topics: readonly TopicName[];
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(() => begin(asset));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => keep(at, asset, fields),
    onSuccess: async () => {
      await planChanged();
      onClose();
    },
  });
  return (
    <Dialog title={asset === null ? 'Add an asset' : 'Change an asset'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="What is it?"
          hint="An organisation, a service, a role. Do not name a survivor."
          required
          maxLength={200}
          value={fields.name}
          onChange={(name) => set({ name })}
        />
        <Choice
          label="Kind"
          value={fields.kind}
          options={assetKinds}
          onChange={(kind) => set({ kind })}
        />
        <Ticks
          legend="What can it help with?"
          options={topics.map(({ code, title }) => [code, title] as const)}
          chosen={fields.topics}
          onChange={(next) => set({ topics: next })}
        />
        <TextField
          label="Capacity"
          hint="How much it can do, such as “12 people a week”."
          maxLength={500}
          value={fields.capacity}
          onChange={(capacity) => set({ capacity })}
        />
        <TextField
          label="How one gets to it"
          hint="Who may use it and how: a number, a referral form, opening hours."
          maxLength={500}
          value={fields.accessRoute}
          onChange={(accessRoute) => set({ accessRoute })}
        />
        <TextField
          label="Looked after by"
          maxLength={200}
          value={fields.owner}
          onChange={(owner) => set({ owner })}
        />
        <TextField
          label="Last confirmed"
          type="date"
          hint="When somebody last asked whether it is still there."
          value={fields.lastConfirmed ?? ''}
          onChange={(on) => set({ lastConfirmed: on === '' ? null : on })}
        />
        <Tick
          words="Those who run it agree to be listed in reports"
          on={fields.consentToList}
          onChange={(consentToList) => set({ consentToList })}
        />
        <Tick
          words="An action or agreement draws on it already"
          on={fields.used}
          onChange={(used) => set({ used })}
        />
        <TextArea
          label="Note"
          maxLength={2000}
          value={fields.note}
          onChange={(note) => set({ note })}
        />
        <MarkFields marks={fields} onChange={set} />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {asset === null ? 'Add the asset' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(asset: Asset | null): Fields {
  if (asset === null) {
    return {
      name: '',
      kind: 'service',
      topics: [],
      capacity: '',
      accessRoute: '',
      owner: '',
      lastConfirmed: null,
      consentToList: false,
      used: false,
      note: '',
      pathway: null,
      fourP: null,
    };
  }
  const {
    id: _id,
    place: _place,
    removed: _removed,
    madeAt: _made,
    changedAt: _changed,
    ...fields
  } = asset;
  return fields;
}

async function keep(at: PlaceAt, asset: Asset | null, fields: Fields): Promise<void> {
  const partner = api.partnerships[':partnership'];
  if (asset === null) {
    await got(partner.places[':place'].assets.$post({ param: at, json: fields }));
  } else {
    const param = { partnership: at.partnership, asset: asset.id };
    await got(partner.assets[':asset'].$patch({ param, json: fields }));
  }
}
