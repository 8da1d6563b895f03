import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { options } from './command.ts';

export type AskedEvaluation = {
  readonly sensitive: string;
  readonly synthetic: string;
  readonly codebook: string | undefined;
  readonly length: number;
  readonly k: number;
  /** Records that the release was not made from. */
  readonly control: string | undefined;
  /** How often each attack is tried; null: none is. */
  readonly attacks: number | null;
  /** Columns that are inferred; null: each. */
  readonly secrets: readonly string[] | null;
  /** The folder of an earlier release. */
  readonly earlier: string | undefined;
  readonly out: string | undefined;
};

const known = {
  sensitive: { type: 'string' },
  synthetic: { type: 'string' },
  codebook: { type: 'string' },
  length: { type: 'string' },
  k: { type: 'string' },
  control: { type: 'string' },
  attacks: { type: 'string' },
  secret: { type: 'string', multiple: true },
  earlier: { type: 'string' },
  out: { type: 'string' },
  progress: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const usualAttacks = 500;

/** Reads the options: attacks are tried where --control, --attacks or --secret is given. */
export function askedEvaluation(words: readonly string[]): Outcome<AskedEvaluation> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { sensitive, synthetic, length = '3', k = '10', attacks, secret } = read.value;
  if (sensitive === undefined) return refused(problem('option-needed', { option: '--sensitive' }));
  if (synthetic === undefined) return refused(problem('option-needed', { option: '--synthetic' }));
  const faults = [
    ...unlessWhole('--length', length, [1, 4]),
    ...unlessWhole('--k', k, [2, 999_999]),
    ...unlessWhole('--attacks', attacks ?? '1', [1, 100_000]),
  ];
  if (faults.length > 0) return refused(...faults);
  const { codebook, control, earlier, out } = read.value;
  const attacking = attacks !== undefined || control !== undefined || secret !== undefined;
  return fine({
    ...{ sensitive, synthetic, codebook, control, earlier, out },
    ...{ length: Number(length), k: Number(k) },
    attacks: attacking ? Number(attacks ?? usualAttacks) : null,
    secrets: secret ?? null,
  });
}

function unlessWhole(option: string, word: string, [least, most]: readonly [number, number]) {
  const fits = /^\d{1,6}$/.test(word) && Number(word) >= least && Number(word) <= most;
  return fits ? [] : [problem('option-not-whole', { option, least, most })];
}
