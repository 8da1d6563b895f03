import { checked, indicatorsOf } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { chosen, readFramework, written, type Format } from './framework-file.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  profile: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Writes the framework that Freehold ships, or the one of --in, cut to --profile (full unless told for the
 * shipped one), as JSON or as a workbook, to --out or to standard output.
 */
export const frameworkExport: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { in: from, out, profile, format = formatOf(out) } = read.value;
  if (!isFormat(format))
    return report([problem('not-one-of', { found: format, allowed: formats })], words, 2);
  const framework = from === undefined ? shipped() : await readFramework(from);
  if (!framework.ok) return report(framework.problems, words, framework.status);
  const view = chosen(framework.value, profile);
  if (!view.ok) return report(view.problems, words, 2);
  return delivered(out, await written(view.value, format), words, {
    levels: view.value.levels.length,
    topics: view.value.levels.flatMap(({ topics }) => topics).length,
    indicators: indicatorsOf(view.value).length,
  });
};

const formats: readonly Format[] = ['json', 'xlsx'];

function isFormat(text: string): text is Format {
  return formats.some((format) => format === text);
}

function formatOf(out: string | undefined): Format {
  return out?.toLowerCase().endsWith('.xlsx') === true ? 'xlsx' : 'json';
}

function shipped() {
  const framework = checked(defaultFramework);
  if (!framework.ok)
    throw new TypeError(`the shipped framework is broken: ${JSON.stringify(framework.problems)}`);
  return framework;
}
