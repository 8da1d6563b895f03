import type { ActionFacts } from '../action/index.ts';
import type { FourP, Pathway, Stage } from '../framework/index.ts';
import type { GapKind, GapStatus, Severity } from '../review/index.ts';
import type { DecisionFacts } from './decision.ts';
import type { RiskFacts } from './risk.ts';
import type { Channel, PeopleBand } from './survivor-input.ts';

// What the reports of a place are made from. Days are ISO days; texts are '' and days null where nothing is said.

/** Where and when a report is made. `today` is the day on it, and the day that "overdue" is counted to. */
export type ReportSetting = {
  readonly today: string;
  readonly partnership: { readonly name: string; readonly madeUp: boolean };
  readonly place: { readonly name: string; readonly type: string };
};

export type ReportedAction = ActionFacts & {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly method: string;
  readonly ownerRole: string;
  readonly doers: string;
  readonly resourceSource: string;
  readonly evidence: string;
  readonly stage: Stage | null;
  readonly pathway: Pathway | null;
  readonly fourP: FourP | null;
  readonly cost: number | null;
  readonly currency: string;
  readonly roundNumber: number | null;
};

export type ReportedGap = {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly kind: GapKind;
  readonly severity: Severity;
  readonly status: GapStatus;
  readonly affected: string;
  readonly locallySolvable: boolean;
  readonly escalateTo: string;
  readonly reason: string;
  /** The day its status was said last. */
  readonly changedOn: string;
};

export type ReportedRisk = RiskFacts & {
  readonly description: string;
  readonly mitigation: string;
  readonly ownerOrganisation: string;
  readonly ownerRole: string;
};

export type ReportedDecision = DecisionFacts & {
  readonly question: string;
  readonly outcome: string;
  readonly reasons: string;
  readonly takenByOrganisation: string;
  readonly takenByRole: string;
  readonly stage: Stage | null;
  readonly round: number | null;
};

export type ReportedInput = {
  readonly channel: Channel;
  readonly theme: string;
  readonly summary: string;
  readonly people: PeopleBand;
  readonly changed: string;
  readonly stage: Stage | null;
  readonly receivedOn: string;
  readonly round: number | null;
};

/** A target, how it stands, and in what words; the newest value with its interval, where there is one. */
export type ReportedTarget = {
  readonly title: string;
  readonly aim: number;
  readonly endsOn: string;
  readonly unit: string;
  readonly decimals: number;
  readonly answer: string;
  readonly latest: {
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly period: string;
    readonly suppressed: boolean;
  } | null;
  readonly source: string;
};
