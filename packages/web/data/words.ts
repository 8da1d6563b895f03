import type { Mapping } from '@freehold/core/data';
import type { PlaceType } from '@freehold/core/place';
import type { Problem } from '@freehold/core/problem';
import { count, number, problemSentence, sayProblems } from '../words.ts';
import type { Job } from './calls.ts';

/** What an import brings, by the kind of its mapping. */
export const kindWords: Readonly<Record<Mapping['kind'], string>> = {
  observations: 'values by place and period',
  places: 'places, and which lies in which (a look-up)',
  populations: 'how many people live where',
  boundaries: 'boundaries, for maps',
};

const types: Readonly<Record<PlaceType, string>> = {
  ward: 'ward',
  district: 'district',
  county: 'county',
  'police-force-area': 'police force area',
  'community-safety-partnership': 'community safety partnership area',
  region: 'region',
  nation: 'nation',
  custom: 'area of your own',
};

export function typeWords(type: PlaceType): string {
  return types[type];
}

/** A part of a mapping, by its path: "measures.0.measure.title" → "Measure 1, name". */
export function pathWords(path: string): string {
  const [first = '', second = '', third = '', fourth = ''] = path.split('.');
  const inList = /^\d+$/.test(second) ? ` ${Number(second) + 1}` : '';
  const last = [fourth, third, second, first].find((part) => part !== '' && !/^\d+$/.test(part));
  const part = parts[first] ?? first;
  const detail = last === undefined || last === first ? '' : (parts[last] ?? last);
  return `${part}${inList}${detail === '' ? '' : `, ${detail}`}`;
}

const parts: Readonly<Record<string, string>> = {
  dataSet: 'Data set',
  place: 'Place',
  places: 'Place',
  parents: 'Which lies in which',
  period: 'Period',
  year: 'Year',
  population: 'Population',
  where: 'Filter',
  measures: 'Measure',
  measure: 'name',
  title: 'name',
  code: 'code',
  name: 'name',
  column: 'column',
  sumOf: 'column',
  value: 'column',
  fixed: 'period',
  is: 'values',
  isNot: 'values',
  breaks: 'break',
  from: 'day',
  note: 'reason',
  aliases: 'other spellings',
  retrievedOn: 'fetched on',
  missing: 'Not known',
  suppressed: 'Hidden',
  source: 'Source',
  type: 'type',
};

/** "694.9 kB" */
export function fileSize(bytes: number): string {
  const [unit, by] = bytes < 1_000_000 ? ['kB', 1_000] : ['MB', 1_000_000];
  return `${(bytes / Number(by)).toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${unit}`;
}

/** "about 2 minutes left" */
export function timeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 90) return `about ${count(Math.round(seconds / 5) * 5, 'second', 'seconds')} left`;
  return `about ${count(Math.round(seconds / 60), 'minute', 'minutes')} left`;
}

export const jobStates: Readonly<Record<Job['state'], string>> = {
  waiting: 'waiting',
  running: 'under way',
  done: 'done',
  refused: 'not kept',
  cancelled: 'cancelled',
  broken: 'broken off',
};

/** What a job came to, in a sentence. */
export function jobSentence({
  state,
  result,
  problemCount,
  undoneAt = null,
}: Pick<Job, 'state' | 'result' | 'problemCount'> & { undoneAt?: string | null }): string {
  if (state === 'cancelled') return 'Cancelled. Nothing was kept.';
  if (state === 'broken') return 'It broke off. Nothing was kept; start it again.';
  if (result === null || (state === 'refused' && !result.dryRun)) {
    return `Nothing was kept: ${count(problemCount, 'problem', 'problems')} in the file.`;
  }
  if (result.what === 'supplier-priorities')
    return `${result.dryRun ? 'Tried' : 'Put in order'}: ${count(result.rows, 'supplier', 'suppliers')}, of whom ${number(result.changed)} ${result.dryRun ? 'would move' : 'moved'}.`;
  if (result.what === 'undone-import') return 'The import was taken back.';
  const [one, many] = resultNouns[result.what];
  const parts = [
    `${count(result.new, `new ${one}`, `new ${many}`)}`,
    result.changed > 0 && `${number(result.changed)} changed`,
    result.same > 0 && `${number(result.same)} as before`,
    result.rejected > 0 && `${count(result.rejected, 'row', 'rows')} with a problem`,
  ].filter((part) => part !== false);
  const kept = undoneAt === null ? 'Kept' : 'Kept, and taken back since';
  return `${result.dryRun ? 'Checked' : kept}: ${parts.join(', ')}.`;
}

type Undone = NonNullable<NonNullable<Job['result']>['undone']>[number];

/** What taking an import back does, line by line; the same words before it and after. */
export function undoneLines(parts: readonly Undone[]): readonly string[] {
  const lines = parts.flatMap(({ what, removed, restored, later, held }) => {
    const [one, many] = undoneNouns[what];
    return [
      removed > 0 && `Removed: ${count(removed, one, many)}`,
      restored > 0 && `Set back to what was there before: ${count(restored, one, many)}`,
      later > 0 && `Kept, because a later import says or changed it: ${count(later, one, many)}`,
      held > 0 && `Kept, because something else rests on it: ${count(held, one, many)}`,
    ].filter((line) => line !== false);
  });
  return lines.length > 0 ? lines : ['Nothing of this import is left.'];
}

const undoneNouns = {
  observation: ['value', 'values'],
  place_parent: ['link of a place to a larger one', 'links of places to larger ones'],
  place_population: ['population', 'populations'],
  place_boundary: ['boundary', 'boundaries'],
  data_set: ['data set', 'data sets'],
  measure: ['measure', 'measures'],
  place: ['place', 'places'],
} as const;

const bySource =
  'An import of sources is not taken back as a whole: people screen, grade and cite sources from the first day on. Take out one by one what should not be there, under Evidence.';

/** Of imports of other rooms: where they are taken back, or why they are not. */
export const undoneElsewhere: Readonly<Record<string, string>> = {
  'import-directory': 'This import is taken back in the directory, under Partners.',
  'import-suppliers': 'This import is taken back under Suppliers, in due diligence.',
  'import-evidence': bySource,
};

/** What the past jobs came to together. */
export function jobsTitle(
  jobs: readonly (Pick<Job, 'result'> & { undoneAt?: string | null })[],
): string {
  const brought = jobs.filter(
    ({ result }) => result?.kept === true && result.what !== 'undone-import',
  );
  const back = brought.filter(({ undoneAt = null }) => undoneAt !== null).length;
  const kept = brought.length - back;
  const checked = jobs.filter(({ result }) => result?.dryRun === true).length;
  const since = back === 0 ? '' : `, and ${number(back)} taken back`;
  return `${count(kept, 'import was', 'imports were')} kept, after ${count(checked, 'check', 'checks')}${since}`;
}

const resultNouns = {
  observations: ['value', 'values'],
  places: ['place', 'places'],
  populations: ['population', 'populations'],
  boundaries: ['boundary', 'boundaries'],
  directory: ['partnership', 'partnerships'],
  references: ['source', 'sources'],
  studies: ['study', 'studies'],
  suppliers: ['supplier', 'suppliers'],
  'supplier-priorities': ['supplier', 'suppliers'],
} as const;

/** What is wrong with a part of a mapping. */
export function mappingFault({ code, details }: Problem): string {
  if (code === 'too-small') return 'this is still empty.';
  if (code === 'not-valid') return 'this is not complete, or not written as it should be.';
  return problemSentence(code, details);
}

const text = (details: Readonly<Record<string, unknown>>) => `“${String(details.text)}”`;

sayProblems({
  'no-rows': () => 'The file is empty. Choose the file that holds the rows.',
  'ragged-row': ({ cells, columns }) =>
    `This row has ${String(cells)} cells where the heading has ${String(columns)}. Look for a missing or extra delimiter.`,
  'text-after-quote': () =>
    'There is text after a closing quotation mark. Put the whole cell in quotation marks, and double those inside.',
  'quote-not-closed': () => 'A quotation mark is opened and never closed.',
  'nul-character': () =>
    'The file holds characters that no text has. Save it again as CSV in UTF-8.',
  'cell-too-long': () =>
    'This cell is longer than any that Freehold keeps. Look for a quotation mark that is not closed before it.',
  'row-too-long': () =>
    'This row is longer than any that Freehold reads. Look for a quotation mark that is not closed, or for missing line ends.',
  'too-many-columns': () =>
    'This row has more columns than Freehold reads (2,000). Export only those that are needed.',
  'column-missing': () =>
    'The file has no column of this name. Choose another column in the mapping, or another file.',
  'column-repeated': () =>
    'Two columns of the file have this name. Rename one of them in the file.',
  'place-missing': () => 'The row names no place.',
  'place-unknown': (details) =>
    `No place is known as ${text(details)}. Import it, or give its other spelling in the mapping.`,
  'place-ambiguous': (details) =>
    `Several places are called ${text(details)}. Say the type of place in the mapping, or use codes.`,
  'place-code-missing': ({ name }) => `${String(name)} has no code.`,
  'place-code-not-valid': (details) =>
    `${text(details)} is not a code: letters, digits and hyphens, at most 30.`,
  'place-name-missing': ({ code }) => `The place ${String(code)} has no name.`,
  'place-name-not-valid': ({ code }) =>
    `The name of ${String(code)} holds characters that no name has.`,
  'place-name-too-long': ({ most }) => `A place’s name has at most ${String(most)} letters.`,
  'place-repeated': ({ code, firstRow }) =>
    `${String(code)} was named before, in row ${String(firstRow)}. The first is kept.`,
  'place-name-differs': ({ code, first, here }) =>
    `${String(code)} is called “${String(here)}” here and “${String(first)}” before. The first name is kept.`,
  'period-unreadable': (details) =>
    `${text(details)} is not a period that Freehold reads. Years, quarters, months, days and financial years are.`,
  'year-unreadable': (details) => `${text(details)} is not a year.`,
  'not-a-number': (details) =>
    `${text(details)} is not a number. If it stands for “not known”, add it to the mapping’s list.`,
  'column-unnamed': () => 'This column has no name in the header. Give it one.',
  'column-not-in-codebook': () =>
    'The codebook does not say what this column is. Add it there, if only to leave it out.',
  'no-columns': () => 'Every column is left out. Keep at least one.',
  'subject-missing': () => 'This row does not say whose record it is.',
  'subject-differs': () =>
    'An earlier row of the same subject says otherwise. Let the column hold several values, or mend the rows.',
  'too-many-values': ({ most }) =>
    `The table has more than ${String(most)} different values, most of them here. Leave the column out, or band it.`,
  'missing-in-sum': () =>
    'This cell is empty, so the sum it belongs to cannot be known. Fill it, or leave such rows out.',
  'out-of-range': ({ value, least, most }) =>
    typeof most === 'number'
      ? `${String(value)} cannot be: it must lie between ${String(least)} and ${most}.`
      : `${String(value)} cannot be: it must be ${String(least)} or more.`,
  'interval-off': ({ low, value, high }) =>
    `The interval ${String(low)} to ${String(high)} does not hold its value, ${String(value)}.`,
  'note-too-long': ({ most }) => `A note has at most ${String(most)} letters.`,
  'observation-repeated': ({ firstRow, measure }) =>
    `The same place and period came before, in row ${String(firstRow)} (${String(measure)}). The first is kept.`,
  'sum-incomplete': ({ measure, period }) =>
    `The sum that this row belongs to (${String(measure)}, ${String(period)}) is left out, because one of its rows has a problem.`,
  'population-repeated': ({ firstRow, year }) =>
    `The population of this place in ${String(year)} came before, in row ${String(firstRow)}. The first is kept.`,
  'measure-differs': ({ measure, fields }) =>
    `There is a measure “${String(measure)}” already, and it means something else (${String(fields)}). Give this one another code, or describe it the same way.`,
  'file-empty': () => 'This file is empty. Choose the file that holds the data.',
  'not-json': ({ character }) =>
    typeof character === 'number'
      ? `This file is not JSON: reading stops at character ${character}. Export the boundaries again as GeoJSON.`
      : 'This file is not JSON. Export the boundaries again as GeoJSON.',
  'mapping-unknown': () => 'This description is not kept any more. Choose another.',
  'undone-already': () => 'This import was taken back already.',
  'not-undoable': () =>
    'Only an import of data or places that was kept can be taken back here. Nothing was changed.',
  'job-ended': () => 'This job has ended already.',
  interrupted: () => 'The server stopped while this was running. Nothing was kept; start it again.',
  'population-not-whole': (details) => `${text(details)} is not a whole number of people.`,
  'not-geojson': () => 'This is not GeoJSON. Boundaries come as a FeatureCollection.',
  'not-a-feature': () => 'This part of the file is not a feature.',
  'geometry-not-an-area': () => 'This is no area. Boundaries are polygons.',
  'coordinates-not-valid': () => 'The coordinates of this boundary cannot be read.',
  'coordinates-out-of-range': () =>
    'The coordinates are not longitude and latitude in degrees. Export the file in WGS 84 (EPSG:4326).',
  'ring-not-closed': () => 'The line of this boundary does not come back to where it began.',
});
