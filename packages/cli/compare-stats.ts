import {
  isStandard,
  standardCodes,
  StatisticsMethods,
  tabled,
  type StatisticsMethod,
  type StatisticsOptions,
} from '@freehold/core/comparison';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { csvText } from '@freehold/core/table';
import { options, type Command } from './command.ts';
import { delivered, located, readText } from './files.ts';
import { report } from './report.ts';

const known = {
  method: { type: 'string' },
  in: { type: 'string' },
  out: { type: 'string' },
  multiplier: { type: 'string' },
  confidence: { type: 'string' },
  statistic: { type: 'string' },
  by: { type: 'string' },
  standard: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Works out over a table what the application shows: intervals, standardised rates, funnels and trends. Writes CSV
 * to --out, or to standard output; nothing where a row is impossible.
 */
export const compareStats: Command = async (words) => {
  const asked = askedFor(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { file, out, method, settings } = asked.value;
  const text = located(file, await readText(file));
  if (!text.ok) return report(text.problems, words, 2);
  const found = located(file, tabled(text.value, method, settings));
  if (!found.ok) return report(found.problems, words, 1);
  const { header, rows } = found.value;
  const note = header.indexOf('note');
  return delivered(out, csvText([header, ...rows]), words, {
    rows: rows.length,
    'with a note': rows.filter((row) => row[note] !== '').length,
  });
};

type Asked = {
  readonly file: string;
  readonly out: string | undefined;
  readonly method: StatisticsMethod;
  readonly settings: StatisticsOptions;
};

function askedFor(words: readonly string[]): Outcome<Asked> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { in: file, out, by = '', standard = null, statistic = null } = read.value;
  const method = StatisticsMethods.find((each) => each === read.value.method);
  const usual = method === 'dsr' ? 100_000 : 1;
  const multiplier = Number(read.value.multiplier ?? usual);
  const confidence = Number(read.value.confidence ?? 0.95);
  const kind = statistics.find((each) => each === statistic) ?? null;
  const problems = [
    ...needed('--in', file),
    ...needed('--method', read.value.method),
    ...oneOf('--method', read.value.method ?? null, StatisticsMethods),
    ...oneOf('--statistic', statistic, statistics),
    ...oneOf('--standard', standard, standardCodes),
    ...within('--multiplier', multiplier, Infinity),
    ...within('--confidence', confidence, 1),
  ];
  if (file === undefined || method === undefined || problems.length > 0)
    return refused(...problems);
  const settings = {
    ...{ multiplier, confidence, statistic: kind },
    by: by.split(',').flatMap((each) => each.trim() || []),
    standard: standard !== null && isStandard(standard) ? standard : null,
  };
  return fine({ file, out, method, settings });
}

const statistics = ['proportion', 'rate', 'value'] as const;

function needed(option: string, value: string | undefined): readonly Problem[] {
  return value === undefined ? [problem('option-needed', { option })] : [];
}

function oneOf(
  option: string,
  value: string | null,
  allowed: readonly string[],
): readonly Problem[] {
  if (value === null || allowed.includes(value)) return [];
  return [problem('not-one-of', { found: `${option} ${value}`, allowed })];
}

/** Over 0 and under the given limit. */
function within(option: string, value: number, limit: number): readonly Problem[] {
  return value > 0 && value < limit
    ? []
    : [problem('option-out-of-range', { option, limit: Number.isFinite(limit) ? limit : null })];
}
