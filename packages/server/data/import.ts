import { sql } from 'kysely';
import { isSummed, observationReader, type ObservationMapping } from '@freehold/core/data';
import type { Database } from '../database/connect.ts';
import type { Work } from '../database/within.ts';
import { refusedFor, type Job, type JobWork, type Outcome, type Workshop } from '../job/run.ts';
import { undoable } from '../job/undoable.ts';
import { placeFinder } from '../place/finder.ts';
import { keepStaged, stagedFaults, type Counts, type StagedSet } from './keep.ts';
import { keepDataSet, keepMeasures, measureClashes } from './measure-store.ts';
import { Reading } from './reading.ts';
import { clearStage, stage } from './stage.ts';
import { walkTable } from './table-file.ts';
import type { Upload } from './upload.ts';

export type ImportAsked = {
  readonly dryRun: boolean;
  /** A person has seen that rows are refused, and wants the others kept. */
  readonly acceptRejected: boolean;
};

/**
 * The work of reading a file's observations: parses and stages in short transactions, so that others get their
 * turn on a database with one connection; compares and keeps in one. A dry run does the same and keeps nothing.
 */
export function importObservations(
  house: Workshop,
  upload: Upload,
  mapping: ObservationMapping,
  asked: ImportAsked,
): JobWork {
  return async (job) => {
    try {
      return await imported(house, job, upload, mapping, asked);
    } finally {
      await job.within((tx) => clearStage(tx, job.id));
      await tidied(house.database);
    }
  };
}

/** What reading is to writing, as parts of the whole time. */
const parts = { reading: 1, comparing: 1, writing: 3 };

async function imported(
  house: Workshop,
  job: Job,
  upload: Upload,
  mapping: ObservationMapping,
  asked: ImportAsked,
): Promise<Outcome> {
  const { places, clashes } = await job.within(async (tx) => ({
    places: await placeFinder(tx, mapping.place),
    clashes: await measureClashes(tx, job.partnership, described(mapping)),
  }));
  if (clashes.length > 0) return refusedFor(job, clashes);
  const reading = new Reading(places);
  const total = upload.size * (parts.reading + (asked.dryRun ? parts.comparing : parts.writing));
  const faults = await walkTable(
    () => house.ports.files.open(upload.storedAs),
    (header) => observationReader(mapping, header),
    async (rows, bytes) => {
      const staged = reading.take(rows, job);
      await job.step({ done: bytes, total }, (tx) =>
        stage(tx, { partnership: job.partnership, job: job.id }, staged),
      );
    },
  );
  if (faults.length > 0) return refusedFor(job, faults);
  return compared(house, job, mapping, asked, reading);
}

function described({ measures }: ObservationMapping) {
  return measures.map((each) => each.measure);
}

async function compared(
  house: Workshop,
  job: Job,
  mapping: ObservationMapping,
  asked: ImportAsked,
  reading: Reading,
): Promise<Outcome> {
  const write = !asked.dryRun && (reading.rejected === 0 || asked.acceptRejected);
  const now = house.ports.clock.now();
  const ending = await undoable(job, async (tx) => {
    const dataSet = await keepDataSet(tx, job, mapping.dataSet);
    const kept = await keepMeasures(tx, job, described(mapping));
    const measures = mapping.measures.map((each, at) => ({
      id: kept[at] ?? '',
      code: each.measure.code,
      summed: isSummed(each),
    }));
    const { places, periods } = reading;
    const { id, partnership } = job;
    const staged: StagedSet = { job: id, partnership, dataSet, measures, places, periods };
    const counts = await keepStaged(tx, staged, { write, now });
    const again = await faultsIn(tx, job, staged, counts);
    const stays = write && (again === 0 || asked.acceptRejected);
    return { keep: stays, value: { counts, again, stays } };
  });
  const { counts, again, stays } = ending;
  const rejected = reading.rejected + again;
  return {
    state: stays || asked.dryRun ? 'done' : 'refused',
    result: {
      what: 'observations',
      dryRun: asked.dryRun,
      kept: stays,
      rows: reading.rows,
      skipped: reading.skipped,
      rejected,
      new: counts.new,
      changed: counts.changed,
      same: counts.same,
      links: null,
      unknownPlaces: [...reading.unknownPlaces],
    },
  };
}

/** Notes what the comparison refuses; the number of rows that are refused for coming again. */
async function faultsIn(
  tx: Work,
  job: Job,
  staged: StagedSet,
  { repeated, incomplete }: Counts,
): Promise<number> {
  if (repeated + incomplete === 0) return 0;
  const again = new Set<number>();
  for await (const faults of stagedFaults(tx, staged)) {
    for (const { row, problem } of faults) {
      if (problem.code === 'observation-repeated') again.add(row);
      job.fault(problem);
    }
  }
  return again.size;
}

// PGlite has nobody who sweeps behind it; a server's autovacuum does this by itself, and no harm if both do.
async function tidied(database: Database): Promise<void> {
  await sql`vacuum observation_stage`.execute(database);
  await sql`analyze observation`.execute(database);
}
