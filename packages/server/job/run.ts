import { problem, type Problem } from '@freehold/core/problem';
import type { Database } from '../database/connect.ts';
import { within, type Actor, type Work } from '../database/within.ts';
import { faultLine } from '../http/fault.ts';
import type { Ports } from '../ports.ts';
import { ProblemBook } from './problem-book.ts';
import { addJob, advance, beginJob, endJob, type Ending, type JobResult } from './store.ts';

/** How a job went, as far as people are concerned; what breaks is thrown. */
export type Outcome = {
  readonly state: 'done' | 'refused';
  readonly result: JobResult | null;
};

/** What jobs need of a house; the command line has no more. */
export type Workshop = {
  readonly database: Database;
  readonly ports: Pick<Ports, 'clock' | 'entropy' | 'files'>;
};

/** Somebody, or nobody in particular, who acts for a partnership. */
export type OfPartnership = Actor & { readonly partnership: string };

/** What a job's work may use. */
export type Job = {
  readonly id: string;
  readonly partnership: string;
  /** Counts a problem; all of them end in the job's file. */
  readonly fault: (...problems: readonly Problem[]) => void;
  readonly faults: () => number;
  /**
   * A step in a transaction of its own, after which the job is so far.
   * @throws Cancelled when somebody has asked to cancel; nothing of the step is kept then.
   */
  readonly step: (
    to: { done: number; total: number | null },
    work?: (tx: Work) => Promise<void>,
  ) => Promise<void>;
  /** Work in a transaction that is not a step. */
  readonly within: <T>(work: (tx: Work) => Promise<T>) => Promise<T>;
};

/** The end of a job whose input cannot be used at all. */
export function refusedFor(job: Job, problems: readonly Problem[]): Outcome {
  job.fault(...problems);
  return { state: 'refused', result: null };
}

export type JobWork = (job: Job) => Promise<Outcome>;

export class Cancelled extends Error {}

/**
 * Notes a job and starts it as soon as those before it have ended: one at a time, since a large import keeps the
 * database busy enough by itself. Answers at once, with the job's id.
 */
export async function startJob(
  house: Workshop,
  actor: OfPartnership,
  { kind, title, upload }: { kind: string; title: string; upload?: string | null },
  work: JobWork,
): Promise<string> {
  const { partnership, person } = actor;
  const now = house.ports.clock.now();
  const id = await within(house.database, actor, (tx) =>
    addJob(tx, { partnership, person, kind, title, upload, now }),
  );
  const before = lines.get(house.database) ?? Promise.resolve();
  lines.set(
    house.database,
    before.then(() => run(house, actor, id, work)),
  );
  return id;
}

/** Resolves when every job that has been started on this database has ended. */
export function jobsEnded(database: Database): Promise<void> {
  return lines.get(database) ?? Promise.resolve();
}

const lines = new WeakMap<Database, Promise<void>>();

/** Never rejects: what goes wrong is the job's end. */
async function run(
  house: Workshop,
  actor: OfPartnership,
  id: string,
  work: JobWork,
): Promise<void> {
  const book = new ProblemBook(house.ports.files, house.ports.entropy.token());
  try {
    const ending = await worked(house, actor, id, work, book);
    await within(house.database, actor, (tx) => endJob(tx, id, ending));
  } catch (error) {
    // The database is gone, most likely because the server stops; the next start ends the job.
    console.error(`job ${id} could not be ended\n${faultLine(error)}`);
  }
}

async function worked(
  house: Workshop,
  actor: OfPartnership,
  id: string,
  work: JobWork,
  book: ProblemBook,
): Promise<Ending> {
  const { clock } = house.ports;
  const end = async (state: Ending['state'], result: JobResult | null): Promise<Ending> => ({
    state,
    result,
    errorsStoredAs: await book.close(),
    problems: book.first,
    problemCount: book.count,
    now: clock.now(),
  });
  try {
    await within(house.database, actor, (tx) => beginJob(tx, id, clock.now()));
    const { state, result } = await work(tools(house, actor, id, book));
    return await end(state, result);
  } catch (error) {
    if (error instanceof Cancelled) return end('cancelled', null);
    const reference = house.ports.entropy.token().slice(0, 8);
    console.error(`fault ${reference} in job ${id}\n${faultLine(error)}`);
    book.add([problem('our-fault', { reference })]);
    return end('broken', null);
  }
}

function tools(house: Workshop, actor: OfPartnership, id: string, book: ProblemBook): Job {
  return {
    id,
    partnership: actor.partnership,
    fault: (...problems) => book.add(problems),
    faults: () => book.count,
    step: async (to, step) => {
      await within(house.database, actor, async (tx) => {
        if (await advance(tx, id, to)) throw new Cancelled();
        await step?.(tx);
      });
      await book.flush();
    },
    within: (each) => within(house.database, actor, each),
  };
}
