import { difference, told, type Told } from '../comparison/index.ts';
import { hideParts, type Shown } from './hide-parts.ts';
import { CoreOutcome, Met, RatedBy, RecoveryPoint, type OutcomeCount } from './outcome.ts';
import { rateOf, type Rate } from './remedy.ts';

/** What was answered at one point in time, as it may be shown. */
export type PointShown = {
  readonly point: RecoveryPoint;
  /** How many were asked about; null where hidden, nought where nobody was. */
  readonly total: Shown;
  readonly answers: Readonly<Record<Met, Shown>>;
  /** Met ÷ (met, partly and not): "unknown" is left out and never counts as not met. */
  readonly met: Rate;
  /** The share whose answer is known; null where it cannot be told. */
  readonly coverage: number | null;
  /** Against entry; null where either is not shown, and at entry itself. */
  readonly change: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly told: Told;
  } | null;
};

/** One outcome of the people who entered in a year, as one kind of rater sees it. */
export type OutcomeShown = {
  readonly year: number;
  readonly outcome: CoreOutcome;
  readonly rater: RatedBy;
  readonly points: readonly PointShown[];
};

/**
 * Every outcome of every year, survivors' own ratings and workers' apart, as they may be shown; the newest year first.
 * Nothing spans two years or two kinds of rater. [RC-1] [RC-2] [RC-9] [RC-10]
 *
 * The change since entry takes the two points as independent; the same people gave both, so its interval is wide
 * rather than narrow. O(n).
 */
export function outcomesShown(
  counts: readonly OutcomeCount[],
  least: number,
): readonly OutcomeShown[] {
  const years = [...new Set(counts.map(({ year }) => year))].toSorted((a, b) => b - a);
  const found = new Map(counts.map((each) => [keyOf(each), each.n]));
  return years.flatMap((year) =>
    CoreOutcome.options.flatMap((outcome) =>
      RatedBy.options.map((rater) => ({
        ...{ year, outcome, rater },
        points: withChange(
          RecoveryPoint.options.map((point) =>
            pointOf(
              point,
              Met.options.map(
                (answer) => found.get(keyOf({ year, outcome, rater, point, answer })) ?? 0,
              ),
              least,
            ),
          ),
        ),
      })),
    ),
  );
}

function keyOf({ year, outcome, point, rater, answer }: Omit<OutcomeCount, 'n'>): string {
  return [year, outcome, point, rater, answer].join(' ');
}

function pointOf(point: RecoveryPoint, counts: readonly number[], least: number): PointShown {
  if (counts.every((n) => n === 0))
    return { point, total: 0, answers: answersOf([0, 0, 0, 0]), met: rateOf(0, 0), ...alone };
  // That nobody's answer is missing may be said: it is about the counting and about no person.
  const { total, parts } = hideParts(
    counts,
    least,
    Met.options.map((each) => each === 'unknown'),
  );
  const answers = answersOf(parts);
  const known = total === null || answers.unknown === null ? null : total - answers.unknown;
  return {
    ...{ point, total, answers },
    met: rateOf(answers.met, known),
    coverage: total === null || known === null ? null : known / total,
    change: null,
  };
}

const alone = { coverage: null, change: null };

function answersOf([met = null, partly = null, not = null, unknown = null]: readonly Shown[]) {
  return { met, partly, not, unknown };
}

function withChange(points: readonly PointShown[]): readonly PointShown[] {
  const [entry] = points;
  const first = entry?.met ?? null;
  return points.map((each) => {
    const { value } = each.met;
    if (each === entry || first === null || first.value === null || value === null) return each;
    const found = difference({ ...first, value: first.value }, { ...each.met, value });
    return { ...each, change: { ...found, told: told(found) } };
  });
}
