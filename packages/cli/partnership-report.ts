import { DirectoryFile, partnershipReport } from '@freehold/core/directory';
import { parsed, problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { delivered, located } from './files.ts';
import { jsonText } from './json-text.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Counts a directory: who chairs and co-ordinates, at what scale, what is done, and which areas have nobody. */
export const partnershipReportCommand: Command = async (words) => {
  const asked = options(words, known);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { in: file, out } = asked.value;
  if (file === undefined) return report([problem('option-needed', { option: '--in' })], words, 2);
  const document = await jsonText(file);
  if (!document.ok) return report(document.problems, words, document.status);
  const directory = located(file, parsed(DirectoryFile, document.value));
  if (!directory.ok) return report(directory.problems, words, 1);
  const found = partnershipReport(directory.value.partnerships, directory.value.areas);
  return delivered(out, `${JSON.stringify(found, null, 2)}\n`, words, {
    partnerships: found.partnerships,
    covered: found.areas.covered,
    total: found.areas.total,
  });
};
