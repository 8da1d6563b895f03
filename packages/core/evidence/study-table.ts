import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';
import type { TableRecord } from '../table/index.ts';
import { plainTitle } from './duplicates.ts';
import { blankReference, doiIn, Reference } from './reference.ts';
import { Study } from './study.ts';

const column = z.string().trim().min(1).max(300);

/**
 * Where a data point comes from: the first of its columns that says something. `values` gives words of the file ours;
 * a word that becomes '' says nothing. `between` parts a cell that holds several.
 */
const Taken = z.strictObject({
  columns: z.array(column).min(1).max(10),
  values: z.record(z.string().max(300), z.string().max(300)).default({}),
  between: z.string().min(1).max(5).optional(),
});
type Taken = z.infer<typeof Taken>;

const may = Taken.optional();

/** Data points of a study that a table may say; the title it must. */
const Fields = z.strictObject({
  title: Taken,
  year: may,
  doi: may,
  url: may,
  authors: may,
  countries: may,
  region: may,
  setting: may,
  exploitation: may,
  sector: may,
  populations: may,
  interventions: may,
  pathways: may,
  timing: may,
  level: may,
  design: may,
  review: may,
  sample: may,
  sampleSize: may,
  comparison: may,
  followUpInMonths: may,
  cost: may,
  limits: may,
  conflict: may,
  objectiveMet: may,
  survivorsInDesign: may,
  survivorsInImplementation: may,
  survivorsInEvaluation: may,
  read: may,
  sms: may,
  latitude: may,
  longitude: may,
  note: may,
});
export const TableField = Fields.keyof();

/** A column that says whether a study looked at an outcome: anything but nothing or "no" means it did. */
const OutcomeColumn = z.strictObject({
  column,
  /** The outcome's code; the column's name where it is left out. */
  outcome: z.string().trim().min(1).max(80).optional(),
  /** The column that says what was measured. */
  measure: column.optional(),
  /** The column that says which way the finding points. */
  direction: column.optional(),
});

/** How a table of studies, a row a study, becomes studies of the register. Data, so that any table may be read. */
export const StudyMapping = z.strictObject({
  title: z.string().trim().min(1).max(200),
  /** Names the collection: the same study of the same collection is known again. */
  origin: z.string().trim().min(1).max(80),
  /** Columns that together tell one study from another. */
  key: z.array(column).min(1).max(10),
  fields: Fields,
  outcomes: z.array(OutcomeColumn).max(500).default([]),
});
export type StudyMapping = z.infer<typeof StudyMapping>;

/** What became of a row: a study with its publication, or why not. `left` are cells that could not be read. */
export type FoundStudy = { readonly row: number } & (
  | {
      readonly study: Study;
      readonly reference: Reference;
      readonly left: readonly Problem[];
    }
  | { readonly problems: readonly Problem[] }
);

/** Columns that a mapping names and a table does not have. */
export function missingColumns(
  mapping: StudyMapping,
  columns: readonly string[],
): readonly Problem[] {
  const named = [
    ...mapping.key,
    ...Object.values(mapping.fields).flatMap((taken) => taken?.columns ?? []),
    ...mapping.outcomes.flatMap((each) => [each.column, each.measure, each.direction]),
  ].filter((each) => each !== undefined);
  const missing = [...new Set(named)].filter((each) => !columns.includes(each));
  return missing.length === 0
    ? []
    : [problem('column-missing', { columns: missing, found: columns.slice(0, 100) })];
}

/**
 * Reads studies from a table's rows by a mapping, one answer a row. [EV-16]
 *
 * A row without a title is refused (`title-missing`), and so is one whose key an earlier row has
 * (`study-repeated`). Any other cell that cannot be read is left out and told of (`cell-left-out`), and the study is
 * kept without it. What a spreadsheet wrote in place of a value ("#NAME?") says nothing.
 */
export function studiesFromTable(
  rows: readonly TableRecord[],
  mapping: StudyMapping,
): readonly FoundStudy[] {
  const first = new Map<string, number>();
  return rows.map((record): FoundStudy => {
    const { row } = record;
    const titles = mapping.fields.title.columns;
    const title = saidBy(record, mapping.fields.title)?.text ?? '';
    if (title === '')
      return { row, problems: [problem('title-missing', {}, { row, column: titles[0] ?? '' })] };
    const key = mapping.key.map((each) => plainTitle(record.cells[each] ?? '')).join(' / ');
    const before = first.get(key);
    if (before !== undefined)
      return { row, problems: [problem('study-repeated', { first: before }, { row })] };
    first.set(key, row);
    return { row, ...studyIn(record, mapping, title, `${mapping.origin}: ${key}`) };
  });
}

function studyIn(record: TableRecord, mapping: StudyMapping, title: string, origin: string) {
  let study = Study.parse({
    ...{ id: 'new', title: title.slice(0, 2000), origin: origin.slice(0, 600) },
    findings: findingsIn(record, mapping),
  });
  const left: Problem[] = [];
  for (const [field, taken] of Object.entries(mapping.fields)) {
    const said = saidBy(record, taken);
    if (taken === undefined || said === null || !(field in study) || field === 'title') continue;
    const next = Study.safeParse({ ...study, [field]: valueOf(field, said.text, taken) });
    if (next.success) study = next.data;
    else
      left.push(
        problem(
          'cell-left-out',
          { field, found: said.text.slice(0, 100) },
          { row: record.row, column: said.column },
        ),
      );
  }
  return { study, reference: referenceIn(record, mapping, study), left };
}

function referenceIn(record: TableRecord, { fields }: StudyMapping, study: Study): Reference {
  const said = (taken: Taken | undefined) => saidBy(record, taken)?.text ?? '';
  const url = said(fields.url);
  return Reference.parse({
    ...blankReference,
    ...{ title: study.title, year: study.year, url: url.slice(0, 4000) },
    doi: (doiIn(said(fields.doi)) || doiIn(url)).slice(0, 500),
    authors: said(fields.authors) === '' ? [] : parts(said(fields.authors), fields.authors),
  });
}

function findingsIn({ cells }: TableRecord, { outcomes }: StudyMapping) {
  return outcomes.flatMap(({ column: name, outcome = name, measure, direction }) =>
    /^(?:no|n|false|0|)$/i.test(cell(cells, name))
      ? []
      : [
          {
            outcome: outcome.slice(0, 80),
            measure: cell(cells, measure).slice(0, 500),
            direction: directions[cell(cells, direction).toLowerCase()] ?? 'unclear',
          },
        ],
  );
}

const directions: Readonly<Record<string, string>> = Object.fromEntries(
  ['positive', 'none', 'mixed', 'negative'].map((each) => [each, each]),
);

function saidBy(
  { cells }: TableRecord,
  taken: Taken | undefined,
): { readonly column: string; readonly text: string } | null {
  for (const name of taken?.columns ?? []) {
    const written = cell(cells, name);
    const text = taken?.values[written] ?? written;
    if (text !== '') return { column: name, text };
  }
  return null;
}

/** A cell without what a spreadsheet writes where its formula failed. */
function cell(cells: TableRecord['cells'], name: string | undefined): string {
  const text = (name === undefined ? '' : (cells[name] ?? '')).trim();
  return /^#(?:NAME\?|N\/A|REF!|VALUE!|DIV\/0!|NUM!|NULL!)$/.test(text) ? '' : text;
}

const lists = new Set([
  ...['countries', 'exploitation', 'populations', 'interventions', 'pathways', 'timing'],
]);
const numbers = new Set([
  ...['year', 'sampleSize', 'followUpInMonths', 'sms', 'latitude', 'longitude'],
]);
const answers: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  no: false,
  false: false,
};

function valueOf(field: string, text: string, taken: Taken): unknown {
  if (lists.has(field)) return parts(text, taken);
  if (numbers.has(field)) return Number(text);
  const asked = /^(?:review|objectiveMet|survivorsIn)/.test(field);
  return asked ? (answers[text.toLowerCase()] ?? text) : text;
}

/** The parts of a cell, each in our words, once. */
function parts(text: string, taken: Taken | undefined): readonly string[] {
  const each = taken?.between === undefined ? [text] : text.split(taken.between);
  const words = each.map((part) => taken?.values[part.trim()] ?? part.trim());
  return [...new Set(words.filter((part) => part !== ''))];
}
