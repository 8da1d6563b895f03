import { Mapping } from '@freehold/core/data';
import { fine, parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { shippedMappings } from '@freehold/server/data';
import { existsSync } from 'node:fs';
import { options, type Command } from './command.ts';
import { checked, type Found } from './data-check.ts';
import { kept } from './data-keep.ts';
import { readJson, type Step } from './files.ts';
import { report } from './report.ts';

const known = {
  mapping: { type: 'string' },
  in: { type: 'string' },
  'dry-run': { type: 'boolean' },
  partnership: { type: 'string' },
  'accept-rejected': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/**
 * Reads a file as a mapping says. With --dry-run no database is opened: every row is checked against the mapping,
 * and only whether its place is known is left open. Without it the file goes into the configured database.
 */
export const dataImport: Command = async (words) => {
  const asked = askedFor(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { file, named, dryRun, partnership, acceptRejected } = asked.value;
  const mapping = await mappingNamed(named);
  if (!mapping.ok) return report(mapping.problems, words, mapping.status);
  if (!existsSync(file))
    return report([problem('file-unreadable', { file, because: 'ENOENT' })], words, 2);
  const found = dryRun
    ? await checked(file, mapping.value, (problems) => report(problems, words, 1))
    : await kept(file, mapping.value, { partnership, acceptRejected });
  if (!found.ok) return report(found.problems, words, found.status);
  report(found.value.problems, words, 1);
  process.stdout.write(
    `${words.includes('--json') ? json(found.value) : line(file, found.value)}\n`,
  );
  return found.value.fine ? 0 : 1;
};

type Asked = {
  readonly file: string;
  readonly named: string;
  readonly dryRun: boolean;
  readonly partnership: string;
  readonly acceptRejected: boolean;
};

function askedFor(words: readonly string[]): Outcome<Asked> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { mapping: named = '', in: file = '', partnership = '' } = read.value;
  const dryRun = read.value['dry-run'] === true;
  const needed = {
    '--mapping': named,
    '--in': file,
    ...(!dryRun && { '--partnership': partnership }),
  };
  const missing = Object.entries(needed).filter(([, value]) => value === '');
  if (missing.length > 0)
    return refused(...missing.map(([option]) => problem('option-needed', { option })));
  const acceptRejected = read.value['accept-rejected'] === true;
  return fine({ file, named, dryRun, partnership, acceptRejected });
}

/** A mapping's file, or the code of one that Freehold brings along. */
async function mappingNamed(named: string): Promise<Step<Mapping>> {
  const shipped = shippedMappings.find((each) => each.code === named);
  if (shipped !== undefined && !existsSync(named)) return { ok: true, value: shipped.content };
  return readJson(named, (input) => parsed(Mapping, input));
}

function json({ rows, skipped, rejected, counts, keeps }: Found): string {
  return JSON.stringify({ rows, skipped, rejected, ...counts, kept: keeps });
}

function line(file: string, { rows, skipped, rejected, counts, keeps }: Found): string {
  const said = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  const end = keeps ? 'Kept.' : 'Nothing was kept.';
  return `${file}: ${rows} rows, ${skipped} left out, ${rejected} rejected; ${said.join(', ')}. ${end}`;
}
