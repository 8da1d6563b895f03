import { existsSync, readdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { options, whole } from './command.ts';

/** Options of every command that counts a table of records. */
export const countOptions = {
  in: { type: 'string' },
  codebook: { type: 'string' },
  length: { type: 'string' },
  k: { type: 'string' },
  threads: { type: 'string' },
  memory: { type: 'string' },
  engine: { type: 'string' },
  'accept-rejected': { type: 'boolean' },
  propose: { type: 'string' },
  out: { type: 'string' },
  progress: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export type AskedCount = {
  readonly file: string;
  readonly codebook: string | undefined;
  readonly length: number;
  readonly k: number | null;
  /** Null: as many as the work is worth. */
  readonly threads: number | null;
  readonly mostBytes: number;
  readonly engine: string;
  readonly acceptRejected: boolean;
  /** Where a proposed codebook goes. */
  readonly propose: string | undefined;
  readonly out: string | undefined;
};

/** Options of every command that makes a release into a folder. */
export const releaseOptions = {
  title: { type: 'string' },
  'unsafe-seed': { type: 'string' },
} as const;

export type AskedRelease = {
  readonly folder: string;
  /** What the notice and the page to explore are headed. */
  readonly title: string;
  readonly seed: number | null;
};

/** What a release is headed when nobody says. */
export const usualTitle = 'Case records, protected';

/** Where a release goes, and by what chance. Problems: `option-needed`, `option-not-whole`, `folder-not-empty`. */
export function releaseAsked(given: {
  readonly out?: string | undefined;
  readonly title?: string | undefined;
  readonly 'unsafe-seed'?: string | undefined;
}): Outcome<AskedRelease> {
  const { out: folder, title = usualTitle, 'unsafe-seed': seed } = given;
  if (seed !== undefined && !/^\d{1,9}$/.test(seed))
    return refused(
      problem('option-not-whole', { option: '--unsafe-seed', least: 0, most: 999_999_999 }),
    );
  if (folder === undefined) return refused(problem('option-needed', { option: '--out' }));
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return refused(problem('folder-not-empty', { folder }));
  return fine({ folder, title, seed: seed === undefined ? null : Number(seed) });
}

const mebibyte = 2 ** 20;
const usualMemory = Math.min(4096 * mebibyte, 0.75 * totalmem());

/** What the options of `countOptions` were given as. */
type CountWords = {
  readonly [Name in keyof typeof countOptions]?:
    ((typeof countOptions)[Name]['type'] extends 'string' ? string : boolean) | undefined;
};

/** Reads the options. Problems: `wrong-use`, and those of `countAsked`. */
export function askedCount(words: readonly string[]): Outcome<AskedCount> {
  const read = options(words, countOptions);
  return read.ok ? countAsked(read.value) : read;
}

/** What a count is asked for. Problems: `option-needed`, `option-not-whole` with the range. */
export function countAsked(given: CountWords): Outcome<AskedCount> {
  const { in: file, codebook, out, propose, engine = 'local' } = given;
  if (file === undefined) return refused(problem('option-needed', { option: '--in' }));
  const ranges = {
    length: [1, 4],
    k: [2, 1_000_000],
    threads: [1, 64],
    memory: [16, 1_048_576],
  } as const;
  const bad = Object.entries(ranges).flatMap(([name, [least, most]]) => {
    const word = given[name as keyof typeof ranges];
    return word === undefined ? [] : whole(`--${name}`, word, least, most);
  });
  if (bad.length > 0) return refused(...bad);
  const { length = '3', k, threads, memory } = given;
  return fine({
    ...{ file, codebook, out, propose, engine, length: Number(length) },
    k: k === undefined ? null : Number(k),
    threads: threads === undefined ? null : Number(threads),
    mostBytes: memory === undefined ? usualMemory : Number(memory) * mebibyte,
    acceptRejected: given['accept-rejected'] === true,
  });
}
