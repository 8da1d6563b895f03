import { countShareBounds } from '../numeric/index.ts';

/** What an attacker looks for in an output: that a figure is at least, at most or exactly this. */
export type Event = { readonly kind: 'at-least' | 'at-most' | 'equal'; readonly value: number };

export type Seen = {
  /** With the asked confidence, the mechanism's ε is no smaller than this. 0 where nothing can be told. */
  readonly epsilon: number;
  readonly event: Event;
  /** Runs in which the event came, of those that were kept for counting, on either side. */
  readonly hits: readonly [number, number];
  readonly tries: readonly [number, number];
};

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
  { delta, confidence }: { readonly delta: number; readonly confidence: number },
): Seen {
  if (one.length < 20 || other.length < 20) throw new RangeError('it takes 20 runs on each side');
  const sides = [halves(one), halves(other)] as const;
  const look = choice([sides[0].first, sides[1].first], delta);
  const counted = [sides[0].second, sides[1].second] as const;
  const hits = [times(counted[0], look.event), times(counted[1], look.event)] as const;
  const tries = [counted[0].length, counted[1].length] as const;
  const epsilon = bound(look.swapped ? turned(hits) : hits, look.swapped ? turned(tries) : tries, {
    delta,
    confidence: 1 - (1 - confidence) / 2,
  });
  return { epsilon, event: look.event, hits, tries };
}

type Runs = { readonly first: readonly number[]; readonly second: readonly number[] };
type Pair = readonly [number, number];

function halves(runs: readonly number[]): Runs {
  const middle = runs.length >> 1;
  return { first: runs.slice(0, middle), second: runs.slice(middle) };
}

/** The event that tells the two sides apart best in these runs, and on which side it is the likelier. */
function choice(sides: readonly [readonly number[], readonly number[]], delta: number) {
  const tries: Pair = [sides[0].length, sides[1].length];
  const looked = { delta, confidence: 0.9 };
  let best: { event: Event; swapped: boolean; epsilon: number } = {
    event: { kind: 'at-least', value: 0 },
    swapped: false,
    epsilon: -1,
  };
  for (const event of events(sides)) {
    const hits: Pair = [times(sides[0], event), times(sides[1], event)];
    for (const swapped of [false, true]) {
      const epsilon = bound(swapped ? turned(hits) : hits, swapped ? turned(tries) : tries, looked);
      if (epsilon > best.epsilon) best = { event, swapped, epsilon };
    }
  }
  return best;
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

/** ln((p − δ) ÷ q) at the ends of p's and q's bounds that speak against the claim least. */
function bound(
  hits: Pair,
  tries: Pair,
  { delta, confidence }: { readonly delta: number; readonly confidence: number },
): number {
  const { least } = countShareBounds(hits[0], tries[0], confidence);
  const { most } = countShareBounds(hits[1], tries[1], confidence);
  return least > delta ? Math.max(0, Math.log((least - delta) / most)) : 0;
}

function turned([a, b]: Pair): Pair {
  return [b, a];
}
