import { mean } from '../numeric/index.ts';
import type { Relationship, RelationshipWave } from './relationship.ts';

/**
 * How two organisations say they work together. `tied`: by the word of at least one; null where nobody who could say
 * so has answered, or one says no and the other has not answered. `intensity` is the mean of what was said, 0 counted.
 */
export type Pair = {
  readonly a: string;
  readonly b: string;
  readonly tied: boolean | null;
  readonly intensity: number | null;
  readonly agreement: 'both' | 'only-one' | 'contradicting' | 'nobody';
};

/** Every pair of the roster, once. O(n²). [PN-3] */
export function pairsOf({ roster, relationships }: RelationshipWave): readonly Pair[] {
  const said = new Map(relationships.map((each) => [keyOf(each.from, each.to), each]));
  return roster.flatMap((a, at) =>
    roster.slice(at + 1).map((b) => pairOf(a, b, said.get(keyOf(a, b)), said.get(keyOf(b, a)))),
  );
}

/** A share with what the pairs that are not known could make of it. */
export type Bounded = {
  readonly value: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
};

/** Ties ÷ pairs; those that are not known count as no tie, at the most as ties. No pairs, no density. [PN-4] */
export function densityOf(pairs: readonly Pair[]): Bounded {
  if (pairs.length === 0) return { value: null, lowest: null, highest: null };
  const tied = pairs.filter((pair) => pair.tied === true).length;
  const unknown = pairs.filter((pair) => pair.tied === null).length;
  const known = pairs.length - unknown;
  return {
    value: known === 0 ? null : tied / known,
    lowest: tied / pairs.length,
    highest: (tied + unknown) / pairs.length,
  };
}

/** Of the pairs in which both answered and one at least sees a tie, the share in which both do. [PN-3] */
export function agreedOf(pairs: readonly Pair[]): {
  readonly n: number;
  readonly value: number | null;
} {
  const both = pairs.filter(({ tied, agreement }) => tied && agreement === 'both').length;
  const n = both + pairs.filter(({ agreement }) => agreement === 'contradicting').length;
  return { n, value: n === 0 ? null : both / n };
}

function pairOf(a: string, b: string, ab?: Relationship, ba?: Relationship): Pair {
  const words = [ab?.tie ?? null, ba?.tie ?? null].filter((tie) => tie !== null);
  const yes = words.filter((tie) => tie > 0).length;
  return {
    a,
    b,
    tied: yes > 0 ? true : words.length === 2 ? false : null,
    intensity: mean(words),
    agreement: agreementOf(words.length, yes),
  };
}

function agreementOf(words: number, yes: number): Pair['agreement'] {
  if (words === 0) return 'nobody';
  if (words === 1) return 'only-one';
  return yes === 1 ? 'contradicting' : 'both';
}

function keyOf(from: string, to: string): string {
  return JSON.stringify([from, to]);
}
