import { broughtIn, emptyRegister, type ReadFile } from '@freehold/core/evidence';
import { problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { readReferences, readRegister } from './evidence-files.ts';
import { delivered } from './files.ts';
import { importStudies } from './evidence-studies.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string', multiple: true },
  register: { type: 'string' },
  mapping: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Brings references of one or more files into a register, new or given, and accounts for every record: new,
 * duplicate, or rejected. Rejected records are said on standard error too; the register is written all the same.
 * With `--mapping` the files are tables of studies.
 */
export const evidenceImport: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { in: paths = [], register: before, mapping, out } = read.value;
  if (paths.length === 0) return report([problem('option-needed', { option: '--in' })], words, 2);
  const start =
    before === undefined ? { ok: true as const, value: emptyRegister } : await readRegister(before);
  if (!start.ok) return report(start.problems, words, start.status);
  if (mapping !== undefined)
    return importStudies(words, { paths, mapping, out, register: start.value });
  const files: ReadFile[] = [];
  for (const path of paths) {
    const file = await readReferences(path);
    if (!file.ok) return report(file.problems, words, file.status);
    files.push(file.value);
  }
  const register = broughtIn(start.value, files);
  const fresh = register.arrivals.slice(start.value.arrivals.length);
  const of = (fate: string) => fresh.filter((each) => each.fate === fate).length;
  report(
    files.flatMap(({ file, found }) =>
      found.flatMap((each) =>
        'problems' in each
          ? each.problems.map((one) => ({ ...one, where: { ...one.where, file } }))
          : [],
      ),
    ),
    words,
    1,
  );
  const status = await delivered(out, `${JSON.stringify(register, null, 2)}\n`, words, {
    records: fresh.length,
    ...{ new: of('new'), duplicates: of('duplicate'), rejected: of('rejected') },
    suggestions: register.suggestions.length - start.value.suggestions.length,
    sources: register.sources.length,
  });
  return status === 0 && of('rejected') > 0 ? 1 : status;
};
