import type { Direction, Kind } from '../framework/index.ts';
import type { Grade } from './rating.ts';

/** How many scores rest on each evidence grade; `none` where no grade was given. */
export type GradeCounts = Readonly<Record<Grade | 'none', number>>;

/** Where an indicator's score came from. */
export type Basis = 'agreed' | 'ratings' | 'measured' | 'none';

/** One indicator of a reviewed place. Scores run 0 to 4; shares 0 to 1; null where there is no answer. */
export type IndicatorScore = {
  readonly code: string;
  readonly topic: string;
  readonly title: string;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly weight: number;
  readonly basis: Basis;
  readonly score: number | null;
  /** Means, medians and quartiles are over agencies; an agency's several raters are averaged first. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly quartiles: readonly [number, number] | null;
  readonly spread: number | null;
  readonly withinOneStep: number | null;
  readonly agencies: number;
  readonly raters: number;
  readonly notApplicable: number;
  readonly dontKnow: number;
  readonly coverage: number;
  readonly measuredScore: number | null;
  readonly agreedScore: number | null;
  readonly grades: GradeCounts;
};

/** Why a topic has no score: too little answered, a level that is not averaged, or nothing that counts. */
export type NoScore = 'low-coverage' | 'not-averaged' | 'nothing-applicable';
/** Why a score has no interval: the interval comes from the agencies' disagreement. */
export type NoInterval = 'few-agencies' | 'no-score';

export type TopicScore = {
  readonly code: string;
  readonly title: string;
  readonly level: string;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number;
  readonly raters: number;
  readonly agencies: number;
  readonly answered: number;
  readonly applicable: number;
  readonly alpha: number | null;
  readonly grades: GradeCounts;
  readonly noScore: NoScore | null;
  readonly noInterval: NoInterval | null;
};

export type LevelScore = {
  readonly code: string;
  readonly title: string;
  readonly averaged: boolean;
  readonly topics: readonly string[];
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number;
};

/** How a profile was worked out; with the same input it gives the same profile again. */
export type ReviewRecipe = {
  readonly method: 'freehold-review/1';
  readonly framework: { readonly code: string; readonly version: number };
  readonly profile: string;
  readonly leastCoverage: number;
  readonly leastAgencies: number;
  readonly interval: { readonly level: number; readonly draws: number; readonly seed: number };
  readonly measured: readonly {
    readonly indicator: string;
    readonly by: 'quintile' | 'bands';
    readonly value: number;
    readonly period: string;
    readonly group: number;
  }[];
};

/** A place's review as scores: a profile, not one number. */
export type ReviewProfile = {
  readonly framework: {
    readonly code: string;
    readonly version: number;
    readonly title: string;
    readonly statement: string;
  };
  readonly levels: readonly LevelScore[];
  readonly topics: readonly TopicScore[];
  readonly indicators: readonly IndicatorScore[];
  readonly agencies: readonly string[];
  readonly raters: number;
  readonly recipe: ReviewRecipe;
};
