import { indicatorsOf } from '@freehold/core/framework';
import { problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { readFramework } from './framework-file.ts';
import { report } from './report.ts';

const known = { in: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Looks a framework's file over and says every fault with its path, or its sheet, row and column. */
export const frameworkCheck: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { in: file, json } = read.value;
  if (file === undefined) return report([problem('option-needed', { option: '--in' })], words, 2);
  const framework = await readFramework(file);
  if (!framework.ok) return report(framework.problems, words, framework.status);
  const { code, version, title, levels, profiles } = framework.value;
  const found = {
    code,
    version,
    title,
    profiles: profiles.map((profile) => profile.code),
    levels: levels.length,
    topics: levels.flatMap(({ topics }) => topics).length,
    indicators: indicatorsOf(framework.value).length,
  };
  const line = `${file} holds together: ${found.levels} levels, ${found.topics} topics, ${found.indicators} indicators.`;
  process.stdout.write(`${json === true ? JSON.stringify({ ok: true, ...found }) : line}\n`);
  return 0;
};
