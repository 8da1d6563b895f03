import { fine, problem, refused, type Outcome } from '../problem.ts';
import { aggregated } from './aggregate.ts';
import { columnOf, type Column } from './column.ts';
import type { Node, Structure } from './meta.ts';
import type { Adjustment, Method } from './method.ts';
import { normalised } from './normalise.ts';
import { denominated, imputed, screened } from './prepare.ts';
import { treated } from './treat.ts';
import { weightsOf } from './weigh.ts';

// The steps of an index over columns, apart, so that what does not change need not be worked out again.

/** Values by unit: `columns` hold indicators and denominators by code, `groups` what tells units apart. */
export type Table = {
  readonly units: readonly string[];
  readonly columns: ReadonlyMap<string, readonly (number | null)[]>;
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
};

/** One line of what was done, for people to read. Units and indicators by their codes. */
export type Step =
  | { readonly step: 'screen'; readonly left: readonly string[] }
  | { readonly step: 'denominate'; readonly indicator: string; readonly by: string }
  | { readonly step: 'impute'; readonly indicator: string; readonly units: readonly string[] }
  | {
      readonly step: 'treat';
      readonly indicator: string;
      readonly done: 'winsorised' | 'log' | 'box-cox' | 'nothing';
      readonly units: readonly string[];
      readonly stillOut: boolean;
    }
  | {
      readonly step: 'adjust';
      readonly node: string;
      readonly unit: string;
      readonly from: number;
      readonly to: number;
      readonly reason: string;
    };

/** Units and their columns at some step of the way. */
export type Ready = {
  readonly units: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
};

/** Columns that a method needs and a table lacks. */
export function missingColumns(
  { columns, groups }: Table,
  { indicators }: Structure,
  { denominate, impute }: Method,
): readonly string[] {
  const wanted = indicators.flatMap(({ code, denominator }) =>
    denominate && denominator !== null ? [code, denominator] : [code],
  );
  const lacking = [...new Set(wanted)].filter((code) => !columns.has(code));
  return 'group' in impute && !groups.has(impute.group) ? [...lacking, impute.group] : lacking;
}

/** Indicators after screening, denominating, imputing and treating. */
export function prepared(
  table: Table,
  { indicators }: Structure,
  method: Method,
  log: Step[],
): Ready {
  const whole = new Map([...table.columns].map(([code, values]) => [code, columnOf(values)]));
  const own = indicators.map(({ code }) => columnIn(whole, code));
  const kept = screened(own, table.units.length, method.screen);
  if (kept.length < table.units.length)
    log.push({ step: 'screen', left: table.units.filter((_, at) => !kept.includes(at)) });
  const units = kept.map((at) => table.units[at] ?? '');
  const { impute } = method;
  const groups = 'group' in impute ? (table.groups.get(impute.group) ?? []) : [];
  const keptGroups = kept.map((at) => groups[at] ?? null);
  const columns = new Map<string, Column>();
  for (const node of indicators) {
    const raw = take(columnIn(whole, node.code), kept);
    const divided = method.denominate ? divide(raw, node, whole, kept, log) : raw;
    const filled = imputed(divided, impute, keptGroups);
    logFilled(log, node.code, divided, filled, units);
    columns.set(node.code, treat(filled, node.code, method, units, log));
  }
  return { units, columns };
}

function divide(
  column: Column,
  { code, denominator }: Node,
  whole: ReadonlyMap<string, Column>,
  kept: readonly number[],
  log: Step[],
): Column {
  if (denominator === null) return column;
  log.push({ step: 'denominate', indicator: code, by: denominator });
  return denominated(column, take(columnIn(whole, denominator), kept));
}

function logFilled(
  log: Step[],
  indicator: string,
  before: Column,
  after: Column,
  units: readonly string[],
): void {
  const filled = units.filter(
    (_, at) => Number.isNaN(before[at]) && !Number.isNaN(after[at] ?? Number.NaN),
  );
  if (filled.length > 0) log.push({ step: 'impute', indicator, units: filled });
}

function treat(
  column: Column,
  code: string,
  { treat: how }: Method,
  units: readonly string[],
  log: Step[],
): Column {
  const { column: after, done, moved, stillOut } = treated(column, how.only[code] ?? how.all);
  if (done !== 'nothing' || stillOut) {
    const touched = moved.map((at) => units[at] ?? '');
    log.push({ step: 'treat', indicator: code, done, units: touched, stillOut });
  }
  return after;
}

/** Indicators brought to one scale: that of `base` where there is one, else their own. */
export function allNormalised(
  { units, columns }: Ready,
  { indicators }: Structure,
  { normalise }: Method,
  base?: Ready,
): Outcome<ReadonlyMap<string, Column>> {
  const results = indicators.map((node) => {
    const how = normalise.only[node.code] ?? normalise.all;
    const from = base && { column: columnIn(base.columns, node.code), units: base.units };
    const found = normalised(columnIn(columns, node.code), how, { node, units, base: from });
    return [node.code, found] as const;
  });
  const faults = results.flatMap(([code, found]) =>
    typeof found === 'string' ? [problem(found, { indicator: code })] : [],
  );
  if (faults.length > 0) return refused(...faults);
  return fine(
    new Map(
      results.flatMap(([code, found]) =>
        typeof found === 'string' ? [] : [[code, found] as const],
      ),
    ),
  );
}

export type Built = {
  readonly columns: ReadonlyMap<string, Column>;
  readonly weights: ReadonlyMap<string, number>;
};

/** Every node above the indicators, level by level, with the weights of siblings. */
export function builtUp(
  { units }: Ready,
  scaled: ReadonlyMap<string, Column>,
  { aggregates, children, levels }: Structure,
  method: Method,
  log: Step[],
): Outcome<Built> {
  if (method.aggregate.length > 1 && method.aggregate.length < levels - 1)
    return refused(
      problem('too-few-methods', { named: method.aggregate.length, needed: levels - 1 }),
    );
  const columns = new Map(scaled);
  const weights = new Map<string, number>();
  for (const node of aggregates) {
    const siblings = children.get(node.code) ?? [];
    const parts = siblings.map(({ code }) => columnIn(columns, code));
    const shares = weightsOf(siblings, parts, method.weight);
    for (const [at, { code }] of siblings.entries()) weights.set(code, shares[at] ?? 0);
    const how = method.aggregate[method.aggregate.length === 1 ? 0 : node.level - 2];
    if (how === undefined) throw new RangeError(`level ${node.level} has no way of aggregating`);
    const column = aggregated(parts, shares, how);
    if ('child' in column) {
      const { child, unit, value } = column;
      const at = {
        node: node.code,
        child: siblings[child]?.code ?? '',
        unit: units[unit] ?? '',
        value,
      };
      return refused(problem('not-positive', at));
    }
    columns.set(node.code, adjusted(column, node.code, method.adjust, units, log));
  }
  return fine({ columns, weights });
}

function adjusted(
  column: Column,
  code: string,
  adjustments: readonly Adjustment[],
  units: readonly string[],
  log: Step[],
): Column {
  return adjustments
    .filter(({ node }) => node === code)
    .reduce(
      (before, { kind, value, units: meant, reason }) =>
        before.map((from, at) => {
          const unit = units[at] ?? '';
          if (Number.isNaN(from) || (meant !== null && !meant.includes(unit))) return from;
          const to = laid[kind](from, value);
          if (to !== from) log.push({ step: 'adjust', node: code, unit, from, to, reason });
          return to;
        }),
      column,
    );
}

const laid: Readonly<Record<Adjustment['kind'], (from: number, value: number) => number>> = {
  cap: (from, value) => Math.min(from, value),
  floor: (from, value) => Math.max(from, value),
  penalty: (from, value) => from - value,
};

function take(column: Column, kept: readonly number[]): Column {
  return Float64Array.from(kept, (at) => column[at] ?? Number.NaN);
}

/** @throws RangeError where there is no such column. */
export function columnIn(columns: ReadonlyMap<string, Column>, code: string): Column {
  const column = columns.get(code);
  if (column === undefined) throw new RangeError(`there is no column ${code}`);
  return column;
}
