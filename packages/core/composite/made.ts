import type { PlaceType } from '../place.ts';
import { csvText, type Cell } from '../table/index.ts';
import { IndexDefinition } from './definition.ts';
import { usualDoubt } from './doubt.ts';
import { standardError } from './errors-in.ts';
import { Method } from './method.ts';

/** One value with what is known about it. */
export type MadeCell = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly suppressed: boolean;
};

/** One indicator of a new index, with a cell for each unit. */
export type MadeIndicator = {
  readonly code: string;
  readonly title: string;
  /** What it is grouped with, as people call it; '' for nothing. */
  readonly group: string;
  readonly direction: 1 | -1;
  readonly unit: string;
  readonly source: string;
  readonly period: string;
  readonly notice: string;
  readonly cells: readonly (MadeCell | null)[];
};

export type Made = {
  readonly title: string;
  readonly note: string;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly indicators: readonly MadeIndicator[];
  readonly placeType: PlaceType | null;
};

/**
 * An index out of values that are at hand. Beside each indicator's column stand those of what is known about its
 * values (`code_low`, `code_high`, `code_n`, `code_note`), where there is any, so that they go wherever the table goes.
 * Where intervals are known, values lie about themselves by a standard error of a 3.92nd of their width.
 */
export function madeIndex(
  { title, note, units, indicators, placeType }: Made,
  method: Method = plainMethod,
): IndexDefinition {
  const nodes = groupsOf(indicators);
  const beside = indicators.flatMap(besideColumns);
  const columns = [
    ...indicators.map(
      ({ code, cells }) => [code, cells.map((cell) => cell?.value ?? null)] as const,
    ),
    ...beside,
  ];
  const data = csvText([
    ['uCode', 'uName', ...columns.map(([code]) => code)],
    ...units.map(({ code, name }, at) => [
      code,
      name,
      ...columns.map(([, cells]) => cells[at] ?? null),
    ]),
  ]);
  const errors = errorsOf(indicators);
  return IndexDefinition.parse({
    ...{ title, note, placeType, data, method },
    meta: metaText(indicators, nodes, beside),
    uncertainty: usualDoubt(
      indicators.map(({ code }) => code),
      errors,
      method,
    ),
  });
}

/** All on 1 to 100, weights as they are given, and the mean. */
export const plainMethod = Method.parse({
  normalise: { all: { method: 'minmax', range: [1, 100] } },
});

const top = 'index';

type Group = { readonly code: string; readonly title: string };

/** The groups that indicators name; none where fewer than two are named, since one alone says nothing. */
function groupsOf(indicators: readonly MadeIndicator[]): readonly Group[] {
  const named = [...new Set(indicators.map(({ group }) => group))];
  return named.length < 2
    ? []
    : named.map((title, at) => ({ code: `g${at + 1}`, title: title === '' ? 'Others' : title }));
}

function metaText(
  indicators: readonly MadeIndicator[],
  groups: readonly Group[],
  beside: readonly (readonly [string, unknown])[],
): string {
  const named = [...new Set(indicators.map(({ group }) => group))];
  const parentOf = (group: string) => groups[named.indexOf(group)]?.code ?? top;
  const nothing = ['', '', '', ''] as const;
  return csvText([
    [
      ...['Level', 'iCode', 'iName', 'Direction', 'Weight', 'Parent', 'Type'],
      ...['Unit', 'Source', 'Period', 'Notice'],
    ],
    ...indicators.map((each): Cell[] => [
      ...[1, each.code, each.title, each.direction, 1, parentOf(each.group), 'Indicator'],
      ...[each.unit, each.source, each.period, each.notice],
    ]),
    ...groups.map((group): Cell[] => [
      2,
      group.code,
      group.title,
      1,
      1,
      top,
      'Aggregate',
      ...nothing,
    ]),
    [groups.length === 0 ? 2 : 3, top, 'The whole', 1, 1, '', 'Aggregate', ...nothing],
    ['', 'uName', 'Name', '', '', '', 'Group', ...nothing],
    ...beside.map(([code]): Cell[] => ['', code, '', '', '', '', 'Other', ...nothing]),
  ]);
}

function besideColumns({ code, cells }: MadeIndicator): readonly (readonly [string, Cell[]])[] {
  const of = (name: string, read: (cell: MadeCell) => Cell) =>
    [`${code}_${name}`, cells.map((cell) => (cell === null ? null : read(cell)))] as const;
  return [
    of('low', ({ low }) => low),
    of('high', ({ high }) => high),
    of('n', ({ n }) => n),
    of('note', ({ suppressed }) => (suppressed ? '[c]' : null)),
  ].filter(([, column]) => column.some((cell) => cell !== null));
}

function errorsOf(indicators: readonly MadeIndicator[]): Record<string, (number | null)[]> {
  const known = indicators.map(({ code, cells }) => [code, cells.map(errorOf)] as const);
  return Object.fromEntries(known.filter(([, all]) => all.some((each) => each !== null)));
}

function errorOf(cell: MadeCell | null): number | null {
  if (cell === null || cell.low === null || cell.high === null) return null;
  return standardError(cell.low, cell.high);
}
