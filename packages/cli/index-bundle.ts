import { bundleOf, bundleText } from '@freehold/core/composite';
import { options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { indexOptions, readIndex, readUncertainty, sayNotices } from './index-files.ts';
import { saying, whole } from './index-numbers.ts';
import { report } from './report.ts';

const known = {
  ...indexOptions,
  title: { type: 'string' },
  uncertainty: { type: 'string' },
  draws: { type: 'string' },
  base: { type: 'string' },
  seed: { type: 'string' },
} as const;

/** Puts an index's data, metadata, method and results, and with --uncertainty how sure they are, into one file. */
export const indexBundle: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { uncertainty, draws: many, base: points, seed: start, title = '', ...index } = read.value;
  const numbers = [
    whole(many, 2000, 100, 20_000, '--draws'),
    whole(points, 256, 16, 4096, '--base'),
    whole(start, 1, 0, 0xffffffff, '--seed'),
  ];
  const wrong = numbers.flatMap((each) => (typeof each === 'number' ? [] : [each]));
  if (wrong.length > 0) return report(wrong, words, 2);
  const asked = await readIndex(index);
  if (!asked.ok) return report(asked.problems, words, asked.status);
  const unsure = uncertainty === undefined ? null : await readUncertainty(uncertainty);
  if (unsure?.ok === false) return report(unsure.problems, words, unsure.status);
  const { texts, method, table } = asked.value;
  const [draws = 0, base = 0, seed = 0] = numbers.map(Number);
  const uncertain = { uncertainty: unsure?.value ?? null, drawing: { draws, base, seed } };
  const made = bundleOf({ title, ...texts, method, ...uncertain }, saying('drawn'));
  if (!made.ok) return report(made.problems, words, 1);
  sayNotices(texts.meta, words);
  return delivered(index.out, bundleText(made.value), words, {
    units: table.units.length,
    draws: unsure === null ? 0 : draws,
  });
};
