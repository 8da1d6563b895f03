import type { Role } from '@freehold/core/access';
import { cornersOf, standing, type Standing, type Step } from '@freehold/core/action';
import type { Work } from '../database/within.ts';
import { keptTargetsOf, type KeptTarget } from './target-store.ts';
import { hindrancesOf, keyOf, valuesOf, type ValuePoint, type Values } from './target-values.ts';

/** A target with what is known of its values, and how it stands. */
export type StandingTarget = KeptTarget & {
  readonly values: Omit<Values, 'subject' | 'points'>;
  readonly points: readonly ValuePoint[];
  readonly corners: readonly Step[];
  readonly standing: Standing;
};

/**
 * The targets of a place, oldest first, each with its values and how it stands on a day, as somebody of this role may
 * see them. Three statements at most.
 */
export async function targetsOf(
  tx: Work,
  place: string,
  on: { readonly role: Role; readonly today: string },
): Promise<readonly StandingTarget[]> {
  const targets = await keptTargetsOf(tx, place);
  return withStanding(tx, place, targets, on);
}

export async function withStanding(
  tx: Work,
  place: string,
  targets: readonly KeptTarget[],
  { role, today }: { readonly role: Role; readonly today: string },
): Promise<readonly StandingTarget[]> {
  const abouts = targets.map(({ about }) => about);
  const known = await valuesOf(tx, place, abouts, role);
  return targets.map((target) => {
    const { points, ...values } = known.get(keyOf(target.about)) ?? unknown(target);
    const past = points.filter(({ on }) => on <= today);
    const hindrances = hindrancesOf({ ...values, points: past }, target.basis);
    return {
      ...target,
      values,
      points,
      corners: cornersOf(target),
      standing: standing(target, points, { today, hindrances }),
    };
  });
}

/** A target on something that nobody has a value of any more. */
function unknown({ title, about, direction }: KeptTarget): Values {
  const scored = about.kind !== 'measure';
  return {
    subject: { direction, least: null, most: null },
    ...{ title, unit: scored ? 'of 4' : '', decimals: 1, detection: false, own: true },
    ...{ placeName: '', source: '', breaks: [], points: [] },
  };
}
