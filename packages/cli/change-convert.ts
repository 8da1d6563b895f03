import { sayLoss, writtenTheory } from '@freehold/core/change';
import { problem } from '@freehold/core/problem';
import { formatNamed, theoryIn } from './change-file.ts';
import { options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Writes a theory of change in another format; both are known by the endings of the files. What the new format cannot
 * hold is said on standard error, field by field, and is no failure.
 */
export const changeConvert: Command = async (words) => {
  const asked = options(words, known);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { in: from, out: to } = asked.value;
  if (from === undefined || to === undefined) {
    const missing = [from === undefined ? '--in' : '', to === undefined ? '--out' : ''];
    const problems = missing.filter((option) => option !== '');
    return report(
      problems.map((option) => problem('option-needed', { option })),
      words,
      2,
    );
  }
  const format = formatNamed(to);
  if (!format.ok) return report(format.problems, words, format.status);
  const read = await theoryIn(from);
  if (!read.ok) return report(read.problems, words, read.status);
  const { theory, known: facts } = read.value;
  const { text, lost } = writtenTheory(format.value, theory, facts);
  for (const each of lost) process.stderr.write(`not held: ${sayLoss(each)}\n`);
  const counts = { nodes: theory.nodes.length, links: theory.links.length, lost: lost.length };
  return delivered(to, text, words, counts);
};
