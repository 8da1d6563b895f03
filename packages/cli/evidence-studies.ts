import { basename } from 'node:path';
import {
  missingColumns,
  studiesBroughtIn,
  studiesFromTable,
  StudyMapping,
  type Register,
  type StudyFate,
} from '@freehold/core/evidence';
import { parsed, refused, type Problem } from '@freehold/core/problem';
import { readTable } from './evidence-files.ts';
import { delivered, located, readJson, stopped, type Step } from './files.ts';
import { report } from './report.ts';

/**
 * Brings tables of studies into a register by a mapping, and accounts for every row: new, known from before, or
 * rejected. Cells that were left out are said on standard error like rejected rows, but refuse nothing.
 */
export async function importStudies(
  words: readonly string[],
  {
    paths,
    mapping: mappingPath,
    out,
    register,
  }: {
    readonly paths: readonly string[];
    readonly mapping: string;
    readonly out: string | undefined;
    readonly register: Register;
  },
): Promise<number> {
  const mapping = await readJson(mappingPath, (input) => parsed(StudyMapping, input));
  if (!mapping.ok) return report(mapping.problems, words, mapping.status);
  let grown = register;
  const fates: StudyFate[] = [];
  const said: Problem[] = [];
  for (const path of paths) {
    const found = await studiesIn(path, mapping.value);
    if (!found.ok) return report(found.problems, words, found.status);
    const file = basename(path);
    const brought = studiesBroughtIn(grown, file, found.value);
    grown = brought.register;
    fates.push(...brought.fates);
    for (const each of found.value)
      for (const one of 'problems' in each ? each.problems : each.left)
        said.push({ ...one, where: { ...one.where, file } });
  }
  const of = (fate: StudyFate['fate']) => fates.filter((each) => each.fate === fate).length;
  report(said, words, 1);
  const status = await delivered(out, `${JSON.stringify(grown, null, 2)}\n`, words, {
    ...{ rows: fates.length, new: of('new'), known: of('known'), rejected: of('rejected') },
    'cells left out': said.filter(({ code }) => code === 'cell-left-out').length,
    ...{ studies: grown.studies.length, sources: grown.sources.length },
  });
  return status === 0 && of('rejected') > 0 ? 1 : status;
}

async function studiesIn(
  path: string,
  mapping: StudyMapping,
): Promise<Step<ReturnType<typeof studiesFromTable>>> {
  const table = await readTable(path);
  if (!table.ok) return table;
  const missing = missingColumns(mapping, table.value.columns);
  if (missing.length > 0) return stopped(located(path, refused(...missing)), 1);
  return { ok: true, value: studiesFromTable(table.value.records, mapping) };
}
