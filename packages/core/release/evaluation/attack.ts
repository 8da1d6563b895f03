import { normalQuantile } from '../../numeric/index.ts';

/** Attacks that were tried, and how many of them were right. */
export type Tried = { readonly hits: number; readonly n: number };

/** A share of attacks that were right, with Wilson's bounds at 95 %; null where none could be tried. */
export type Rate =
  (Tried & { readonly value: number; readonly low: number; readonly high: number }) | null;

/** What one kind of attack came to. */
export type Attack = {
  /** On records that the release was made from. */
  readonly originals: Rate;
  /** On records of the same kind that it was not made from: what anybody could work out about anybody. */
  readonly control: Rate;
  /** By guessing. */
  readonly guesses: Rate;
  /** What the release tells about those in it beyond what it tells about anybody, 0 to 1; null without control. */
  readonly risk: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The attack was no better than guessing: it says nothing, least of all that the release is safe. */
  readonly weak: boolean;
};

/**
 * Sets attacks on originals beside those on control records and beside guesses. Risk is (originals − control) ÷
 * (1 − control), of Wilson's centres, with the error of both carried on, and cut to 0–1. [RL-17]
 *
 * Source: Giomi, Boenisch, Wehmeyer & Tasnádi, A Unified Framework for Quantifying Privacy Risk in Synthetic Data (2023).
 */
export function attacked(tried: {
  readonly originals: Tried;
  readonly control: Tried | null;
  readonly guesses: Tried;
}): Attack {
  const { originals, control, guesses } = tried;
  const own = rateOf(originals);
  const other = control === null ? null : rateOf(control);
  const guessed = rateOf(guesses);
  return {
    ...{ originals: own, control: other, guesses: guessed },
    risk: control === null ? null : riskOf(originals, control),
    weak: own === null || guessed === null || own.value <= guessed.value,
  };
}

const z = normalQuantile(0.975);

/** The middle of Wilson's interval and how far it reaches to either side. */
function wilson({ hits, n }: Tried): { readonly centre: number; readonly reach: number } {
  const whole = n + z * z;
  return {
    centre: (hits + (z * z) / 2) / whole,
    reach: (z / whole) * Math.sqrt((hits * (n - hits)) / n + (z * z) / 4),
  };
}

function rateOf(tried: Tried): Rate {
  if (tried.n === 0) return null;
  const { centre, reach } = wilson(tried);
  return {
    ...tried,
    value: tried.hits / tried.n,
    low: cut(centre - reach),
    high: cut(centre + reach),
  };
}

function riskOf(originals: Tried, control: Tried): Attack['risk'] {
  if (originals.n === 0 || control.n === 0) return null;
  const own = wilson(originals);
  const other = wilson(control);
  const left = 1 - other.centre;
  const value = (own.centre - other.centre) / left;
  const reach = Math.hypot(own.reach / left, (other.reach * (own.centre - 1)) / (left * left));
  return { value: cut(value), low: cut(value - reach), high: cut(value + reach) };
}

function cut(value: number): number {
  return Math.min(1, Math.max(0, value));
}
