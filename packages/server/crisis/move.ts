import { ofKind, stepProblems, type CrisisState } from '@freehold/core/crisis';
import { refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { found } from '../review/status.ts';
import { dayOf } from './day.ts';
import { filledFrom, measuresOf, seriesAround } from './freeze.ts';
import {
  activeCrisis,
  addEvent,
  changeCrisis,
  crisisOf,
  itemsOf,
  refill,
  type By,
  type KeptCrisis,
} from './store.ts';

/**
 * Takes a crisis to its next state, or back by one. At the activation baselines are frozen and every contact is
 * to be called anew. [CR-2] [CR-7] [CR-9]
 */
export async function moveCrisis(
  tx: Work,
  by: By,
  id: string,
  to: CrisisState,
): Promise<Outcome<KeptCrisis>> {
  const crisis = await crisisOf(tx, id, true);
  if (crisis === null) return found<KeptCrisis>(null);
  const items = await itemsOf(tx, id);
  const active = await activeCrisis(tx);
  const problems = stepProblems(crisis.state, to, {
    anotherActive: active !== null && active.id !== id,
    findings: ofKind(items, 'finding').length,
  });
  if (problems.length > 0) return refused(...problems);
  if (crisis.state === 'prepared') {
    const series = await seriesAround(tx, crisis.place.id, measuresOf(items), dayOf(by.now));
    const uncalled = ofKind(items, 'contact').map(({ id: item, content }) => ({
      ...{ id: item, content: { ...content, acknowledged: false } },
    }));
    await refill(tx, [...filledFrom(items, series), ...uncalled]);
  }
  await changeCrisis(tx, by, { ...crisis, ...stamped(crisis, to, by), state: to });
  await addEvent(tx, by, id, eventOf(crisis.state, to));
  return found(await crisisOf(tx, id));
}

function stamped(crisis: KeptCrisis, to: CrisisState, { now, name }: By) {
  switch (to) {
    case 'prepared':
      return { activatedAt: null, activatedBy: '' };
    case 'active':
      return crisis.state === 'prepared'
        ? { activatedAt: now, activatedBy: name, endedAt: null }
        : { endedAt: null };
    case 'ended':
      return crisis.state === 'active' ? { endedAt: now } : { reviewedAt: null };
    case 'reviewed':
      return { reviewedAt: now };
  }
}

function eventOf(from: CrisisState, to: CrisisState) {
  if (to === 'active') {
    return from === 'prepared'
      ? { what: 'activated', says: 'Activated; counts from before are frozen' }
      : { what: 'reopened', says: 'Taken up again: the end was taken back' };
  }
  if (to === 'ended') {
    return from === 'active'
      ? { what: 'ended', says: 'Ended; the after-action review begins' }
      : { what: 'review-reopened', says: 'The after-action review was opened again' };
  }
  return to === 'prepared'
    ? { what: 'taken-back', says: 'The activation was taken back' }
    : { what: 'reviewed', says: 'The after-action review is finished' };
}
