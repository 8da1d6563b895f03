import type { Framework } from '../framework/index.ts';
import type { AssetKind } from './assets.ts';
import type { GapKind, GapStatus, Severity } from './gap.ts';
import type { Weighed } from './priority.ts';
import type { ReviewProfile } from './profile.ts';
import type { Answer } from './rating.ts';
import type { ReviewState } from './steps.ts';

export type ReportPlace = {
  readonly name: string;
  readonly type: string;
  readonly code: string | null;
  readonly codeYear: number | null;
  readonly parents: readonly string[];
  readonly population: {
    readonly year: number;
    readonly value: number;
    readonly source: string;
  } | null;
};

/** A rater without a name: who took part is said by agency and role. */
export type ReportRater = {
  readonly agency: string;
  readonly roleTitle: string;
  readonly answered: number;
  readonly finished: boolean;
};

/** What was agreed for one indicator. `on` is an ISO day. */
export type ReportAgreed = {
  readonly indicator: string;
  readonly answer: Answer;
  readonly rationale: string;
  readonly dissent: string;
  readonly on: string;
};

export type ReportGap = {
  readonly id: string;
  readonly topic: string;
  readonly indicator: string;
  readonly title: string;
  readonly kind: GapKind;
  readonly severity: Severity;
  readonly affected: string;
  readonly locallySolvable: boolean;
  readonly escalateTo: string;
  readonly status: GapStatus;
  readonly reason: string;
};

export type ReportAsset = {
  readonly name: string;
  readonly kind: AssetKind;
  readonly topics: readonly string[];
  readonly capacity: string;
  readonly accessRoute: string;
  readonly owner: string;
  readonly lastConfirmed: string | null;
  readonly consentToList: boolean;
  readonly used: boolean;
};

/** A gap's place in the order of work, with its arithmetic. */
export type ReportPriority = Weighed & {
  readonly gap: string;
  readonly topic: string;
  readonly title: string;
  /** People's own order, from 1; null where the arithmetic orders. */
  readonly position: number | null;
  readonly note: string;
};

export type ReportStep = {
  readonly from: ReviewState;
  readonly to: ReviewState;
  readonly on: string;
  readonly note: string;
};

/**
 * The newest observation of an indicator's measure. `value` is null where it is missing or suppressed.
 * `placeName` differs from the reviewed place where the data are for a larger one.
 */
export type ReportSeries = {
  readonly indicator: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly placeName: string;
  readonly period: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
  /** Counts what was found, not how much there is. */
  readonly detection: boolean;
  readonly source: string;
};

/** All that a report is made from. `view` is the framework cut to the review's profile. */
export type ReportInput = {
  readonly madeOn: string;
  readonly partnership: { readonly name: string; readonly madeUp: boolean };
  readonly place: ReportPlace;
  readonly review: {
    readonly title: string;
    readonly round: number;
    readonly state: ReviewState;
    readonly startedOn: string;
    readonly agreedOn: string | null;
    readonly profile: { readonly code: string; readonly title: string };
    readonly comparison: 'same-type' | 'same-parent' | 'chosen';
  };
  readonly view: Framework;
  readonly profile: ReviewProfile;
  readonly raters: readonly ReportRater[];
  readonly agreed: readonly ReportAgreed[];
  readonly gaps: readonly ReportGap[];
  /** Without those that were removed. */
  readonly assets: readonly ReportAsset[];
  readonly priorities: readonly ReportPriority[];
  readonly steps: readonly ReportStep[];
  readonly series: readonly ReportSeries[];
};
