import { PlaceCode, type PlaceType } from '../place.ts';
import { problem, type Outcome, type Problem } from '../problem.ts';
import type { TableRow } from '../table/index.ts';
import { Columns, shortened, type RowReader } from './columns.ts';
import type { PlacesMapping } from './mapping.ts';

/** A place as a look-up or a boundary file names it. */
export type OfficialPlace = {
  readonly type: PlaceType;
  readonly code: string;
  readonly name: string;
  readonly codeYear: number | null;
};

/** Which place lies in which, by type and code. */
export type PlaceLink = {
  readonly childType: PlaceType;
  readonly child: string;
  readonly parentType: PlaceType;
  readonly parent: string;
};

export type LookupRow = {
  readonly row: number;
  readonly places: readonly OfficialPlace[];
  readonly links: readonly PlaceLink[];
  readonly problems: readonly Problem[];
};

/**
 * Makes the reader of a look-up's rows. A row with a problem gives nothing. A place whose code and name are both
 * blank is left out of its row, with its links. [DT-9]
 *
 * Problems: `column-missing`, `column-repeated`. Of a row: what the table room found, `place-code-missing`,
 * `place-code-not-valid`, `place-name-missing`, `place-name-too-long`, `place-name-not-valid`.
 */
export function lookupReader(
  mapping: PlacesMapping,
  header: readonly string[],
): Outcome<(row: TableRow) => LookupRow> {
  const columns = new Columns(header);
  const readers = mapping.places.map((each) => officialPlaceReader(columns, each));
  return columns.outcome((row) => {
    const problems = [...row.problems];
    const read = problems.length > 0 ? [] : readers.map((each) => each(row, problems));
    const places = problems.length > 0 ? [] : read.filter((each) => each !== null);
    return { row: row.row, places, links: linksOf(places, mapping.parents), problems };
  });
}

function officialPlaceReader(
  columns: Columns,
  { type, code, name, codeYear }: PlacesMapping['places'][number],
): RowReader<OfficialPlace> {
  const codeOf = columns.cell(code);
  const nameOf = columns.cell(name);
  return (row, faults) => {
    const place = { type, code: codeOf(row).trim(), name: nameOf(row).trim(), codeYear };
    if (place.code === '' && place.name === '') return null;
    const found = faultsOf(place);
    for (const each of found) {
      const column = each.about === 'code' ? code : name;
      faults.push(problem(each.code, each.details, { row: row.row, column }));
    }
    return found.length === 0 ? place : null;
  };
}

type PlaceFault = {
  readonly about: 'code' | 'name';
  readonly code: string;
  readonly details: NonNullable<Problem['details']>;
};

const longestName = 200;
/** Control characters and halves of characters: no name holds them, and no database keeps them. */
const unwritable = /[\p{Cc}\p{Cs}]/u;

/** What is wrong with a place that a file names; nothing when it is as it should be. */
export function faultsOf({ code, name }: OfficialPlace): readonly PlaceFault[] {
  const faults: PlaceFault[] = [];
  if (code === '') faults.push({ about: 'code', code: 'place-code-missing', details: { name } });
  else if (!PlaceCode.safeParse(code).success)
    faults.push({
      about: 'code',
      code: 'place-code-not-valid',
      details: { text: shortened(code) },
    });
  if (unwritable.test(name))
    faults.push({ about: 'name', code: 'place-name-not-valid', details: { code } });
  if (name === '') faults.push({ about: 'name', code: 'place-name-missing', details: { code } });
  if (name.length > longestName)
    faults.push({ about: 'name', code: 'place-name-too-long', details: { most: longestName } });
  return faults;
}

function linksOf(
  places: readonly OfficialPlace[],
  parents: PlacesMapping['parents'],
): readonly PlaceLink[] {
  return parents.flatMap(([childType, parentType]) => {
    const child = places.find((each) => each.type === childType);
    const parent = places.find((each) => each.type === parentType);
    if (child === undefined || parent === undefined) return [];
    return [{ childType, child: child.code, parentType, parent: parent.code }];
  });
}
