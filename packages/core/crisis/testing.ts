import type { Baseline, BaselinePoint, Contact, PlanAction, Service } from './item.ts';

/** Weeks that end on 1 March 2026, the last count for the last of them; null is a hidden one. */
export function weeks(counts: readonly (number | null)[]): readonly BaselinePoint[] {
  const day = (before: number) =>
    new Date(Date.UTC(2026, 2, 1) - before * 86_400_000).toISOString().slice(0, 10);
  return counts.map((count, at) => {
    const before = (counts.length - 1 - at) * 7;
    return { start: day(before + 6), end: day(before), count, suppressed: count === null };
  });
}

export function baselineOf(counts: readonly (number | null)[]): Baseline {
  return {
    ...{ kind: 'baseline', counts: 'concerns', measure: '', title: 'Concerns', source: 'Desk' },
    points: [...weeks(counts)],
  };
}

export function actionOf(change: Partial<PlanAction> = {}): PlanAction {
  return {
    ...{
      kind: 'action',
      title: 'Open the rest centre',
      practice: '',
      ownerOrganisation: 'Council',
    },
    ...{ ownerRole: 'Duty officer', dueAfterHours: 12, route: '', checks: [], status: 'planned' },
    note: '',
    ...change,
  };
}

export function serviceOf(change: Partial<Service> = {}): Service {
  return {
    ...{ kind: 'service', service: 'shelter', organisation: 'Lantern Trust', route: 'Duty desk' },
    ...{ state: 'working', places: 10, needed: 15, asksStatus: 'no' },
    ...change,
  };
}

export function contactOf(change: Partial<Contact> = {}): Contact {
  return {
    ...{
      kind: 'contact',
      organisation: 'Council',
      role: 'Duty officer',
      mailbox: 'duty@example.org',
    },
    ...{ telephone: '01632 960 001', calledBy: null, acknowledged: false },
    ...change,
  };
}
