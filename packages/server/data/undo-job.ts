import type { Work } from '../database/within.ts';
import { refusedFor, startJob, type OfPartnership, type Workshop } from '../job/run.ts';
import { undoImport } from './undo.ts';

/**
 * Starts taking an import back; answers with the job. With the values go what else it left behind: the file that was
 * sent, and the problems that were found in it, which may quote it.
 */
export function startUndoing(
  house: Workshop,
  actor: OfPartnership,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<string> {
  const about = { kind: 'undo-import', title: `Taken back: ${title}` };
  return startJob(house, actor, about, async (job) => {
    const ending = await job.within(async (tx) => {
      const undone = await undoImport(tx, id, house.ports.clock.now());
      return 'code' in undone ? undone : { undone, files: await forgetFile(tx, id) };
    });
    if ('code' in ending) return refusedFor(job, [ending]);
    for (const file of ending.files) await house.ports.files.remove(file);
    const { undone } = ending;
    const sum = (pick: (part: (typeof undone)[number]) => number) =>
      undone.reduce((all, part) => all + pick(part), 0);
    const stays = sum((part) => part.later + part.held);
    const gone = sum((part) => part.removed);
    const back = sum((part) => part.restored);
    return {
      state: 'done',
      result: {
        ...{ what: 'undone-import', dryRun: false, kept: true, rows: gone + back + stays },
        ...{ skipped: 0, rejected: 0, new: 0, changed: back, same: stays, links: null },
        ...{ unknownPlaces: [], undone: [...undone] },
      },
    };
  });
}

/** Forgets the import's file and the problems that were found in it; the names of the files to remove. */
async function forgetFile(tx: Work, id: string): Promise<readonly string[]> {
  const { upload_id: upload } = await tx
    .selectFrom('job')
    .where('id', '=', id)
    .select('upload_id')
    .executeTakeFirstOrThrow();
  const jobs = await tx
    .selectFrom('job')
    .where((e) => e.or([e('id', '=', id), e('upload_id', '=', upload)]))
    .select(['id', 'errors_stored_as'])
    .execute();
  await tx
    .updateTable('job')
    .set({ problems: '[]', problem_count: 0, errors_stored_as: null })
    .where(
      'id',
      'in',
      jobs.map((each) => each.id),
    )
    .execute();
  const sent =
    upload === null
      ? []
      : await tx.deleteFrom('upload').where('id', '=', upload).returning('stored_as').execute();
  return [
    ...jobs.flatMap((each) => each.errors_stored_as ?? []),
    ...sent.map((each) => each.stored_as),
  ];
}
