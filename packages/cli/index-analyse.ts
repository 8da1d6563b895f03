import {
  computed,
  consistency,
  correlations,
  flags,
  influences,
  noticesOf,
  relations,
  removals,
  spreads,
  topOf,
} from '@freehold/core/composite';
import { problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { indexOptions, readIndex, sayNotices } from './index-files.ts';
import { report } from './report.ts';

const known = { ...indexOptions, node: { type: 'string' } } as const;

/** Looks an index over: how values lie, what goes with what, what weighs more than it was meant to, who moves without what. */
export const indexAnalyse: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { node: about, ...index } = read.value;
  const asked = await readIndex(index);
  if (!asked.ok) return report(asked.problems, words, asked.status);
  const { table, structure, method, texts } = asked.value;
  const node = about ?? topOf(structure);
  if (!structure.children.has(node))
    return report([problem('index-node-unknown', { node })], words, 1);
  const result = computed(table, structure, method);
  if (!result.ok) return report(result.problems, words, 1);
  const removed = removals(table, structure, method, node);
  if (!removed.ok) return report(removed.problems, words, 1);
  const flagged = flags(relations(result.value, structure));
  const content = {
    ...{ node, units: result.value.units, method, notices: noticesOf(texts.meta) },
    spreads: spreads(table, structure),
    correlations: {
      pearson: correlations(result.value, { by: 'pearson' }),
      spearman: correlations(result.value, { by: 'spearman' }),
    },
    flags: flagged,
    consistency: consistency(result.value, structure),
    influences: influences(result.value, structure, node),
    removals: removed.value,
  };
  sayNotices(texts.meta, words);
  return delivered(index.out, `${JSON.stringify(content, null, 2)}\n`, words, {
    indicators: structure.indicators.length,
    flags: flagged.length,
  });
};
