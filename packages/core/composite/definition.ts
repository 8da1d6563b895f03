import { z } from 'zod';
import { PlaceType } from '../place.ts';
import { fine, parsed, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { records } from '../table/index.ts';
import { numberColumns, readData, readMeta } from './input.ts';
import type { Structure } from './meta.ts';
import { Method } from './method.ts';
import { missingColumns, type Table } from './steps.ts';
import { Uncertainty } from './uncertain.ts';

/** How often an index is drawn: draws for intervals, base points for sensitivity, and the seed of both. */
export const Drawing = z.strictObject({
  draws: z.int().min(100).max(20_000).default(2000),
  base: z.int().min(16).max(4096).default(1024),
  seed: z.int().min(0).max(0xffffffff).default(1),
});
export type Drawing = z.infer<typeof Drawing>;

/**
 * All that an index is made of, as it is kept: two tables as CSV in COINr's form, the method, what is uncertain about
 * it and how often it is drawn. Without uncertainty nothing is said about who is ahead.
 */
export const IndexDefinition = z.strictObject({
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(4000).default(''),
  data: z.string().max(600_000),
  meta: z.string().max(200_000),
  method: Method,
  uncertainty: Uncertainty.nullable().default(null),
  drawing: Drawing.default({ draws: 2000, base: 1024, seed: 1 }),
  /** Where the units are places: their type, so that they can be found on a map by code or name. */
  placeType: PlaceType.nullable().default(null),
});
export type IndexDefinition = z.infer<typeof IndexDefinition>;

/** An index whose two tables have been read. */
export type OpenedIndex = { readonly table: Table; readonly structure: Structure };

/**
 * Reads an index's two tables and checks that they and the method hold together. All problems of the metadata, or
 * else all of the data, by row and column, with the path `meta` or `data`. Nothing is worked out here.
 */
export function openedIndex({
  data,
  meta,
  method,
}: Pick<IndexDefinition, 'data' | 'meta' | 'method'>): Outcome<OpenedIndex> {
  const structure = readMeta(records(meta));
  if (!structure.ok) return refused(...located(structure.problems, 'meta'));
  const table = readData(records(data), numberColumns(structure.value));
  if (!table.ok) return refused(...located(table.problems, 'data'));
  const missing = missingColumns(table.value, structure.value, method);
  if (missing.length > 0)
    return refused(
      ...missing.map((column) => problem('column-missing', {}, { column, path: 'data' })),
    );
  return fine({ table: table.value, structure: structure.value });
}

/** Checks what somebody sent as an index: its form, and that its tables hold together. */
export function checkedDefinition(input: unknown): Outcome<IndexDefinition> {
  const read = parsed(IndexDefinition, input);
  if (!read.ok) return read;
  const opened = openedIndex(read.value);
  return opened.ok ? read : opened;
}

function located(problems: readonly Problem[], path: string): readonly Problem[] {
  return problems.map((each) => ({ ...each, where: { ...each.where, path } }));
}

/** What the metadata say of an indicator for people to read; '' where nothing. */
export type IndicatorNote = {
  readonly unit: string;
  readonly source: string;
  readonly period: string;
  /** What nobody should read the values without, such as "Detection, not prevalence". */
  readonly notice: string;
};

/** The columns `Unit`, `Source`, `Period` and `Notice` of the metadata, by code. */
export function indicatorNotes(meta: string): ReadonlyMap<string, IndicatorNote> {
  return new Map(
    records(meta).records.map(({ cells }) => {
      const said = (column: string) => (cells[column] ?? '').trim();
      const [unit, source] = [said('Unit'), said('Source')];
      const [period, notice] = [said('Period'), said('Notice')];
      return [said('iCode'), { unit, source, period, notice }];
    }),
  );
}

export type Notice = { readonly code: string; readonly notice: string };

/** What must be said beside an index's results, in the order of the metadata. [CO-14] */
export function noticesOf(meta: string): readonly Notice[] {
  return [...indicatorNotes(meta)].flatMap(([code, { notice }]) =>
    notice === '' ? [] : [{ code, notice }],
  );
}

/** The names of the units, from the column `uName`; a unit without one bears its code. */
export function unitNames({ units, groups }: Table): ReadonlyMap<string, string> {
  const names = groups.get('uName') ?? [];
  return new Map(units.map((unit, at) => [unit, names[at] ?? unit]));
}
