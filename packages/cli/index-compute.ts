import { computed, type IndexResult, type Structure } from '@freehold/core/composite';
import { problem } from '@freehold/core/problem';
import { csvText } from '@freehold/core/table';
import { options, type Command } from './command.ts';
import { delivered, writeWhole } from './files.ts';
import { readIndex } from './index-files.ts';
import { methodFrom, methodOptions } from './index-method.ts';
import { report } from './report.ts';

const known = {
  ...methodOptions,
  data: { type: 'string' },
  meta: { type: 'string' },
  out: { type: 'string' },
  recipe: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Works an index out from files: a column for each indicator (normalised) and each node of each level. With --recipe
 * the method, the weights and the log of what was done are written beside it.
 */
export const indexCompute: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { data, meta, out, recipe, json: _json, ...short } = read.value;
  const missing = Object.entries({ '--data': data, '--meta': meta }).filter(
    ([, value]) => value === undefined,
  );
  if (data === undefined || meta === undefined)
    return report(
      missing.map(([option]) => problem('option-needed', { option })),
      words,
      2,
    );
  const method = await methodFrom(short);
  if (!method.ok) return report(method.problems, words, method.status);
  const inputs = await readIndex(data, meta);
  if (!inputs.ok) return report(inputs.problems, words, inputs.status);
  const { table, structure } = inputs.value;
  const result = computed(table, structure, method.value);
  if (!result.ok) return report(result.problems, words, 1);
  if (recipe !== undefined) {
    const written = await writeWhole(recipe, recipeText(result.value));
    if (!written.ok) return report(written.problems, words, 2);
  }
  return delivered(out, scoresText(result.value, structure), words, {
    units: result.value.units.length,
    indicators: structure.indicators.length,
    levels: structure.levels,
    steps: result.value.log.length,
  });
};

/** Scores as CSV: `uCode`, then indicators and nodes from the lowest level up, in the order of the metadata. */
export function scoresText(
  { units, scores }: IndexResult,
  { indicators, aggregates }: Structure,
): string {
  const codes = [...indicators, ...aggregates].map(({ code }) => code);
  return csvText(
    [
      ['uCode', ...codes],
      ...units.map((unit, at) => [unit, ...codes.map((code) => scores.get(code)?.[at] ?? null)]),
    ],
    { guard: true },
  );
}

function recipeText({ method, weights, log }: IndexResult): string {
  return `${JSON.stringify({ method, weights: Object.fromEntries(weights), log }, null, 2)}\n`;
}
