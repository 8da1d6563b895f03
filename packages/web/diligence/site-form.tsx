import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { countries } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { diligenceChanged, partner, type Site } from './calls.ts';
import { NumberField } from './inputs.tsx';

type Fields = Pick<
  Site,
  'name' | 'country' | 'postcode' | 'placeCode' | 'longitude' | 'latitude' | 'workers'
>;

/** Adds a site of a supplier, changes one, or takes it off; where it lies is worked out. */
export function SiteForm({
  partnership,
  supplier,
  site,
  onClose,
}: {
  partnership: string;
  supplier: string;
  site: Site | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(() => begin(site));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const onSuccess = async () => {
    await diligenceChanged(partnership);
    onClose();
  };
  const sites = partner['supplier-sites'][':site'];
  const save = useMutation({
    mutationFn: () =>
      site === null
        ? got(
            partner.suppliers[':supplier'].sites.$post({
              param: { partnership, supplier },
              json: fields,
            }),
          )
        : got(sites.$put({ param: { partnership, site: site.id }, json: fields })),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: () => got(sites.$delete({ param: { partnership, site: site?.id ?? '' } })),
    onSuccess,
  });
  return (
    <Dialog title={site === null ? 'Add a site' : 'Change a site'} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="Name"
          maxLength={300}
          value={fields.name}
          onChange={(name) => set({ name })}
        />
        <Choice
          label="Country"
          value={fields.country}
          options={[
            ['', 'Not known'],
            ...countries.map(({ code, name }): [string, string] => [code, name]),
          ]}
          onChange={(country) => set({ country })}
        />
        <TextField
          label="Postcode"
          maxLength={12}
          value={fields.postcode}
          onChange={(postcode) => set({ postcode: postcode.toUpperCase() })}
        />
        <TextField
          label="Place code"
          hint="Of a ward, district or other place, such as E07000061."
          maxLength={30}
          value={fields.placeCode}
          onChange={(placeCode) => set({ placeCode })}
        />
        <NumberField
          label="Latitude"
          hint="Degrees, to the north."
          value={fields.latitude}
          onChange={(latitude) => set({ latitude })}
        />
        <NumberField
          label="Longitude"
          hint="Degrees, to the east."
          value={fields.longitude}
          onChange={(longitude) => set({ longitude })}
        />
        <NumberField
          label="Workers here"
          hint="A number; nobody by name."
          value={fields.workers}
          onChange={(workers) => set({ workers })}
        />
        <Problems error={save.error ?? remove.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {site === null ? 'Add the site' : 'Save'}
          </Button>
          {site !== null && (
            <Button tone="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
              Remove this site
            </Button>
          )}
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function begin(site: Site | null): Fields {
  const {
    name = '',
    country = '',
    postcode = '',
    placeCode = '',
    longitude = null,
    latitude = null,
    workers = null,
  } = site ?? {};
  return { name, country, postcode, placeCode, longitude, latitude, workers };
}
