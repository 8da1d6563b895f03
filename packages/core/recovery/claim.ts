import { z } from 'zod';
import { fine, problem, type Outcome, type Problem } from '../problem.ts';
import { Count, countsFrom, Year } from './counts-table.ts';
import { compensationRoutes } from './route.ts';

/** How a claim ended, or has not yet. Without a decision no claim is awarded or refused. */
export const ClaimOutcome = z.enum(['pending', 'awarded', 'refused', 'withdrawn']);
export type ClaimOutcome = z.infer<typeof ClaimOutcome>;

/** How far it has come; `paid` is paid in full. */
export const ClaimStage = z.enum(['preparing', 'waiting', 'decided', 'paid']);
export type ClaimStage = z.infer<typeof ClaimStage>;

export const Represented = z.enum(['yes', 'no', 'not-known']);
export type Represented = z.infer<typeof Represented>;

/** What was awarded, in pounds. */
export const AmountBand = z.enum([
  'under-1000',
  '1000-4999',
  '5000-19999',
  '20000-more',
  'not-known',
]);
export type AmountBand = z.infer<typeof AmountBand>;

/** Months from applying to the decision, the shortest first. */
export const Duration = z.enum(['under-6', '6-11', '12-23', '24-more', 'not-known']);
export type Duration = z.infer<typeof Duration>;

/** How many claims of a year went one way. Nobody's claim: a row is a count. [RC-6] */
export const ClaimCount = z.strictObject({
  year: Year,
  route: z.string().min(1).max(60),
  outcome: ClaimOutcome,
  stage: ClaimStage,
  represented: Represented,
  /** Of awarded claims; '' of others. */
  band: AmountBand.or(z.literal('')),
  /** Of decided claims; '' of others. */
  duration: Duration.or(z.literal('')),
  n: Count,
});
export type ClaimCount = z.infer<typeof ClaimCount>;

/** The columns of a file of claims, in the order of the empty one that is offered. */
export const claimColumns = [
  'year',
  'route',
  'outcome',
  'stage',
  'represented',
  'band',
  'duration',
  'n',
];

/**
 * Reads counts of claims. Besides the problems of any file of counts: `stage-does-not-fit` where no claim can be at
 * that stage with that outcome, `only-of-awarded` and `only-of-decided` where an amount or a duration stands beside
 * another outcome. An amount or duration left out of an awarded or decided row is "not known". [RC-7]
 */
export function claimsFrom(text: string): Outcome<readonly ClaimCount[]> {
  const read = countsFrom(text, allowed, fits);
  if (!read.ok) return read;
  return fine(
    read.value.map(({ row: _row, ...each }) =>
      ClaimCount.parse({
        ...each,
        band: each.outcome === 'awarded' ? orNotKnown(each.band) : '',
        duration: isDecided(each.outcome) ? orNotKnown(each.duration) : '',
      }),
    ),
  );
}

const allowed = {
  route: compensationRoutes.map(({ code }) => code),
  outcome: ClaimOutcome.options,
  stage: ClaimStage.options,
  represented: Represented.options,
  band: ['', ...AmountBand.options],
  duration: ['', ...Duration.options],
};

const stages: Readonly<Record<ClaimOutcome, readonly string[]>> = {
  pending: ['preparing', 'waiting'],
  awarded: ['decided', 'paid'],
  refused: ['decided'],
  withdrawn: ['preparing', 'waiting'],
};

type Said = Readonly<Record<keyof typeof allowed, string>> & { readonly row: number };

function fits({ row, outcome, stage, band, duration }: Said): readonly Problem[] {
  const may = stages[ClaimOutcome.parse(outcome)];
  return [
    ...(may.includes(stage)
      ? []
      : [problem('stage-does-not-fit', { outcome, allowed: may }, { row, column: 'stage' })]),
    ...(band !== '' && outcome !== 'awarded'
      ? [problem('only-of-awarded', {}, { row, column: 'band' })]
      : []),
    ...(duration !== '' && !isDecided(outcome)
      ? [problem('only-of-decided', {}, { row, column: 'duration' })]
      : []),
  ];
}

function isDecided(outcome: string): boolean {
  return outcome === 'awarded' || outcome === 'refused';
}

function orNotKnown(value: string): string {
  return value === '' ? 'not-known' : value;
}
