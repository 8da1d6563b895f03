import { findings, mending, sayFinding } from '@freehold/core/change';
import { problem } from '@freehold/core/problem';
import { theoryIn } from './change-file.ts';
import { options, type Command } from './command.ts';
import { report } from './report.ts';

const known = { in: { type: 'string' }, json: { type: 'boolean' } } as const;

/**
 * Checks a theory of change and says every rule that it breaks: where, why and how to mend it. Status 1 where there is
 * any. What a JSON file knows of its claims is used; other formats know nothing of them.
 */
export const changeCheck: Command = async (words) => {
  const asked = options(words, known);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { in: file, json = false } = asked.value;
  if (file === undefined) return report([problem('option-needed', { option: '--in' })], words, 2);
  const read = await theoryIn(file);
  if (!read.ok) return report(read.problems, words, read.status);
  const { theory, known: facts } = read.value;
  const found = findings(theory, facts);
  const lines = json
    ? found.map((each) => JSON.stringify({ ...each, mend: mending[each.code] }))
    : [
        ...found.map((each) => `${each.rule}  ${sayFinding(each)}\n      ${mending[each.code]}`),
        found.length === 0
          ? `${theory.title}: every check passes.`
          : `${theory.title}: ${found.length} to mend.`,
      ];
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return found.length === 0 ? 0 : 1;
};
