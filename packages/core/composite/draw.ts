import { fine, problem, refused, type Outcome } from '../problem.ts';
import { generator, normalQuantile } from '../numeric/index.ts';
import { computed } from './compute.ts';
import { allNormalised, builtUp, prepared, type Ready, type Table } from './steps.ts';
import { topOf, withoutNode, type Node, type Structure } from './meta.ts';
import type { Method } from './method.ts';
import type { Source, Uncertainty } from './uncertain.ts';

/** An index whose choices hang on a point: a coordinate from 0 to 1 for each source of uncertainty. */
export type Model = {
  readonly dimensions: number;
  readonly units: readonly string[];
  readonly node: string;
  /**
   * The node's values by unit at a point, NaN where there is none. The label tells draws apart where one coordinate
   * stands for many numbers (weights, values): the same label and coordinate give the same ones. Null where the
   * choices have no answer together, such as a geometric mean of z-scores.
   */
  readonly at: (point: ArrayLike<number>) => Float64Array | null;
};

/**
 * Makes a model of an index and what is uncertain about it. Problems: `index-node-unknown`, and those of working the
 * index out by the method itself.
 */
export function modelOf(
  table: Table,
  structure: Structure,
  method: Method,
  { sources, node }: Uncertainty,
): Outcome<Model> {
  const about = node ?? topOf(structure);
  const known = [...structure.indicators, ...structure.aggregates].some(
    ({ code }) => code === about,
  );
  if (!known) return refused(problem('index-node-unknown', { node: about }));
  const base = computed(table, structure, method);
  if (!base.ok) return base;
  const { units } = base.value;
  // Who is in the index is not itself drawn: ranks among changing fields would say nothing.
  const placed = sources.map((source) => ofUnits(source, table, units));
  const run = runner(onlyUnits(table, units), structure, { ...method, screen: null }, placed);
  return fine({ dimensions: sources.length, units, node: about, at: (point) => run(point, about) });
}

type Run = (point: ArrayLike<number>, node: string) => Float64Array | null;

/** What a point turns a method, its weights and its values into. */
type Setting = {
  readonly method: Method;
  readonly structure: Structure;
  readonly table: Table;
  /** An indicator that is left out of this run. */
  readonly out: string | null;
};

/**
 * Works an index out at points. What does not change from run to run is kept: the indicators as each way of filling,
 * treating and normalising leaves them, unless their values are drawn too.
 */
function runner(
  table: Table,
  structure: Structure,
  method: Method,
  sources: readonly Source[],
): Run {
  const kept = new Map<string, Ready | null>();
  const scaledOf = ({ table: values, method: how }: Setting): Ready | null => {
    const key = values === table ? JSON.stringify([how.impute, how.treat, how.normalise]) : null;
    const there = key === null ? undefined : kept.get(key);
    if (there !== undefined) return there;
    const ready = prepared(values, structure, how, []);
    const scaled = allNormalised(ready, structure, how);
    const found = scaled.ok ? { units: ready.units, columns: scaled.value } : null;
    if (key !== null) kept.set(key, found);
    return found;
  };
  return (point, node) => {
    const start: Setting = { table, structure, method, out: null };
    const setting = sources.reduce((so, source, at) => turned(so, source, point[at] ?? 0), start);
    const scaled = scaledOf(setting);
    if (scaled === null) return null;
    const { out } = setting;
    if (out === node) return null;
    const left = out === null ? setting.structure : withoutNode(setting.structure, out);
    const built = builtUp(scaled, scaled.columns, left, setting.method, []);
    return built.ok ? (built.value.columns.get(node) ?? null) : null;
  };
}

function turned(setting: Setting, source: Source, coordinate: number): Setting {
  const { table, structure, method } = setting;
  switch (source.kind) {
    case 'impute':
      return { ...setting, method: { ...method, impute: chosen(source.options, coordinate) } };
    case 'treat': {
      const how = chosen(source.options, coordinate);
      const all =
        how === 'auto'
          ? ({ method: 'auto', most: 5, skew: 2, kurtosis: 3.5 } as const)
          : { method: how };
      return { ...setting, method: { ...method, treat: { ...method.treat, all } } };
    }
    case 'normalise': {
      const normalise = { ...method.normalise, all: chosen(source.options, coordinate) };
      return { ...setting, method: { ...method, normalise } };
    }
    case 'weighting':
      return { ...setting, method: { ...method, weight: chosen(source.options, coordinate) } };
    case 'aggregate':
      return { ...setting, method: { ...method, aggregate: [chosen(source.options, coordinate)] } };
    case 'weights':
      return { ...setting, structure: reweighted(structure, source.by, coordinate) };
    case 'values':
      return { ...setting, table: scattered(table, source.errors, coordinate) };
    case 'leave-out':
      // The first option is to leave nothing out.
      return { ...setting, out: chosen([null, ...source.indicators], coordinate) };
  }
}

function chosen<T>(options: readonly T[], coordinate: number): T {
  const at = Math.min(Math.floor(coordinate * options.length), options.length - 1);
  const option = options[at];
  if (option === undefined) throw new RangeError('a choice needs options');
  return option;
}

/** Chance of its own for what one coordinate stands for: the coordinate is the seed. */
function chance(coordinate: number, label: string): () => number {
  const seed = Math.floor(coordinate * 0xffffffff);
  const { next } = generator(seed).split(label);
  return () => (next() + 0.5) / 2 ** 32;
}

function reweighted(structure: Structure, by: number, coordinate: number): Structure {
  const next = chance(coordinate, 'weights');
  const moved = (node: Node): Node => ({
    ...node,
    weight: node.weight * (1 + by * (2 * next() - 1)),
  });
  const children = [...structure.children].map(
    ([code, nodes]) => [code, nodes.map(moved)] as const,
  );
  return { ...structure, children: new Map(children) };
}

function scattered(
  table: Table,
  errors: Readonly<Record<string, readonly (number | null)[]>>,
  coordinate: number,
): Table {
  const columns = new Map(table.columns);
  for (const [code, given] of Object.entries(errors)) {
    const next = chance(coordinate, code);
    const column = columns.get(code);
    if (column === undefined) continue;
    columns.set(
      code,
      column.map((value, at) => {
        const drawn = normalQuantile(next());
        return value === null ? null : value + (given[at] ?? 0) * drawn;
      }),
    );
  }
  return { ...table, columns };
}

/** Errors are given in the order of the whole table: those of the units that stay, in theirs. */
function ofUnits(source: Source, table: Table, kept: readonly string[]): Source {
  if (source.kind !== 'values') return source;
  const places = kept.map((unit) => table.units.indexOf(unit));
  const errors = Object.entries(source.errors).map(
    ([code, given]) => [code, places.map((at) => given[at] ?? null)] as const,
  );
  return { ...source, errors: Object.fromEntries(errors) };
}

function onlyUnits(table: Table, kept: readonly string[]): Table {
  const places = kept.map((unit) => table.units.indexOf(unit));
  const pick = <T>(values: readonly (T | null)[]) => places.map((at) => values[at] ?? null);
  return {
    units: kept,
    columns: new Map([...table.columns].map(([code, values]) => [code, pick(values)])),
    groups: new Map([...table.groups].map(([code, values]) => [code, pick(values)])),
  };
}
