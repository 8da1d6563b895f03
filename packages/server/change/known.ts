import type { Role } from '@freehold/core/access';
import type { Known, KnownTarget, Reading } from '@freehold/core/change';
import { day, number } from '@freehold/core/document';
import { targetsOf, type StandingTarget } from '../action/index.ts';
import type { Work } from '../database/within.ts';
import { claimsOf } from '../evidence/index.ts';

/** What the register and the cycle know now: every claim, and the targets of a place. */
export async function knownFor(
  tx: Work,
  place: string | null,
  on: { readonly role: Role; readonly today: string },
): Promise<Known> {
  const targets = place === null ? [] : await targetsOf(tx, place, on);
  return {
    claims: await knownClaims(tx),
    targets: targets.filter(({ removed }) => !removed).map(knownTarget),
  };
}

export async function knownClaims(tx: Work): Promise<Known['claims']> {
  const claims = await claimsOf(tx);
  return claims.map(({ id, statement, confidence, verdict }) => ({
    ...{ id, statement, confidence, verdict },
  }));
}

/** "12.5 % on 31 December 2025; aim 20 by 31 December 2026" */
function knownTarget({ id, title, values, standing, aim, endsOn }: StandingTarget): KnownTarget {
  const written = (value: number) => number(value, values.decimals);
  const point = standing.point;
  const now =
    point === null || point.value === null
      ? 'no value since the baseline'
      : `${written(point.value)} ${values.unit} on ${day(point.on)}`;
  const caveat = values.detection ? '; counts what was found, not what there is' : '';
  const aimed = `aim ${written(aim)} by ${day(endsOn)}`;
  return { id, title, reading: readings[standing.answer], says: `${now}; ${aimed}${caveat}` };
}

const readings: Readonly<Record<StandingTarget['standing']['answer'], Reading>> = {
  'on-track': 'on-course',
  ahead: 'on-course',
  behind: 'off-course',
  'too-early': 'none',
  'no-data': 'none',
  'cannot-compare': 'none',
};
