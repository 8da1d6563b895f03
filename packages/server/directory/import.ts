import {
  assembled,
  organisationKey,
  ukOrganisations,
  type CleanUp,
  type DirectoryFile,
  type DirectoryMapping,
  type Known,
  type Learnt,
} from '@freehold/core/directory';
import { problem, type Problem } from '@freehold/core/problem';
import { decoded, encodingOf } from '../data/decode.ts';
import type { Upload } from '../data/upload.ts';
import type { Work } from '../database/within.ts';
import { refusedFor, type Job, type JobWork, type Workshop } from '../job/run.ts';
import { undoable } from '../job/undoable.ts';
import { keepDirectory } from './keep.ts';
import { organisationsOf } from './listed.ts';

export type DirectoryImport = {
  readonly partnerships: Upload;
  readonly members: Upload | null;
  readonly mapping: DirectoryMapping;
  readonly dryRun: boolean;
  readonly byName: string;
};

/**
 * The work of reading two files as a directory: new partnerships, organisations and memberships, and whatever is to
 * be cleaned up. Each thing to clean up is told with its row and column. Nothing a person has written is replaced.
 */
export function importDirectory(house: Workshop, asked: DirectoryImport): JobWork {
  return async (job) => {
    const total = asked.partnerships.size + (asked.members?.size ?? 0);
    await job.step({ done: 0, total });
    const partnerships = await textOf(house, asked.partnerships);
    const members = asked.members === null ? null : await textOf(house, asked.members);
    const { known, learnt } = await job.within(knownTo);
    const read = assembled({
      ...{ partnerships, members, mapping: asked.mapping, areas: null },
      ...{ known, learnt },
    });
    if (!read.ok) return refusedFor(job, read.problems);
    const directory = read.value;
    await job.step({ done: asked.partnerships.size, total });
    job.fault(...directory.cleanUp.map(faultOf));
    const counts = await keptOrNot(job, house, directory, asked);
    return {
      state: 'done',
      result: {
        ...{ what: 'directory', dryRun: asked.dryRun, kept: !asked.dryRun },
        rows: directory.accounts.reduce((all, { rowsIn }) => all + rowsIn, 0),
        ...{ skipped: 0, rejected: 0, links: null, unknownPlaces: [] },
        ...counts.partnerships,
        counts: { ...counts.others, ...accountCounts(directory) },
      },
    };
  };
}

function keptOrNot(job: Job, house: Workshop, directory: DirectoryFile, asked: DirectoryImport) {
  const hand = {
    partnership: job.partnership,
    byName: asked.byName,
    at: house.ports.clock.now(),
  };
  return undoable(job, async (tx) => ({
    keep: !asked.dryRun,
    value: await keepDirectory(tx, hand, directory, asked.mapping.title),
  }));
}

async function textOf({ ports }: Workshop, { storedAs }: Upload): Promise<string> {
  const open = () => ports.files.open(storedAs);
  const pieces: string[] = [];
  for await (const { text } of decoded(open(), await encodingOf(open))) pieces.push(text);
  return pieces.join('');
}

/** What the directory knows of organisations, and what people have said about spellings. */
export async function knownTo(
  tx: Work,
): Promise<{ readonly known: readonly Known[]; readonly learnt: readonly Learnt[] }> {
  const shipped = new Map(ukOrganisations.map((each) => [organisationKey(each.name), each]));
  const known = (await organisationsOf(tx)).map(({ id, name, sector, fields }) => {
    const ours = shipped.get(organisationKey(name));
    const otherNames = [...new Set([...fields.otherNames, ...(ours?.otherNames ?? [])])];
    return { key: id, name, sector, otherNames, area: ours?.area ?? null };
  });
  const learnt = await tx
    .selectFrom('organisation_alias')
    .select(['key', 'organisation_id as organisation', 'refused'])
    .orderBy('at')
    .execute();
  return { known, learnt };
}

function faultOf({ kind, file, row, column, text }: CleanUp): Problem {
  const details = { file, text: text.slice(0, 300) };
  return problem(kind, details, { ...(row !== null && { row }), ...(column !== '' && { column }) });
}

/** The accounts of both files as one list: "members.items.same-name". [DR-8] */
function accountCounts({ accounts }: DirectoryFile): Readonly<Record<string, number>> {
  const lines = accounts.flatMap(({ file, rows, cells, items }) =>
    Object.entries({ rows, cells, items }).flatMap(([what, fates]) =>
      Object.entries(fates).map(([fate, n]) => [`${file}.${what}.${fate}`, n] as const),
    ),
  );
  return Object.fromEntries(lines);
}
