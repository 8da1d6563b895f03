import { crossed, outcomes, type MapItem } from '@freehold/core/evidence';
import { mechanisms, Timing } from '@freehold/core/prevention';

/** What a map lists, before what its studies use beyond it: types of intervention, pathway by timing, outcomes. */
export function listedFor(types: readonly MapItem[]) {
  const pathways = mechanisms.flatMap(({ code, article }) =>
    crossed([code], Timing.options).map((row, at) => ({
      code: row,
      label: `${article}, ${timingWords[Timing.options[at] ?? 'before']}`,
    })),
  );
  return { types, pathways, outcomes };
}

const timingWords: Readonly<Record<Timing, string>> = {
  before: 'before harm',
  early: 'early',
  treat: 'treating harm',
  're-trafficking': 'against re-trafficking',
};
