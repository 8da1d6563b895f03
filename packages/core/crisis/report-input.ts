import { headed, type Document, type ReportBody } from '../document/index.ts';
import type { Change } from './change.ts';
import type { StepCount } from './count.ts';
import type { CrisisState, CrisisType, Phase } from './crisis.ts';
import type { Item } from './item.ts';

/** A crisis as its reports need it. Days are ISO days, '' and null where nothing is said. */
export type ReportedCrisis = {
  readonly title: string;
  readonly type: CrisisType;
  readonly phase: Phase;
  readonly state: CrisisState;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly source: string;
  readonly triggerRule: string;
  readonly affected: string;
  readonly irregular: string;
  readonly activatedAt: Date | null;
  readonly endedAt: Date | null;
};

export type ReportedItem = {
  readonly id: string;
  readonly content: Item;
  readonly changedAt: Date;
  readonly changedBy: string;
};

/** What both reports are made from; counts are as they may leave the house. [CR-8] */
export type CrisisInput = {
  readonly now: Date;
  readonly partnership: { readonly name: string; readonly madeUp: boolean };
  readonly place: string;
  readonly crisis: ReportedCrisis;
  readonly items: readonly ReportedItem[];
  readonly days: readonly {
    readonly day: string;
    readonly concerns: StepCount | null;
    readonly again: StepCount | null;
  }[];
  readonly changes: readonly Change[];
  readonly events: readonly {
    readonly at: Date;
    readonly what: string;
    readonly says: string;
    readonly by: string;
  }[];
};

/** Puts the head of a crisis's reports around what one says. */
export function crisisDocument(
  { now, partnership, place, crisis }: CrisisInput,
  says: ReportBody,
): Document {
  const { name, madeUp } = partnership;
  return headed(
    { partnership: name, place, madeUp, madeOn: now.toISOString().slice(0, 10) },
    { ...says, running: `${crisis.title}: ${says.title}` },
  );
}

/** "2 March 2026, 10:05 UTC": a situation report is read by the hour. */
export function instant(at: Date): string {
  const day = at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${day}, ${at.toISOString().slice(11, 16)} UTC`;
}
