import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import type { Column } from './column.ts';
import { scaledAndBuilt, type IndexResult } from './compute.ts';
import type { Records, TableRecord } from '../table/index.ts';
import { readData } from './input.ts';
import type { Structure } from './meta.ts';
import type { Method } from './method.ts';
import { columnIn, missingColumns, prepared, type Ready, type Step, type Table } from './steps.ts';
import { treatmentOn } from './treat.ts';

export type Period = { readonly period: string; readonly table: Table };

/**
 * Reads a table in which each unit has a row for each period, which the column `time` names. Periods come in the order
 * in which they are first met. Problems are those of `readData`, by row of the whole table, and `period-missing`.
 */
export function readPeriods(
  table: Records,
  numbers: ReadonlySet<string>,
  time: string,
): Outcome<readonly Period[]> {
  if (!table.columns.includes(time))
    return refused(problem('column-missing', {}, { column: time, row: 1 }));
  const rows = new Map<string, TableRecord[]>();
  for (const each of table.records) {
    const period = (each.cells[time] ?? '').trim();
    const own = rows.get(period);
    if (own === undefined) rows.set(period, [each]);
    else own.push(each);
  }
  const without = (rows.get('') ?? []).map(({ row }) =>
    problem('period-missing', {}, { row, column: time }),
  );
  const read = [...rows].map(([period, own]) => ({
    period,
    table: readData({ columns: table.columns, records: own, problems: [] }, numbers),
  }));
  const problems = read.flatMap(({ table: found }) => (found.ok ? [] : found.problems));
  const all = [...table.problems, ...without, ...problems];
  if (all.length > 0 || read.length === 0)
    return refused(...all, ...(read.length ? [] : [problem('no-rows')]));
  return fine(
    read.flatMap(({ period, table: found }) => (found.ok ? [{ period, table: found.value }] : [])),
  );
}

/** What scales are taken from: one period, or all of them together. */
export type PanelBase = { readonly period: string } | 'all';

export type Panel = {
  readonly base: PanelBase;
  readonly periods: readonly { readonly period: string; readonly result: IndexResult }[];
};

/**
 * Works an index out for several periods on one base, so that its numbers may be set beside each other over time.
 * Units are screened, divided and filled within their period; treatment, scale and weights by principal components are
 * taken from the base. [CO-23]
 *
 * Problems, besides those of one index, each with its `period`: `no-periods`, `period-repeated`, `period-unknown`,
 * `ranks-have-no-base`, and `below-base` where a value lies so far below the base that its logarithm or power has no
 * answer.
 *
 * Holds: on the base of a period, adding or changing a later period moves nothing in the others.
 */
export function panel(
  periods: readonly Period[],
  structure: Structure,
  method: Method,
  base: PanelBase,
): Outcome<Panel> {
  const wrong = faultsOf(periods, structure, method, base);
  if (wrong.length > 0) return refused(...wrong);
  const untreated = { ...method, treat: { all: { method: 'none' }, only: {} } } as const;
  const readied = periods.map(({ period, table }) => {
    const log: Step[] = [];
    return { period, ready: prepared(table, structure, untreated, log), log };
  });
  const own = readied.filter(({ period }) => base === 'all' || base.period === period);
  const from = together(own.map(({ ready }) => ready));
  const treat = treatments(from, structure, method);
  const ground: Ready = { units: from.units, columns: treat(from) };
  const fixed = withWeightsOf(ground, structure, method);
  if (!fixed.ok) return fixed;
  const results = readied.map(({ period, ready, log }) => {
    const columns = treat(ready);
    const lost = lostIn(ready, columns, period);
    const result =
      lost.length > 0
        ? refused(...lost)
        : scaledAndBuilt(
            { ...ready, columns },
            fixed.value.structure,
            fixed.value.method,
            log,
            ground,
          );
    return { period, result: inPeriod(period, result) };
  });
  const problems = results.flatMap(({ result }) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return refused(...problems);
  const done = results.flatMap(({ period, result }) =>
    result.ok ? [{ period, result: { ...result.value, method } }] : [],
  );
  return fine({ base, periods: done });
}

function faultsOf(
  periods: readonly Period[],
  structure: Structure,
  method: Method,
  base: PanelBase,
): readonly Problem[] {
  const names = periods.map(({ period }) => period);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const isUnknown = base !== 'all' && !names.includes(base.period);
  return [
    ...(names.length === 0 ? [problem('no-periods')] : []),
    ...[...twice].map((period) => problem('period-repeated', { period })),
    ...(isUnknown ? [problem('period-unknown', { period: base.period })] : []),
    ...periods.flatMap(({ period, table }) =>
      missingColumns(table, structure, method).map((column) =>
        problem('column-missing', { period }, { column }),
      ),
    ),
  ];
}

function together(all: readonly Ready[]): Ready {
  const codes = [...(all[0]?.columns.keys() ?? [])];
  return {
    units: all.flatMap(({ units }) => units),
    columns: new Map(
      codes.map((code) => [
        code,
        Float64Array.from(all.flatMap(({ columns }) => [...columnIn(columns, code)])),
      ]),
    ),
  };
}

function treatments(base: Ready, { indicators }: Structure, { treat }: Method) {
  const each = indicators.map(({ code }) => {
    const how = treat.only[code] ?? treat.all;
    return [code, treatmentOn(columnIn(base.columns, code), how)] as const;
  });
  return ({ columns }: Ready): ReadonlyMap<string, Column> =>
    new Map(each.map(([code, treated]) => [code, treated(columnIn(columns, code))]));
}

/** Weights that hang on values are those of the base; the others are what they are. */
function withWeightsOf(
  base: Ready,
  structure: Structure,
  method: Method,
): Outcome<{ readonly structure: Structure; readonly method: Method }> {
  if (method.weight.method !== 'pca') return fine({ structure, method });
  const built = scaledAndBuilt(base, structure, method, []);
  if (!built.ok) return built;
  const children = new Map(
    [...structure.children].map(([code, nodes]) => [
      code,
      nodes.map((node) => ({ ...node, weight: built.value.weights.get(node.code) ?? 0 })),
    ]),
  );
  return fine({
    structure: { ...structure, children },
    method: { ...method, weight: { method: 'given' } },
  });
}

function lostIn(
  { units, columns: before }: Ready,
  after: ReadonlyMap<string, Column>,
  period: string,
): readonly Problem[] {
  return [...after].flatMap(([indicator, column]) =>
    units.flatMap((unit, at) =>
      Number.isFinite(column[at]) || Number.isNaN(columnIn(before, indicator)[at])
        ? []
        : [problem('below-base', { indicator, unit, period })],
    ),
  );
}

function inPeriod<T>(period: string, outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome;
  return refused(
    ...outcome.problems.map((each) => ({ ...each, details: { ...each.details, period } })),
  );
}
