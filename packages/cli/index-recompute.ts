import { readBundle, recomputed } from '@freehold/core/composite';
import { problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { located, readJson } from './files.ts';
import { saying } from './index-numbers.ts';
import { report } from './report.ts';

/** Works a bundle's index out again, and says whether the same bytes come out, or the first cell that differs. */
export const indexRecompute: Command = async (words) => {
  const [file, ...more] = words.filter((word) => !word.startsWith('-'));
  const read = options(
    words.filter((word) => word.startsWith('-')),
    { json: { type: 'boolean' } },
  );
  if (!read.ok) return report(read.problems, words, 2);
  if (file === undefined || more.length > 0)
    return report([problem('wrong-use', { note: 'name one bundle' })], words, 2);
  const bundle = await readJson(file, readBundle);
  if (!bundle.ok) return report(bundle.problems, words, bundle.status);
  const again = located(file, recomputed(bundle.value, saying('draws')));
  if (!again.ok) return report(again.problems, words, 1);
  const { title, sha256 } = again.value;
  process.stdout.write(
    read.value.json === true
      ? `${JSON.stringify({ ok: true, title, sha256 })}\n`
      : `${file}: worked out again, and the same bytes came out.\n`,
  );
  return 0;
};
