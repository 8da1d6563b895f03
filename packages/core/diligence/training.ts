import { z } from 'zod';

export const CountedKind = z.enum(['training', 'complaints', 'voice']);
export type CountedKind = z.infer<typeof CountedKind>;

/**
 * Something counted by year or quarter. `outOf` says of what n is a part; '' where it is no part. `careful`: it is
 * about workers or people who complained, and small counts are hidden. [SM-7]
 */
export type Counted = {
  readonly code: string;
  readonly kind: CountedKind;
  readonly title: string;
  readonly outOf: string;
  readonly careful: boolean;
};

/** What is counted of training, of ways to complain and of workers' voice. The list is PROPOSED. [SM-7] */
export const counted: readonly Counted[] = [
  {
    code: 'trained-staff',
    kind: 'training',
    title: 'Staff trained',
    outOf: 'staff whose role needs it',
    careful: false,
  },
  {
    code: 'trained-buyers',
    kind: 'training',
    title: 'Buyers and contract managers trained',
    outOf: 'buyers and contract managers',
    careful: false,
  },
  {
    code: 'trained-suppliers',
    kind: 'training',
    title: 'Suppliers trained',
    outOf: 'suppliers at high risk',
    careful: false,
  },
  {
    code: 'knew-after',
    kind: 'training',
    title: 'Trained people who knew what to do afterwards',
    outOf: 'trained people who were asked',
    careful: false,
  },
  {
    code: 'sites-with-way',
    kind: 'complaints',
    title: 'Sites where workers can complain',
    outOf: 'sites',
    careful: false,
  },
  { code: 'complaints', kind: 'complaints', title: 'Complaints', outOf: '', careful: true },
  {
    code: 'complaints-settled',
    kind: 'complaints',
    title: 'Complaints settled to the worker’s satisfaction',
    outOf: 'complaints that ended',
    careful: true,
  },
  {
    code: 'retaliation',
    kind: 'complaints',
    title: 'Reports of retaliation',
    outOf: '',
    careful: true,
  },
  {
    code: 'workers-asked',
    kind: 'voice',
    title: 'Workers who answered a survey or interview',
    outOf: 'workers who were asked',
    careful: false,
  },
  {
    code: 'workers-free',
    kind: 'voice',
    title: 'Workers who said they can leave their job freely',
    outOf: 'workers who answered',
    careful: true,
  },
  {
    code: 'sites-represented',
    kind: 'voice',
    title: 'Sites with a union or an elected workers’ group',
    outOf: 'sites',
    careful: false,
  },
  {
    code: 'changes-made',
    kind: 'voice',
    title: 'Changes made because of what workers said',
    outOf: '',
    careful: false,
  },
];

/** A count of a year (quarter 0) or of a quarter. */
export type KeptCount = {
  readonly measure: string;
  readonly year: number;
  readonly quarter: number;
  readonly n: number;
  readonly outOf: number | null;
};

/**
 * A count as it may be shown. Of careful ones n is hidden under `least`, and so it is where what is left of the whole is
 * under it, for the difference gives it away; a whole under `least` goes too. Nought is shown where it stands alone:
 * "no complaints" is about the way to complain. [SM-7]
 */
export function countShown(
  { n, outOf, measure }: Pick<KeptCount, 'n' | 'outOf' | 'measure'>,
  least: number,
): { readonly n: number | null; readonly outOf: number | null; readonly suppressed: boolean } {
  const careful = counted.find(({ code }) => code === measure)?.careful ?? true;
  const small = (count: number) => count < least;
  if (!careful) return { n, outOf, suppressed: false };
  if (outOf === null)
    return n > 0 && small(n)
      ? { n: null, outOf, suppressed: true }
      : { n, outOf, suppressed: false };
  if (small(outOf)) return { n: null, outOf: null, suppressed: true };
  const apart = small(n) || (outOf > n && small(outOf - n));
  return { n: apart ? null : n, outOf, suppressed: apart };
}

/**
 * Counts as they may be shown together: where a quarter is hidden, the count of its whole year is hidden too, for the
 * other quarters would give it away. [SM-7]
 */
export function countsShown<Kept extends KeptCount>(
  counts: readonly Kept[],
  least: number,
): readonly (Kept & { readonly shown: ReturnType<typeof countShown> })[] {
  const each = counts.map((kept) => ({ ...kept, shown: countShown(kept, least) }));
  const key = ({ measure, year }: KeptCount) => `${measure} ${year}`;
  const hidden = new Set(
    each.filter(({ quarter, shown }) => quarter > 0 && shown.suppressed).map(key),
  );
  return each.map((kept) =>
    kept.quarter === 0 && hidden.has(key(kept))
      ? { ...kept, shown: { n: null, outOf: null, suppressed: true } }
      : kept,
  );
}
