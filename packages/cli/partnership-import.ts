import {
  assembled,
  DirectoryMapping,
  mapping2017,
  type DirectoryFile,
  type NamedArea,
} from '@freehold/core/directory';
import { fine, parsed, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { areasIn } from './areas-file.ts';
import { options, type Command } from './command.ts';
import { delivered, located, readText, stopped, type Step } from './files.ts';
import { jsonText } from './json-text.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  members: { type: 'string' },
  areas: { type: 'string' },
  mapping: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Reads files of partnerships and their members as one directory, with what is to be cleaned up. Says what became
 * of every row and cell; nothing is dropped.
 */
export const partnershipImport: Command = async (words) => {
  const asked = options(words, known);
  if (!asked.ok) return report(asked.problems, words, 2);
  const { in: file, members, areas, mapping, out } = asked.value;
  if (file === undefined) return report([problem('option-needed', { option: '--in' })], words, 2);
  const read = await directoryFrom({ file, members, areas, mapping });
  if (!read.ok) return report(read.problems, words, read.status);
  const directory = read.value;
  const status = await delivered(out, `${JSON.stringify(directory, null, 2)}\n`, words, {
    partnerships: directory.partnerships.length,
    areas: directory.areas.length,
    organisations: directory.organisations.length,
    memberships: directory.memberships.length,
    cleanUp: directory.cleanUp.length,
  });
  if (status === 0 && out !== undefined && !words.includes('--json'))
    process.stdout.write(accountLines(directory));
  return status;
};

type Files = {
  readonly file: string;
  readonly members: string | undefined;
  readonly areas: string | undefined;
  readonly mapping: string | undefined;
};

async function directoryFrom(files: Files): Promise<Step<DirectoryFile>> {
  const partnerships = await readText(files.file);
  const members = files.members === undefined ? fine(null) : await readText(files.members);
  if (!partnerships.ok || !members.ok)
    return stopped(refused(...problemsOf(partnerships), ...problemsOf(members)), 2);
  const mapping = await mappingFrom(files.mapping);
  if (!mapping.ok) return mapping;
  const areas = await areasFrom(files.areas);
  if (!areas.ok) return areas;
  const read = assembled({
    partnerships: partnerships.value,
    members: members.value,
    mapping: mapping.value,
    areas: areas.value,
  });
  return read.ok ? read : stopped(refused(...read.problems.map((each) => named(each, files))), 1);
}

function problemsOf(outcome: Outcome<unknown>): readonly Problem[] {
  return outcome.ok ? [] : outcome.problems;
}

/** A problem of one of the two tables bears the name of its file. */
function named(each: Problem, { file, members }: Files): Problem {
  const path = each.where?.file === 'members' ? members : file;
  return path === undefined ? each : { ...each, where: { ...each.where, file: path } };
}

async function mappingFrom(path: string | undefined): Promise<Step<DirectoryMapping>> {
  if (path === undefined) return { ok: true, value: mapping2017 };
  const document = await jsonText(path);
  if (!document.ok) return document;
  const read = located(path, parsed(DirectoryMapping, document.value));
  return read.ok ? read : stopped(read, 1);
}

async function areasFrom(path: string | undefined): Promise<Step<readonly NamedArea[] | null>> {
  if (path === undefined) return { ok: true, value: null };
  const document = await jsonText(path);
  if (!document.ok) return document;
  const read = located(path, areasIn(document.value));
  return read.ok ? read : stopped(read, 1);
}

/** What became of each file, a sum a line: "partnerships, rows: 107 = 33 further area + 74 partnership". */
function accountLines({ accounts }: DirectoryFile): string {
  return accounts
    .flatMap(({ file, ...account }) => [
      sum(`${file}, rows`, account.rowsIn, account.rows),
      sum(`${file}, cells`, account.cellsIn, account.cells),
      ...(account.itemsIn > 0 ? [sum(`${file}, items`, account.itemsIn, account.items)] : []),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function sum(what: string, all: number, parts: Readonly<Record<string, number>>): string {
  const said = Object.entries(parts).map(
    ([fate, n]) => `${n} ${fate.replace('queued:', 'to clean up: ').replaceAll('-', ' ')}`,
  );
  return `${what}: ${all} = ${said.join(' + ')}`;
}
