import { computed, noticesOf, scoresText, type IndexResult } from '@freehold/core/composite';
import { options, type Command } from './command.ts';
import { delivered, writeWhole } from './files.ts';
import { indexOptions, readIndex, sayNotices } from './index-files.ts';
import { report } from './report.ts';

const known = { ...indexOptions, recipe: { type: 'string' } } as const;

/**
 * Works an index out from files: a column for each indicator (normalised) and each node of each level. With --recipe
 * the method, the weights and the log of what was done are written beside it.
 */
export const indexCompute: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { recipe, ...index } = read.value;
  const asked = await readIndex(index);
  if (!asked.ok) return report(asked.problems, words, asked.status);
  const { table, structure, method, texts } = asked.value;
  const result = computed(table, structure, method);
  if (!result.ok) return report(result.problems, words, 1);
  if (recipe !== undefined) {
    const written = await writeWhole(recipe, recipeText(result.value, texts.meta));
    if (!written.ok) return report(written.problems, words, 2);
  }
  sayNotices(texts.meta, words);
  return delivered(index.out, scoresText(result.value, structure), words, {
    units: result.value.units.length,
    indicators: structure.indicators.length,
    levels: structure.levels,
    steps: result.value.log.length,
  });
};

function recipeText({ method, weights, log }: IndexResult, meta: string): string {
  const recipe = { method, weights: Object.fromEntries(weights), log };
  return `${JSON.stringify({ ...recipe, notices: noticesOf(meta) }, null, 2)}\n`;
}
