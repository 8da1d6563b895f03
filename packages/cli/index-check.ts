import { problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { readStructure } from './index-files.ts';
import { report } from './report.ts';

const known = { meta: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Looks an index's metadata over and says every fault with its row and column. */
export const indexCheck: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { meta, json = false } = read.value;
  if (meta === undefined) return report([problem('option-needed', { option: '--meta' })], words, 2);
  const structure = await readStructure(meta);
  if (!structure.ok) return report(structure.problems, words, structure.status);
  const { indicators, aggregates, levels } = structure.value.structure;
  const found = { indicators: indicators.length, nodes: aggregates.length, levels };
  const line = `${meta} holds together: ${found.indicators} indicators, ${found.nodes} nodes above them, ${levels} levels.`;
  process.stdout.write(`${json ? JSON.stringify({ ok: true, ...found }) : line}\n`);
  return 0;
};
