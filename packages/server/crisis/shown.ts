import type { z } from 'zod';
import { stepOf, type DayCount, type Item } from '@freehold/core/crisis';
import type { CrisisShown, ItemShown } from './shapes.ts';
import type { KeptCrisis, KeptDay, KeptItem } from './store.ts';

/** A crisis as it leaves the house. */
export function shownCrisis({
  activatedAt,
  endedAt,
  reviewedAt,
  changedAt,
  ...rest
}: KeptCrisis): z.infer<typeof CrisisShown> {
  return {
    ...rest,
    activatedAt: activatedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    reviewedAt: reviewedAt?.toISOString() ?? null,
    changedAt: changedAt.toISOString(),
  };
}

/** An item as it leaves the house: typed counts of a baseline only as the foot of their step. [CR-8] */
export function shownItem(
  { id, content, version, changedAt, changedBy }: KeptItem,
  least: number,
): z.infer<typeof ItemShown> {
  return {
    ...{ id, version, changedBy },
    ...{ content: shownContent(content, least), changedAt: changedAt.toISOString() },
  };
}

/** Counts of a day in steps. [CR-8] */
export function shownDay({ day, concerns, again }: DayCount, least: number) {
  return { day, concerns: stepOf(concerns, least), again: stepOf(again, least) };
}

/** The same with who typed them, and when. */
export function shownKeptDay(day: KeptDay, least: number) {
  const { changedAt, changedBy } = day;
  return { ...shownDay(day, least), changedAt: changedAt.toISOString(), changedBy };
}

function shownContent(content: Item, least: number): Item {
  // A series has been through its measure's own rule when it was frozen.
  if (content.kind !== 'baseline' || content.counts === 'measure') return content;
  const points = content.points.map((point) => {
    const step = stepOf(point.count, least);
    if (step === null) return point;
    return { ...point, count: step.suppressed ? null : step.low, suppressed: step.suppressed };
  });
  return { ...content, points };
}
