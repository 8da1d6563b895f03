import type {
  BoundariesMapping,
  Mapping,
  MeasureReading,
  ObservationMapping,
  PlacesMapping,
  PopulationsMapping,
} from '@freehold/core/data';
import type { PlaceType } from '@freehold/core/place';
import { kindOf, type Sample } from './recognised.ts';

/** A mapping that a person is still filling in: the same shape, with empty texts where nothing is said yet. */
export type Kind = Mapping['kind'];

/** A first draft of a mapping for a file, filled in from its columns as far as they tell. */
export function draft(kind: Kind, sample: Sample, fileName: string): Mapping {
  switch (kind) {
    case 'observations':
      return observations(sample, fileName);
    case 'places':
      return places(sample, fileName);
    case 'populations':
      return populations(sample, fileName);
    case 'boundaries':
      return boundaries(sample, fileName);
  }
}

/** A name for programs from a title: "IMD 2019: score" → "imd-2019-score". Empty for nothing usable. */
export function codeFrom(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}

export function emptyMeasure(column: string): MeasureReading {
  return {
    measure: {
      code: codeFrom(column),
      title: '',
      definition: '',
      unit: '',
      direction: 'o',
      valueKind: 'score',
      factor: 1,
      decimals: 1,
      countsPeople: false,
      detection: false,
      leastCell: 0,
      zeroShown: false,
      breaks: [],
    },
    value: { column },
    scale: 1,
  };
}

const missing = ['', 'na', 'n/a', 'null', '-', '.', '..', ':', 'x', '[x]', 'z', '[z]'];
const suppressed = ['c', '[c]', '*'];

function observations(sample: Sample, fileName: string): ObservationMapping {
  const title = titleFrom(fileName);
  const when = columnOf(sample, 'period');
  const values = sample.columns.filter((column) => kindOf(sample, column) === 'number');
  return {
    kind: 'observations',
    dataSet: {
      code: codeFrom(title),
      title,
      publisher: '',
      edition: '',
      licence: '',
      url: '',
      retrievedOn: null,
      note: '',
    },
    place: placeOf(sample),
    period: when === undefined ? { fixed: '' } : { column: when },
    where: [],
    measures: (values.length > 0 ? values.slice(0, 6) : ['']).map(emptyMeasure),
    decimal: '.',
    missing,
    suppressed,
  };
}

function populations(sample: Sample, fileName: string): PopulationsMapping {
  const when = columnOf(sample, 'period');
  return {
    kind: 'populations',
    place: placeOf(sample),
    year: when === undefined ? { fixed: new Date().getFullYear() } : { column: when },
    population: { column: columnOf(sample, 'number') ?? '' },
    where: [],
    source: titleFrom(fileName),
    missing,
    suppressed,
  };
}

/** Columns named alike but for "code" and "name" are one place; the first is taken to lie in all others. */
function places({ columns }: Sample, fileName: string): PlacesMapping {
  const found = columns.flatMap((code) => {
    const name = columns.find(
      (each) => each !== code && each.replace(/name|nm/i, '') === code.replace(/code|cd/i, ''),
    );
    return name === undefined
      ? []
      : [{ code, name, type: typeFrom(code), codeYear: yearFrom(code) }];
  });
  const different = found.filter(
    ({ type }, index) => found.findIndex((each) => each.type === type) === index,
  );
  const [child, ...rest] = different;
  return {
    kind: 'places',
    places: different,
    parents: child === undefined ? [] : rest.map(({ type }) => [child.type, type]),
    source: titleFrom(fileName),
  };
}

function boundaries({ columns }: Sample, fileName: string): BoundariesMapping {
  const code = columns.find((column) => /code|cd$|^id$/i.test(column)) ?? '';
  const name = columns.find((column) => /name|nm$/i.test(column)) ?? '';
  return {
    kind: 'boundaries',
    type: typeFrom(types.some(([pattern]) => pattern.test(code)) ? code : fileName),
    code,
    name,
    codeYear: yearFrom(code),
    source: titleFrom(fileName),
  };
}

function placeOf(sample: Sample): ObservationMapping['place'] {
  const code = columnOf(sample, 'code');
  const column = code ?? columnOf(sample, 'text') ?? '';
  return { by: code === undefined ? 'name' : 'code', column, aliases: {} };
}

function columnOf(sample: Sample, kind: ReturnType<typeof kindOf>): string | undefined {
  return sample.columns.find((column) => kindOf(sample, column) === kind);
}

const types: readonly (readonly [RegExp, PlaceType])[] = [
  [/csp/i, 'community-safety-partnership'],
  [/pfa|police/i, 'police-force-area'],
  [/ltla|lad|district/i, 'district'],
  [/utla|cty|county/i, 'county'],
  [/rgn|region/i, 'region'],
  [/ctry|nation|country/i, 'nation'],
  [/ward|wd\d/i, 'ward'],
];

function typeFrom(name: string): PlaceType {
  return types.find(([pattern]) => pattern.test(name))?.[1] ?? 'district';
}

/** "ltla24_code" is from the code list of 2024. */
function yearFrom(name: string): number | null {
  const two = /(?:^|[a-z_])(\d{2})(?:_|cd|nm|$)/i.exec(name)?.[1];
  return two === undefined ? null : 2000 + Number(two);
}

function titleFrom(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]+$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}
