import { sql } from 'kysely';
import type { Readable } from 'node:stream';
import { boundariesOf, type BoundariesMapping, type PlaceBoundary } from '@freehold/core/data';
import { placeKey } from '@freehold/core/place';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { refusedFor, type Job, type JobWork, type Workshop } from '../job/run.ts';
import { undoable } from '../job/undoable.ts';
import { confirm, remember, type Writer } from './before.ts';
import { decoded, encodingOf } from './decode.ts';
import type { ImportAsked } from './import.ts';
import type { Upload } from './upload.ts';

/** The work of reading boundaries from GeoJSON. A place that is not known yet is added. [DT-10] */
export function importBoundaries(
  house: Workshop,
  upload: Upload,
  mapping: BoundariesMapping,
  asked: ImportAsked,
): JobWork {
  return async (job) => {
    const document = await jsonIn(() => house.ports.files.open(upload.storedAs));
    if (!document.ok) return refusedFor(job, document.problems);
    const read = boundariesOf(document.value, mapping);
    if (!read.ok) return refusedFor(job, read.problems);
    const { boundaries, features, problems } = read.value;
    job.fault(...problems);
    const rejected = features - boundaries.length;
    const keep = !asked.dryRun && (rejected === 0 || asked.acceptRejected);
    await job.step({ done: 0, total: boundaries.length });
    const counts = await undoable(job, async (tx) => ({
      keep,
      value: await keepBoundaries(tx, job, boundaries, mapping),
    }));
    return {
      state: keep || asked.dryRun ? 'done' : 'refused',
      result: {
        what: 'boundaries',
        dryRun: asked.dryRun,
        kept: keep,
        rows: features,
        skipped: 0,
        rejected,
        ...counts,
        links: null,
        unknownPlaces: [],
      },
    };
  };
}

/** A JSON file's content. Problem: `not-json`, with the character where reading stopped, if that is known. */
export async function jsonIn(open: () => Readable): Promise<Outcome<unknown>> {
  const encoding = await encodingOf(open);
  const pieces: string[] = [];
  for await (const { text } of decoded(open(), encoding)) pieces.push(text);
  try {
    const value: unknown = JSON.parse(pieces.join(''));
    return fine(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /position (\d+)/.exec(error.message)?.[1];
    return refused(problem('not-json', { character: at === undefined ? null : Number(at) + 1 }));
  }
}

type Counts = { readonly new: number; readonly changed: number; readonly same: number };

const boundariesAtOnce = 50;

async function keepBoundaries(
  tx: Work,
  job: Job,
  boundaries: readonly PlaceBoundary[],
  mapping: BoundariesMapping,
): Promise<Counts> {
  let counts: Counts = { new: 0, changed: 0, same: 0 };
  for (let from = 0; from < boundaries.length; from += boundariesAtOnce) {
    const some = boundaries.slice(from, from + boundariesAtOnce);
    await addMissingPlaces(tx, job, some, mapping);
    const more = await keepGeometries(tx, job, some, mapping);
    counts = {
      new: counts.new + more.new,
      changed: counts.changed + more.changed,
      same: counts.same + more.same,
    };
  }
  return counts;
}

async function addMissingPlaces(
  tx: Work,
  { id, partnership }: Writer,
  boundaries: readonly PlaceBoundary[],
  { type, codeYear, source }: BoundariesMapping,
): Promise<void> {
  const given = boundaries.map(({ code, name }) => ({ code, name, name_key: placeKey(name) }));
  await sql`insert into place (partnership_id, type, code, code_year, name, name_key, source,
      job_id)
    select ${partnership}::uuid, ${type}, code, ${codeYear}::int, name, name_key, ${source}, ${id}::uuid
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (code text, name text, name_key text)
    where not exists (select from place p where p.partnership_id = ${partnership}
      and p.type = ${type} and p.code = given.code)`.execute(tx);
}

async function keepGeometries(
  tx: Work,
  job: Writer,
  boundaries: readonly PlaceBoundary[],
  { type, source }: BoundariesMapping,
): Promise<Counts> {
  const { id, partnership } = job;
  const overwritten = sql`join found f on t.place_id = f.there where f.differs`;
  const same = sql`select there::text from found where not differs`;
  const given = boundaries.map(({ code, geometry }) => ({ code, geometry }));
  const { rows } = await sql<Counts>`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as given (code text, geometry jsonb)
    ), found as materialized (
      select p.id, g.geometry, b.place_id as there, b.geometry is distinct from g.geometry as differs
      from given g join place p on p.partnership_id = ${partnership} and p.type = ${type}
        and p.code = g.code
      left join place_boundary b on b.place_id = p.id
    ), remembered as (${remember(job, 'place_boundary', overwritten)}),
    confirmed as (${confirm(job, 'place_boundary', same)}),
    added as (
      insert into place_boundary (place_id, partnership_id, geometry, source, job_id)
      select id, ${partnership}::uuid, geometry, ${source}, ${id}::uuid from found where there is null
    ), changed as (
      update place_boundary b set geometry = f.geometry, source = ${source}, job_id = ${id}::uuid
      from found f where b.place_id = f.there and f.differs
    ) select count(*) filter (where there is null)::int as new,
      count(*) filter (where there is not null and differs)::int as changed,
      count(*) filter (where there is not null and not differs)::int as same from found`.execute(
    tx,
  );
  return rows[0] ?? { new: 0, changed: 0, same: 0 };
}
