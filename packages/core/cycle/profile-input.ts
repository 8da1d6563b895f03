import type { ReviewReport } from '../review/index.ts';
import type { Marking } from './handling.ts';
import type {
  ReportedAction,
  ReportedGap,
  ReportedInput,
  ReportedRisk,
  ReportSetting,
} from './report-input.ts';

/** A measure over time, suppressed as it is shown everywhere. `placeName` is whom the values speak of. */
export type ProfileSeries = {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly placeName: string;
  readonly detection: boolean;
  readonly breaks: readonly { readonly from: string; readonly note: string }[];
  readonly points: readonly {
    readonly period: string;
    readonly start: string;
    readonly end: string;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly suppressed: boolean;
  }[];
  readonly source: string;
};

/** All that a problem profile fills itself in from. `review` is the newest whose scores stand; null where none does. */
export type ProfileInput = ReportSetting & {
  readonly marking: Marking;
  readonly review: ReviewReport | null;
  readonly gaps: readonly ReportedGap[];
  readonly actions: readonly ReportedAction[];
  readonly risks: readonly ReportedRisk[];
  readonly inputs: readonly ReportedInput[];
  /** Of the place, or of the nearest larger place that has values. */
  readonly series: readonly ProfileSeries[];
  /** Of the nation that the place lies in; empty where it is not known, or has none. */
  readonly national: readonly ProfileSeries[];
  /** The newest values of places that lie in this one. */
  readonly inside: readonly ProfileSeries[];
};
