import { countShareBounds, normalQuantile } from '../numeric/index.ts';

/** What an attacker looks for in an output: that a figure is at least, at most or exactly this. */
export type Event = { readonly kind: 'at-least' | 'at-most' | 'equal'; readonly value: number };

/** How far apart two sides were seen to be, and by what. */
export type Apart = {
  /** With the asked confidence, the measure is no smaller than this. 0 where nothing can be told. */
  readonly bound: number;
  readonly event: Event;
  /** Runs in which the event came, of those that were kept for counting, on either side. */
  readonly hits: readonly [number, number];
  readonly tries: readonly [number, number];
};

export type Seen = Omit<Apart, 'bound'> & { readonly epsilon: number };

type Asked = { readonly delta: number; readonly confidence: number };

/**
 * How far apart two neighbouring inputs are seen to be, from figures that many runs on each gave: a lower bound on ε.
 * The first half of the runs only chooses what to look for, the second half counts it, so that looking at many events
 * does not inflate the bound. A mechanism that keeps its promise of ε goes above it with a chance of at most
 * 1 − confidence.
 *
 * Source: Jagielski, Ullman & Oprea, Auditing differentially private machine learning (2020); bounds by Clopper & Pearson.
 *
 * @throws RangeError with fewer than 20 runs on a side.
 */
export function epsilonSeen(
  one: readonly number[],
  other: readonly number[],
  { delta, confidence }: Asked,
): Seen {
  const { bound, ...seen } = apart(one, other, confidence, epsilonBetween(delta));
  return { epsilon: bound, ...seen };
}

/**
 * As `epsilonSeen`, a lower bound on ρ of a mechanism that is ρ-concentrated apart from a part of chance `delta`. Where the
 * noise is Gaussian and δ is small it tells far more: an ε at a δ of a millionth shows only in what hardly ever comes.
 *
 * Holds: no event tells more than the outputs do (data processing), so that the Rényi divergence of every order α between
 * the event's two chances is at most ρα.
 */
export function rhoSeen(
  one: readonly number[],
  other: readonly number[],
  { delta, confidence }: Asked,
): Apart {
  return apart(one, other, confidence, rhoBetween(delta));
}

function apart(
  one: readonly number[],
  other: readonly number[],
  confidence: number,
  measure: Measure,
): Apart {
  if (one.length < 20 || other.length < 20) throw new RangeError('it takes 20 runs on each side');
  const sides = [halves(one), halves(other)] as const;
  const each = 1 - (1 - confidence) / 2;
  const look = choice([sides[0].first, sides[1].first], each, measure);
  const counted = [sides[0].second, sides[1].second] as const;
  const hits = [times(counted[0], look.event), times(counted[1], look.event)] as const;
  const tries = [counted[0].length, counted[1].length] as const;
  const bound = look.swapped
    ? measured(turned(hits), turned(tries), each, measure)
    : measured(hits, tries, each, measure);
  return { bound, event: look.event, hits, tries };
}

type Runs = { readonly first: readonly number[]; readonly second: readonly number[] };
type Pair = readonly [number, number];

function halves(runs: readonly number[]): Runs {
  const middle = runs.length >> 1;
  return { first: runs.slice(0, middle), second: runs.slice(middle) };
}

/** The event that tells the two sides apart best in these runs, and on which side it is the likelier. */
function choice(
  sides: readonly [readonly number[], readonly number[]],
  confidence: number,
  measure: Measure,
) {
  const tries: Pair = [sides[0].length, sides[1].length];
  let best: { event: Event; swapped: boolean; bound: number } = {
    event: { kind: 'at-least', value: 0 },
    swapped: false,
    bound: -1,
  };
  const reach = normalQuantile(confidence);
  for (const event of events(sides)) {
    const hits: Pair = [times(sides[0], event), times(sides[1], event)];
    for (const swapped of [false, true]) {
      const [likely, other] = swapped ? ([1, 0] as const) : ([0, 1] as const);
      const bound = measure(
        about(hits[likely], tries[likely], -reach),
        about(hits[other], tries[other], reach),
      );
      if (bound > best.bound) best = { event, swapped, bound };
    }
  }
  return best;
}

/** A bound on a chance that is quick and near enough to choose by (Wilson 1927). */
function about(hits: number, tries: number, reach: number): number {
  const share = hits / tries;
  const square = (reach * reach) / tries;
  const off = reach * Math.sqrt((share * (1 - share)) / tries + square / (4 * tries));
  return Math.min(1, Math.max(0, (share + square / 2 + off) / (1 + square)));
}

/** Up to about two hundred things to look for, spread over what was seen. */
function events([one, other]: readonly [readonly number[], readonly number[]]): readonly Event[] {
  const values = [...new Set([...one, ...other])].toSorted((a, b) => a - b);
  const every = Math.ceil(values.length / 60);
  const some = values.filter((_, at) => at % every === 0 || at === values.length - 1);
  return some.flatMap((value): Event[] => [
    { kind: 'at-least', value },
    { kind: 'at-most', value },
    { kind: 'equal', value },
  ]);
}

function times(runs: readonly number[], { kind, value }: Event): number {
  const is = {
    'at-least': (run: number) => run >= value,
    'at-most': (run: number) => run <= value,
    equal: (run: number) => run === value,
  }[kind];
  return runs.filter(is).length;
}

/** How far apart two chances are, where one is at least `least` and the other at most `most`. */
type Measure = (least: number, most: number) => number;

/** ln((p − δ) ÷ q). */
function epsilonBetween(delta: number): Measure {
  return (least, most) => (least > delta ? Math.max(0, Math.log((least - delta) / most)) : 0);
}

/** The most that any order α makes of Dα(p, q) ÷ α; at 1 it is the Kullback–Leibler divergence. */
function rhoBetween(delta: number): Measure {
  return (least, most) => {
    const [p, q] = [least - delta, most / (1 - delta)];
    return p > q ? Math.max(...orders.map((order) => divergence(p, q, order) / order)) : 0;
  };
}

const orders = [1, 1.1, 1.2, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128];

function divergence(p: number, q: number, order: number): number {
  const [come, not] = [Math.log(p / q), Math.log((1 - p) / (1 - q))];
  if (order === 1) return p * come + (p < 1 ? (1 - p) * not : 0);
  const sum =
    p * Math.exp((order - 1) * come) + (p < 1 ? (1 - p) * Math.exp((order - 1) * not) : 0);
  return Math.log(sum) / (order - 1);
}

/** What the measure says at the ends of both chances' bounds that speak against the claim least. */
function measured(hits: Pair, tries: Pair, confidence: number, measure: Measure): number {
  const { least } = countShareBounds(hits[0], tries[0], confidence);
  const { most } = countShareBounds(hits[1], tries[1], confidence);
  return measure(least, most);
}

function turned([a, b]: Pair): Pair {
  return [b, a];
}
