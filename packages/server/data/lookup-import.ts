import { sql } from 'kysely';
import {
  lookupReader,
  type LookupRow,
  type OfficialPlace,
  type PlaceLink,
  type PlacesMapping,
} from '@freehold/core/data';
import { placeKey } from '@freehold/core/place';
import { problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { refusedFor, type Job, type JobWork, type Workshop } from '../job/run.ts';
import { undoable } from '../job/undoable.ts';
import { array, texts } from './arrays.ts';
import { confirm, remember, type Writer } from './before.ts';
import type { ImportAsked } from './import.ts';
import { walkTable } from './table-file.ts';
import type { Upload } from './upload.ts';

/** The work of reading a look-up: the places it names, and which lies in which. [DT-9] */
export function importLookup(
  house: Workshop,
  upload: Upload,
  mapping: PlacesMapping,
  asked: ImportAsked,
): JobWork {
  return async (job) => {
    const found = new Found(job);
    const faults = await walkTable(
      () => house.ports.files.open(upload.storedAs),
      (header) => lookupReader(mapping, header),
      async (rows, bytes) => {
        found.take(rows);
        await job.step({ done: bytes, total: upload.size });
      },
    );
    if (faults.length > 0) return refusedFor(job, faults);
    const keep = !asked.dryRun && (found.rejected === 0 || asked.acceptRejected);
    const counts = await undoable(job, async (tx) => ({
      keep,
      value: {
        ...(await keepPlaces(tx, job, found.places, mapping.source)),
        links: await keepLinks(tx, job, found.links, mapping.source),
      },
    }));
    return {
      state: keep || asked.dryRun ? 'done' : 'refused',
      result: {
        what: 'places',
        dryRun: asked.dryRun,
        kept: keep,
        rows: found.rows,
        skipped: 0,
        rejected: found.rejected,
        ...counts,
        unknownPlaces: [],
      },
    };
  };
}

/** The places and links of a look-up, each once. */
class Found {
  rows = 0;
  rejected = 0;
  readonly #job: Job;
  readonly #places = new Map<string, OfficialPlace>();
  readonly #links = new Map<string, PlaceLink>();

  constructor(job: Job) {
    this.#job = job;
  }

  get places(): readonly OfficialPlace[] {
    return [...this.#places.values()];
  }

  get links(): readonly PlaceLink[] {
    return [...this.#links.values()];
  }

  take(rows: readonly LookupRow[]): void {
    for (const { row, places, links, problems } of rows) {
      this.rows += 1;
      const all = [...problems, ...places.flatMap((place) => this.#otherwiseNamed(place, row))];
      if (all.length > 0) this.rejected += 1;
      this.#job.fault(...all);
      if (all.length > 0) continue;
      for (const place of places) this.#places.set(`${place.type} ${place.code}`, place);
      for (const link of links) this.#links.set(Object.values(link).join(' '), link);
    }
  }

  #otherwiseNamed({ type, code, name }: OfficialPlace, row: number) {
    const first = this.#places.get(`${type} ${code}`);
    if (first === undefined || first.name === name) return [];
    return [problem('place-name-differs', { code, first: first.name, here: name }, { row })];
  }
}

type Counts = { readonly new: number; readonly changed: number; readonly same: number };

/** Keeps places by type and code, all in one statement: adds what is new, renames what is there. */
async function keepPlaces(
  tx: Work,
  job: Writer,
  places: readonly OfficialPlace[],
  source: string,
): Promise<Counts> {
  const { id, partnership } = job;
  const overwritten = sql`join found f on t.id = f.there where f.differs`;
  const of = (pick: (place: OfficialPlace) => string) => texts(places.map(pick));
  const years = array(places.map((place) => place.codeYear?.toString() ?? null));
  const { rows } = await sql<Counts>`with given as (
      select * from unnest(${of((each) => each.type)}, ${of((each) => each.code)},
        ${of((each) => each.name)}, ${of((each) => placeKey(each.name))}, ${years}::int[])
      as given (type, code, name, name_key, code_year)
    ), found as materialized (
      select g.*, p.id as there, (p.name, p.code_year) is distinct from
        (g.name, coalesce(g.code_year, p.code_year)) as differs
      from given g left join place p
        on p.partnership_id = ${partnership} and p.type = g.type and p.code = g.code
    ), remembered as (${remember(job, 'place', overwritten)}),
    confirmed as (${confirm(job, 'place', sql`select there::text from found where not differs`)}),
    added as (
      insert into place (partnership_id, type, code, code_year, name, name_key, source, job_id)
      select ${partnership}::uuid, type, code, code_year, name, name_key, ${source}, ${id}::uuid
      from found where there is null
    ), changed as (
      update place p set name = f.name, name_key = f.name_key, source = ${source},
        code_year = coalesce(f.code_year, p.code_year), job_id = ${id}::uuid
      from found f where p.id = f.there and f.differs
    ) select count(*) filter (where there is null)::int as new,
      count(*) filter (where there is not null and differs)::int as changed,
      count(*) filter (where there is not null and not differs)::int as same from found`.execute(
    tx,
  );
  return rows[0] ?? { new: 0, changed: 0, same: 0 };
}

/** Keeps which place lies in which; what was known before stays. */
async function keepLinks(
  tx: Work,
  job: Writer,
  links: readonly PlaceLink[],
  source: string,
): Promise<{ new: number; same: number }> {
  const { id, partnership } = job;
  const of = (pick: (link: PlaceLink) => string) => texts(links.map(pick));
  const same = sql`select child_id || ' ' || parent_id from found where there`;
  const { rows } = await sql<{ fresh: number }>`with found as materialized (
      select c.id as child_id, p.id as parent_id, exists (select from place_parent o
        where o.child_id = c.id and o.parent_id = p.id) as there
      from unnest(${of((each) => each.childType)}, ${of((each) => each.child)},
        ${of((each) => each.parentType)}, ${of((each) => each.parent)})
        as given (child_type, child, parent_type, parent)
      join place c on c.partnership_id = ${partnership} and c.type = given.child_type
        and c.code = given.child
      join place p on p.partnership_id = ${partnership} and p.type = given.parent_type
        and p.code = given.parent
    ), confirmed as (${confirm(job, 'place_parent', same)}),
    added as (
      insert into place_parent (child_id, parent_id, partnership_id, source, job_id)
      select child_id, parent_id, ${partnership}::uuid, ${source}, ${id}::uuid
      from found where not there on conflict do nothing returning 1
    ) select count(*)::int as fresh from added`.execute(tx);
  const fresh = rows[0]?.fresh ?? 0;
  return { new: fresh, same: links.length - fresh };
}
