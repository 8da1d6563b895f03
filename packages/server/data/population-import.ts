import { sql } from 'kysely';
import {
  populationReader,
  type PopulationRow,
  type PopulationsMapping,
  type ReadPopulation,
} from '@freehold/core/data';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { refusedFor, type Job, type JobWork, type Workshop } from '../job/run.ts';
import { undoable } from '../job/undoable.ts';
import { placeFinder, type PlaceFinder } from '../place/finder.ts';
import { array, ids } from './arrays.ts';
import { confirm, remember, type Writer } from './before.ts';
import type { ImportAsked } from './import.ts';
import { walkTable } from './table-file.ts';
import type { Upload } from './upload.ts';

/** The work of reading how many people live in places, by year. */
export function importPopulations(
  house: Workshop,
  upload: Upload,
  mapping: PopulationsMapping,
  asked: ImportAsked,
): JobWork {
  return async (job) => {
    const finder = await job.within((tx) => placeFinder(tx, { ...mapping.place, ownOnly: true }));
    const found = new Found(job, finder);
    const faults = await walkTable(
      () => house.ports.files.open(upload.storedAs),
      (header) => populationReader(mapping, header),
      async (rows, bytes) => {
        found.take(rows);
        await job.step({ done: bytes, total: upload.size });
      },
    );
    if (faults.length > 0) return refusedFor(job, faults);
    const keep = !asked.dryRun && (found.rejected === 0 || asked.acceptRejected);
    const counts = await undoable(job, async (tx) => ({
      keep,
      value: await keepPopulations(tx, job, found.populations, mapping.source),
    }));
    return {
      state: keep || asked.dryRun ? 'done' : 'refused',
      result: {
        what: 'populations',
        dryRun: asked.dryRun,
        kept: keep,
        rows: found.rows,
        skipped: found.skipped,
        rejected: found.rejected,
        ...counts,
        links: null,
        unknownPlaces: [...finder.unknown()],
      },
    };
  };
}

type Population = PopulationRow & { readonly placeId: string };

/** The populations of a file, each place and year once. */
class Found {
  rows = 0;
  skipped = 0;
  rejected = 0;
  readonly #job: Job;
  readonly #finder: PlaceFinder;
  readonly #populations = new Map<string, Population>();

  constructor(job: Job, finder: PlaceFinder) {
    this.#job = job;
    this.#finder = finder;
  }

  get populations(): readonly Population[] {
    return [...this.#populations.values()];
  }

  take(rows: readonly ReadPopulation[]): void {
    for (const { population, problems, skipped } of rows) {
      this.rows += 1;
      if (skipped) this.skipped += 1;
      const late = population === null ? null : this.#add(population);
      const all = late === null ? problems : [...problems, late];
      if (all.length > 0) this.rejected += 1;
      this.#job.fault(...all);
    }
  }

  #add(population: PopulationRow): Problem | null {
    const { place, row, year } = population;
    const placeId = this.#finder.find(place, row);
    if (typeof placeId !== 'string') return placeId;
    const key = `${placeId} ${year}`;
    const there = this.#populations.get(key);
    if (there !== undefined)
      return problem('population-repeated', { firstRow: there.row, year }, { row });
    this.#populations.set(key, { ...population, placeId });
    return null;
  }
}

type Counts = { readonly new: number; readonly changed: number; readonly same: number };

async function keepPopulations(
  tx: Work,
  job: Writer,
  populations: readonly Population[],
  source: string,
): Promise<Counts> {
  const { id, partnership } = job;
  const overwritten = sql`join found f on t.place_id = f.there and t.year = f.year where f.differs`;
  const same = sql`select place_id || ' ' || year from found where there is not null and not differs`;
  const whole = (pick: (each: Population) => number) =>
    sql`${array(populations.map((each) => String(pick(each))))}::int[]`;
  const { rows } = await sql<Counts>`with given as (
      select * from unnest(${ids(populations.map((each) => each.placeId))},
        ${whole((each) => each.year)}, ${whole((each) => each.population)})
      as given (place_id, year, population)
    ), found as materialized (
      select g.*, p.place_id as there, p.population is distinct from g.population as differs
      from given g left join place_population p on p.place_id = g.place_id and p.year = g.year
    ), remembered as (${remember(job, 'place_population', overwritten)}),
    confirmed as (${confirm(job, 'place_population', same)}),
    added as (
      insert into place_population (place_id, partnership_id, year, population, source, job_id)
      select place_id, ${partnership}::uuid, year, population, ${source}, ${id}::uuid
      from found where there is null
    ), changed as (
      update place_population p set population = f.population, source = ${source},
        job_id = ${id}::uuid
      from found f where p.place_id = f.place_id and p.year = f.year and f.there is not null
        and f.differs
    ) select count(*) filter (where there is null)::int as new,
      count(*) filter (where there is not null and differs)::int as changed,
      count(*) filter (where there is not null and not differs)::int as same from found`.execute(
    tx,
  );
  return rows[0] ?? { new: 0, changed: 0, same: 0 };
}
