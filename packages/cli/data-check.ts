import {
  boundariesOf,
  lookupReader,
  observationReader,
  populationReader,
  Tally,
  type BoundariesMapping,
  type Mapping,
  type ObservationMapping,
  type PlacesMapping,
  type PopulationsMapping,
} from '@freehold/core/data';
import { placeKey } from '@freehold/core/place';
import { problem, type Problem } from '@freehold/core/problem';
import { jsonIn, walkTable } from '@freehold/server/data';
import { createReadStream } from 'node:fs';
import { stopped, type Step } from './files.ts';

/** What reading a file came to. `fine`: nothing in it needs mending. */
export type Found = {
  readonly rows: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly keeps: boolean;
  readonly problems: readonly Problem[];
  readonly fine: boolean;
};

/** Says problems as they are found: there may be more than are worth holding. */
type Say = (problems: readonly Problem[]) => void;

/** Reads a file row by row against its mapping, without a database. A header that does not fit stops it. */
export async function checked(file: string, mapping: Mapping, say: Say): Promise<Step<Found>> {
  const saidOfFile: Say = (problems) =>
    say(problems.map((each) => ({ ...each, where: { file, ...each.where } })));
  switch (mapping.kind) {
    case 'observations':
      return checkedObservations(file, mapping, saidOfFile);
    case 'places':
      return checkedLookup(file, mapping, saidOfFile);
    case 'populations':
      return checkedPopulations(file, mapping, saidOfFile);
    case 'boundaries':
      return checkedBoundaries(file, mapping, saidOfFile);
  }
}

type Counting = { rows: number; skipped: number; rejected: number };

async function checkedObservations(
  file: string,
  mapping: ObservationMapping,
  say: Say,
): Promise<Step<Found>> {
  const byName = mapping.place.by === 'name';
  const tally = new Tally(mapping, byName ? placeKey : (code) => code);
  const counting: Counting = { rows: 0, skipped: 0, rejected: 0 };
  const faults = await walkTable(
    () => createReadStream(file),
    (header) => observationReader(mapping, header),
    async (rows) => {
      for (const { observations, problems, skipped } of rows) {
        const again = observations.map((each) => tally.add(each)).filter((each) => each !== null);
        note(counting, skipped, [...problems, ...again], say);
      }
    },
  );
  const { incomplete } = tally;
  say(
    incomplete.map(({ row, measure, period }) => {
      const code = mapping.measures[measure]?.measure.code ?? '';
      return problem('sum-incomplete', { measure: code, period: period.code }, { row });
    }),
  );
  return ended(file, faults, counting, { observations: tally.observations.length });
}

async function checkedLookup(file: string, mapping: PlacesMapping, say: Say): Promise<Step<Found>> {
  const names = new Map<string, string>();
  const links = new Set<string>();
  const counting: Counting = { rows: 0, skipped: 0, rejected: 0 };
  const faults = await walkTable(
    () => createReadStream(file),
    (header) => lookupReader(mapping, header),
    async (rows) => {
      for (const { row, places, links: found, problems } of rows) {
        const differs = places.flatMap(({ type, code, name }) => {
          const first = names.get(`${type} ${code}`) ?? name;
          if (first === name) return [];
          return [problem('place-name-differs', { code, first, here: name }, { row })];
        });
        note(counting, false, [...problems, ...differs], say);
        if (problems.length + differs.length > 0) continue;
        for (const { type, code, name } of places) names.set(`${type} ${code}`, name);
        for (const each of found) links.add(Object.values(each).join(' '));
      }
    },
  );
  return ended(file, faults, counting, { places: names.size, links: links.size });
}

async function checkedPopulations(
  file: string,
  mapping: PopulationsMapping,
  say: Say,
): Promise<Step<Found>> {
  const first = new Map<string, number>();
  const counting: Counting = { rows: 0, skipped: 0, rejected: 0 };
  const faults = await walkTable(
    () => createReadStream(file),
    (header) => populationReader(mapping, header),
    async (rows) => {
      for (const { population, problems, skipped } of rows) {
        const key = population === null ? '' : `${population.place} ${population.year}`;
        const there = first.get(key);
        if (population !== null && there === undefined) first.set(key, population.row);
        const again =
          population === null || there === undefined
            ? []
            : [
                problem(
                  'population-repeated',
                  { firstRow: there, year: population.year },
                  { row: population.row },
                ),
              ];
        note(counting, skipped, [...problems, ...again], say);
      }
    },
  );
  return ended(file, faults, counting, { populations: first.size });
}

async function checkedBoundaries(
  file: string,
  mapping: BoundariesMapping,
  say: Say,
): Promise<Step<Found>> {
  const document = await jsonIn(() => createReadStream(file));
  const read = document.ok ? boundariesOf(document.value, mapping) : document;
  if (!read.ok) return ended(file, read.problems, { rows: 0, skipped: 0, rejected: 0 }, {});
  const { boundaries, features, problems } = read.value;
  say(problems);
  const counting = { rows: features, skipped: 0, rejected: features - boundaries.length };
  return ended(file, [], counting, { boundaries: boundaries.length });
}

function note(counting: Counting, skipped: boolean, problems: readonly Problem[], say: Say): void {
  counting.rows += 1;
  if (skipped) counting.skipped += 1;
  if (problems.length > 0) counting.rejected += 1;
  if (problems.length > 0) say(problems);
}

/** `faults` are of the file as a whole; with one of them nothing has been counted. */
function ended(
  file: string,
  faults: readonly Problem[],
  counting: Counting,
  counts: Readonly<Record<string, number>>,
): Step<Found> {
  if (faults.length > 0) {
    const problems = faults.map((each) => ({ ...each, where: { file, ...each.where } }));
    return stopped({ ok: false, problems }, 1);
  }
  const fine = counting.rejected === 0;
  return { ok: true, value: { ...counting, counts, keeps: false, problems: [], fine } };
}
