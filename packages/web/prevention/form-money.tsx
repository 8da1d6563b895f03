import { Choice, TextField } from '../parts/field.tsx';
import type { Part } from './form.tsx';
import { NumberField, Section } from './form-section.tsx';

const currencies = ['GBP', 'EUR', 'USD', 'AUD', 'CAD', 'INR', 'NZD', 'ZAR'];

/** When, with what money, and how many people. */
export function MoneyAndReach({ fields, set }: Part) {
  return (
    <Section legend="When, with what money, for how many">
      <TextField
        label="First day"
        type="date"
        value={fields.startsOn ?? ''}
        onChange={(on) => set({ startsOn: on === '' ? null : on })}
      />
      <TextField
        label="Last day"
        type="date"
        value={fields.endsOn ?? ''}
        onChange={(on) => set({ endsOn: on === '' ? null : on })}
      />
      <NumberField
        label="Budget"
        hint="For the whole of it. Empty is “not known”, never nought."
        step="any"
        value={fields.budget}
        onChange={(budget) => set({ budget })}
      />
      <Choice
        label="Currency"
        value={fields.currency}
        options={[...new Set([fields.currency, ...currencies])].map((each) => [each, each])}
        onChange={(currency) => set({ currency })}
      />
      <TextField
        label="Funder"
        maxLength={200}
        value={fields.funder}
        onChange={(funder) => set({ funder })}
      />
      <NumberField
        label="People to be reached"
        value={fields.reachTarget}
        onChange={(reachTarget) => set({ reachTarget })}
      />
      <NumberField
        label="People reached so far"
        hint="A count only. Leave it empty where nobody has counted."
        value={fields.reachActual}
        onChange={(reachActual) => set({ reachActual })}
      />
    </Section>
  );
}
