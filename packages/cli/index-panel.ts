import { numberColumns, panel, panelText, readPeriods } from '@freehold/core/composite';
import { problem } from '@freehold/core/problem';
import { records } from '@freehold/core/table';
import { options, type Command } from './command.ts';
import { delivered, located } from './files.ts';
import { indexOptions, readTexts, sayNotices } from './index-files.ts';
import { report } from './report.ts';

const known = { ...indexOptions, time: { type: 'string' }, base: { type: 'string' } } as const;

/** Works an index out for several periods on the scale of one, or of all of them. */
export const indexPanel: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { time, base = 'all', ...index } = read.value;
  if (time === undefined) return report([problem('option-needed', { option: '--time' })], words, 2);
  const asked = await readTexts(index);
  if (!asked.ok) return report(asked.problems, words, asked.status);
  const { structure, texts, method } = asked.value;
  const periods = located(
    index.data,
    readPeriods(records(texts.data), numberColumns(structure), time),
  );
  if (!periods.ok) return report(periods.problems, words, 1);
  const from = base === 'all' ? base : { period: base };
  const result = panel(periods.value, structure, method, from);
  if (!result.ok) return report(result.problems, words, 1);
  sayNotices(texts.meta, words);
  return delivered(index.out, panelText(result.value, structure, time), words, {
    periods: periods.value.length,
    indicators: structure.indicators.length,
  });
};
