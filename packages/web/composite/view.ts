import type { Draws, IndexResult, Structure, Table } from '@freehold/core/composite';
import { groupsTogether, topOf, unitNames } from '@freehold/core/composite';
import { count } from '../words.ts';

/** An index worked out: its tables as read, and the result. */
export type Worked = {
  readonly table: Table;
  readonly structure: Structure;
  readonly result: IndexResult;
};

/** A unit as it is shown. `coverage`: the share of indicators that it has; ranks count from 1 for the greatest. */
export type UnitRow = {
  readonly unit: string;
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rankMedian: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** Of the runs that cannot be told apart, from 1 for the topmost; null without one. */
  readonly group: number | null;
  readonly coverage: number;
};

/** Units by name: the order says nothing about who is ahead. Those left out by screening are not among them. */
export function rowsOf({ table, structure, result }: Worked, draws: Draws | null): UnitRow[] {
  const names = unitNames(table);
  const values = result.scores.get(topOf(structure)) ?? [];
  const standings = new Map(draws?.standings.map((each) => [each.unit, each]));
  const groups = draws === null ? [] : groupsTogether(draws);
  const groupOf = new Map(groups.flatMap((units, at) => units.map((unit) => [unit, at + 1])));
  const rows = result.units.map((unit, at) => {
    const { low, high, rankMedian, rankLow, rankHigh } = standings.get(unit) ?? unknown;
    return {
      ...{ unit, name: names.get(unit) ?? unit, value: values[at] ?? null },
      ...{ low, high, rankMedian, rankLow, rankHigh, group: groupOf.get(unit) ?? null },
      coverage: coverageOf(unit, table, structure),
    };
  });
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

const unknown = { low: null, high: null, rankMedian: null, rankLow: null, rankHigh: null };

function coverageOf(unit: string, { units, columns }: Table, { indicators }: Structure): number {
  const at = units.indexOf(unit);
  const there = indicators.filter(({ code }) => (columns.get(code)?.[at] ?? null) !== null);
  return indicators.length === 0 ? 0 : there.length / indicators.length;
}

/** What units are called: places where they have a type of place. */
export function unitsWord(isPlaces: boolean): readonly [one: string, many: string] {
  return isPlaces ? ['place', 'places'] : ['unit', 'units'];
}

/** The finding in one sentence, without a bare rank. */
export function findingOf(rows: readonly UnitRow[], words: readonly [string, string]): string {
  const grouped = rows.filter(({ group }) => group !== null);
  const topmost = grouped.filter(({ group }) => group === 1).map(({ name }) => name);
  const [first] = topmost;
  if (first === undefined)
    return `${count(rows.length, ...words)}, and not yet how sure they stand`;
  if (grouped.length === 1)
    return `${first} stands alone: an index compares at least two ${words[1]}`;
  if (topmost.length === grouped.length)
    return `None of ${count(grouped.length, ...words)} can be told apart from the one that is highest`;
  if (topmost.length === 1)
    return `${first} is higher than each other ${words[0]} in at least 95 of 100 draws`;
  return `${first} and ${topmost.length - 1} ${topmost.length === 2 ? 'other' : 'others'} cannot be told apart at the top`;
}

/** "2 to 5", or one number where both ends are the same. Ends lie between ranks where draws tie: they are rounded outward. */
export function rankWords({ rankLow, rankHigh }: Pick<UnitRow, 'rankLow' | 'rankHigh'>): string {
  if (rankLow === null || rankHigh === null) return '–';
  const [low, high] = [Math.floor(rankLow), Math.ceil(rankHigh)];
  return low === high ? `${low} in nearly all draws` : `${low} to ${high}`;
}

/** How many decimals tell values apart that range over this much. */
export function decimalsFor(values: readonly (number | null)[]): number {
  const there = values.filter((value) => value !== null);
  const range = Math.max(...there) - Math.min(...there);
  return there.length === 0 || !(range > 0) ? 1 : range >= 20 ? 1 : range >= 2 ? 2 : 3;
}
