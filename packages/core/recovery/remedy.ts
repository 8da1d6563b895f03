import { wilson } from '../comparison/index.ts';
import { AmountBand, ClaimOutcome, Duration, Represented, type ClaimCount } from './claim.ts';
import { hideParts, type Shown } from './hide-parts.ts';
import { hideTable } from './hide-table.ts';
import { medianBand, type MedianBand } from './median-band.ts';

export type Part = { readonly code: string; readonly n: Shown };

/** A share of `n` with its interval; `because` says why there is none. Worked out from what is shown alone. */
export type Rate = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: Shown;
  readonly because: '' | 'suppressed' | 'none';
};

/** A group of claims, how they went, and the award rate among its decided ones. */
export type Group = Part & { readonly outcomes: readonly Part[]; readonly awardRate: Rate };

/** The claims of one year as they may be shown. Every count that is null is hidden. */
export type RemedyYear = {
  readonly year: number;
  readonly total: Shown;
  readonly outcomes: readonly Part[];
  /** Of pending claims: being prepared, and waiting for a decision. */
  readonly pending: readonly Part[];
  /** Of awarded claims: not yet paid in full, and paid. */
  readonly awarded: readonly Part[];
  readonly bands: readonly Part[];
  readonly durations: readonly Part[];
  readonly duration: MedianBand;
  readonly routes: readonly Group[];
  readonly represented: readonly Group[];
  /** Awarded ÷ decided, which is awarded and refused. */
  readonly awardRate: Rate;
  /** Paid in full ÷ awarded. */
  readonly paidRate: Rate;
};

/**
 * Each year's claims as they may be shown, the newest first. No figure spans two years: from a sum over years and all
 * years but one the last could be worked out. [RC-1] to [RC-5]
 *
 * What is shown forms a tree: claims by outcome; pending and awarded by stage and awarded by amount only below a shown
 * outcome; durations only where awarded and refused both show. Routes and representation stand beside outcomes as
 * tables that share the outcomes' totals. O(n log n).
 */
export function remedyYears(counts: readonly ClaimCount[], least: number): readonly RemedyYear[] {
  const years = [...new Set(counts.map(({ year }) => year))].toSorted((a, b) => b - a);
  return years.map((year) =>
    yearOf(
      year,
      counts.filter((each) => each.year === year),
      least,
    ),
  );
}

function yearOf(year: number, claims: readonly ClaimCount[], least: number): RemedyYear {
  const routes = [...new Set(claims.map(({ route }) => route))].toSorted();
  const byRoute = hideTable(crossed(claims, 'route', routes), least);
  const byHelp = hideTable(crossed(claims, 'represented', Represented.options), least);
  // Where a whole is too small to part, the year says nothing: its total may not come out by another table.
  if (byRoute.total === null || byHelp.total === null) return hiddenYear(year, routes);
  const outcomes = named(ClaimOutcome.options, byRoute.columns);
  const of = (code: ClaimOutcome) => outcomes.find((each) => each.code === code)?.n ?? null;
  const pending = below(of('pending'), claims, ['preparing', 'waiting'], 'stage', 'pending', least);
  const awarded = below(of('awarded'), claims, ['decided', 'paid'], 'stage', 'awarded', least);
  const decided = sum(of('awarded'), of('refused'));
  const durations = under(decided, tally(claims, 'duration', Duration.options), least);
  return {
    year,
    total: byRoute.total,
    ...{ outcomes, pending, awarded },
    bands: below(of('awarded'), claims, AmountBand.options, 'band', 'awarded', least),
    durations: named(Duration.options, durations),
    duration: medianBand(Duration.options.slice(0, -1), durations, decided, least),
    routes: groups(routes, byRoute),
    represented: groups(Represented.options, byHelp),
    awardRate: rateOf(of('awarded'), decided),
    paidRate: rateOf(awarded.find(({ code }) => code === 'paid')?.n ?? null, of('awarded')),
  };
}

type Key = 'route' | 'represented' | 'stage' | 'band' | 'duration';

function tally(claims: readonly ClaimCount[], key: Key, codes: readonly string[]) {
  return codes.map((code) =>
    claims.reduce((total, each) => total + (each[key] === code ? each.n : 0), 0),
  );
}

function crossed(claims: readonly ClaimCount[], key: Key, codes: readonly string[]) {
  return codes.map((code) =>
    ClaimOutcome.options.map((outcome) =>
      claims.reduce(
        (total, each) => total + (each[key] === code && each.outcome === outcome ? each.n : 0),
        0,
      ),
    ),
  );
}

/** The parts of an outcome; all hidden where the outcome itself is. */
function below(
  whole: Shown,
  claims: readonly ClaimCount[],
  codes: readonly string[],
  key: Key,
  outcome: ClaimOutcome,
  least: number,
): readonly Part[] {
  const own = claims.filter((each) => each.outcome === outcome);
  return named(codes, under(whole, tally(own, key, codes), least));
}

function under(whole: Shown, counts: readonly number[], least: number): readonly Shown[] {
  if (whole === null) return counts.map(() => null);
  if (whole === 0) return counts;
  return hideParts(
    counts,
    least,
    counts.map(() => true),
  ).parts;
}

function named(codes: readonly string[], parts: readonly Shown[]): readonly Part[] {
  return codes.map((code, at) => ({ code, n: parts[at] ?? null }));
}

function groups(
  codes: readonly string[],
  { rows, cells }: Pick<ReturnType<typeof hideTable>, 'rows' | 'cells'>,
): readonly Group[] {
  return codes.map((code, at) => {
    const outcomes = named(ClaimOutcome.options, cells[at] ?? []);
    const of = (outcome: ClaimOutcome) => outcomes.find((each) => each.code === outcome)?.n ?? null;
    const decided = sum(of('awarded'), of('refused'));
    return { code, n: rows[at] ?? null, outcomes, awardRate: rateOf(of('awarded'), decided) };
  });
}

function sum(a: Shown, b: Shown): Shown {
  return a === null || b === null ? null : a + b;
}

/** A share of what is shown; without a whole there is nothing to take a share of. */
export function rateOf(part: Shown, whole: Shown): Rate {
  if (part === null || whole === null) return { ...noRate, because: 'suppressed' };
  const found = wilson(part, whole);
  return found === null
    ? { ...noRate, n: 0, because: 'none' }
    : { ...found, n: whole, because: '' };
}

const noRate = { value: null, low: null, high: null, n: null } as const;

function hiddenYear(year: number, routes: readonly string[]): RemedyYear {
  const hidden = (codes: readonly string[]) => codes.map((code) => ({ code, n: null }));
  const nothing = { ...noRate, because: 'suppressed' } as const;
  const group = (code: string) => ({
    ...{ code, n: null },
    ...{ outcomes: hidden(ClaimOutcome.options), awardRate: nothing },
  });
  return {
    ...{ year, total: null, outcomes: hidden(ClaimOutcome.options) },
    ...{ pending: hidden(['preparing', 'waiting']), awarded: hidden(['decided', 'paid']) },
    ...{ bands: hidden(AmountBand.options), durations: hidden(Duration.options) },
    duration: { kind: 'none', because: 'suppressed' },
    ...{ routes: routes.map(group), represented: Represented.options.map(group) },
    ...{ awardRate: nothing, paidRate: nothing },
  };
}
