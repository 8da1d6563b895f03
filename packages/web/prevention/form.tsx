import type { PlaceAt } from '../plan/plan.ts';
import type { Fields, TypeList } from './calls.ts';
import { Checks } from './form-checks.tsx';
import { Links } from './form-links.tsx';
import { MoneyAndReach } from './form-money.tsx';
import { What } from './form-what.tsx';
import { Who } from './form-who.tsx';

export type Part = {
  readonly at: PlaceAt;
  readonly list: TypeList;
  readonly fields: Fields;
  readonly set: (change: Partial<Fields>) => void;
};

/** Every field of an intervention on one page, in the order in which people think of them. */
export function InterventionForm(part: Part) {
  return (
    <>
      <What {...part} />
      <Who {...part} />
      <MoneyAndReach {...part} />
      <Checks {...part} />
      <Links {...part} />
    </>
  );
}
