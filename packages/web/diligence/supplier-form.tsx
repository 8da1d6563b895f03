import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { countries, products } from '@freehold/core/diligence';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Tick } from '../parts/tick.tsx';
import { diligenceChanged, partner, type WholeSupplier } from './calls.ts';
import { numberOr, NumberField } from './inputs.tsx';
import { productWords } from './words.ts';

type Supplier = WholeSupplier['supplier'];
type Fields = Pick<
  Supplier,
  | 'name'
  | 'own'
  | 'companyNumber'
  | 'country'
  | 'tier'
  | 'workers'
  | 'turnover'
  | 'currency'
  | 'products'
  | 'note'
>;

/** Adds a supplier, or changes one; what is not known stays empty. */
export function SupplierForm({
  partnership,
  supplier,
  onClose,
}: {
  partnership: string;
  supplier: Supplier | null;
  onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(() => begin(supplier));
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      supplier === null
        ? got(partner.suppliers.$post({ param: { partnership }, json: fields }))
        : got(
            partner.suppliers[':supplier'].$patch({
              param: { partnership, supplier: supplier.id },
              json: fields,
            }),
          ),
    onSuccess: async () => {
      await diligenceChanged(partnership);
      onClose();
    },
  });
  return (
    <Dialog
      title={supplier === null ? 'Add a supplier' : 'Change a supplier'}
      open
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label="Name"
          required
          maxLength={300}
          value={fields.name}
          onChange={(name) => set({ name })}
        />
        <Tick words="It is our own organisation" on={fields.own} onChange={(own) => set({ own })} />
        <TextField
          label="Company number"
          maxLength={40}
          value={fields.companyNumber}
          onChange={(companyNumber) => set({ companyNumber })}
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
        <Choice
          label="Tier"
          hint="1 sells to you; 2 sells to tier 1, and so on."
          value={String(fields.tier ?? '')}
          options={[
            ['', 'Not known'],
            ...Array.from({ length: 9 }, (_, at): [string, string] => [
              String(at + 1),
              String(at + 1),
            ]),
          ]}
          onChange={(tier) => set({ tier: numberOr(tier) })}
        />
        <ProductChoice chosen={fields.products} onChange={(next) => set({ products: next })} />
        <NumberField
          label="Workers"
          hint="A number; nobody by name."
          value={fields.workers}
          onChange={(workers) => set({ workers })}
        />
        <NumberField
          label="Turnover in a year"
          value={fields.turnover}
          onChange={(turnover) => set({ turnover })}
        />
        <TextField
          label="Currency"
          hint="Three letters, such as GBP."
          maxLength={3}
          value={fields.currency}
          onChange={(currency) => set({ currency: currency.toUpperCase() })}
        />
        <TextArea
          label="Note"
          maxLength={2000}
          value={fields.note}
          onChange={(note) => set({ note })}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            {supplier === null ? 'Add the supplier' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function ProductChoice({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  return (
    <div className="stack-tight">
      <Choice
        label="Add a product"
        hint="Sections and divisions of ISIC revision 4."
        value=""
        options={[
          ['', 'Choose …'],
          ...products
            .filter(({ code }) => !chosen.includes(code))
            .map(({ code }): [string, string] => [code, productWords(code)]),
        ]}
        onChange={(code) => code !== '' && onChange([...chosen, code])}
      />
      {chosen.map((code) => (
        <div key={code} className="row">
          <span>{productWords(code)}</span>
          <Button tone="quiet" onClick={() => onChange(chosen.filter((each) => each !== code))}>
            Take off<span className="unseen"> {productWords(code)}</span>
          </Button>
        </div>
      ))}
    </div>
  );
}

function begin(supplier: Supplier | null): Fields {
  const {
    name = '',
    own = false,
    companyNumber = '',
    country = '',
    tier = null,
    workers = null,
    turnover = null,
    currency = '',
    products: chosen = [],
    note = '',
  } = supplier ?? {};
  return {
    ...{ name, own, companyNumber, country, tier, workers, turnover, currency, note },
    products: [...chosen],
  };
}
