import {
  computed,
  Method,
  modelOf,
  monteCarlo,
  rankShift,
  sensitivity,
  structureOf,
  Uncertainty,
  type Structure,
  type Table,
} from '@freehold/core/composite';
import { generator, median } from '@freehold/core/numeric';
import { naiveIndex, type Cell, type Part } from './index-naive.ts';

// A composite index: 51 units by 49 indicators at four levels, drawn 10,000 times, its sensitivity over 5 sources by
// 1,000 base points, and 10,000 units by 200 indicators. The baseline keeps an object for each cell.

const method = Method.parse({ normalise: { all: { method: 'minmax', range: [1, 100] } } });
const small = made(51, 49);
const large = made(10_000, 200);

const [first = Number.NaN, ...warm] = Array.from({ length: 21 }, () =>
  milliseconds(() => index(small)),
);
const fast = median(warm) ?? Number.NaN;
const naive =
  median(
    Array.from({ length: 5 }, () => milliseconds(() => naiveIndex(small.cells, small.parts))),
  ) ?? Number.NaN;
const draws = milliseconds(() => monteCarlo(model(three()), 10_000, 1));
const five = model(three(), [
  { kind: 'impute', options: [{ method: 'none' }, { method: 'mean' }] },
  { kind: 'treat', options: ['none', 'auto'] },
]);
const middle = five.at(new Float64Array(5).fill(0.5));
if (middle === null) throw new TypeError('the made-up index has no answer');
const effects = milliseconds(() => sensitivity(five, rankShift(middle), 1000, 1));
const wide = milliseconds(() => index(large));

console.log(
  JSON.stringify({
    bench: 'index',
    ...{ units: 51, indicators: 49, medianMs: rounded(fast), firstMs: rounded(first) },
    ...{ naiveMs: rounded(naive), timesFaster: rounded(naive / fast), same: same() },
    ...{ monteCarlo10000Ms: rounded(draws), sobol5x1000Ms: rounded(effects) },
    wide10000x200Ms: rounded(wide),
  }),
);

type Made = {
  readonly table: Table;
  readonly structure: Structure;
  readonly cells: readonly Cell[];
  readonly parts: readonly Part[];
};

/** Units by indicators in groups of about six, pillars of about four, one value in twenty missing. */
function made(units: number, indicators: number): Made {
  const { next } = generator(20260801);
  const names = Array.from({ length: units }, (_, at) => `u${at}`);
  const codes = Array.from({ length: indicators }, (_, at) => `i${at}`);
  const groups = Math.ceil(indicators / 6);
  const pillars = Math.ceil(groups / 4);
  const node = (code: string, level: number, parent: string | null, at: number): Part => ({
    ...{ code, level, parent, weight: 1 + (at % 3) },
    direction: level === 1 && at % 4 === 0 ? -1 : 1,
  });
  const parts = [
    ...codes.map((code, at) => node(code, 1, `g${at % groups}`, at)),
    ...Array.from({ length: groups }, (_, at) => node(`g${at}`, 2, `p${at % pillars}`, at)),
    ...Array.from({ length: pillars }, (_, at) => node(`p${at}`, 3, 'top', at)),
    node('top', 4, null, 0),
  ];
  const columns = new Map(
    codes.map(
      (code) => [code, names.map(() => (next() % 20 === 0 ? null : next() / 2 ** 32))] as const,
    ),
  );
  const structure = structureOf(
    parts.map((part, row) => ({
      row,
      node: {
        ...{ ...part, direction: part.direction === -1 ? -1 : 1, name: '' },
        ...{ denominator: null, target: null, goalposts: null },
      },
    })),
  );
  if (!structure.ok) throw new TypeError(JSON.stringify(structure.problems));
  const cells = codes.flatMap((indicator) =>
    names.map((unit, at) => ({ unit, indicator, value: columns.get(indicator)?.[at] ?? null })),
  );
  return {
    table: { units: names, columns, groups: new Map() },
    structure: structure.value,
    cells,
    parts,
  };
}

function index({ table, structure }: Made, how = method) {
  const result = computed(table, structure, how);
  if (!result.ok) throw new TypeError(JSON.stringify(result.problems));
  return result.value;
}

function three(): readonly unknown[] {
  return [
    {
      kind: 'normalise',
      options: [
        { method: 'minmax', range: [1, 100] },
        { method: 'rank' },
        { method: 'zscore', mean: 10 },
      ],
    },
    { kind: 'aggregate', options: [{ method: 'arithmetic' }, { method: 'geometric' }] },
    { kind: 'weights', by: 0.25 },
  ];
}

function model(sources: readonly unknown[], more: readonly unknown[] = []) {
  const asked = Uncertainty.parse({ sources: [...sources, ...more] });
  const found = modelOf(small.table, small.structure, method, asked);
  if (!found.ok) throw new TypeError(JSON.stringify(found.problems));
  return found.value;
}

/** Both give the same numbers, or their times say nothing. */
function same(): boolean {
  const ours = index(small, Method.parse({}));
  return naiveIndex(small.cells, small.parts)
    .filter(({ indicator }) => indicator === 'top')
    .every(({ unit, value }) => {
      const got = ours.scores.get('top')?.[ours.units.indexOf(unit)] ?? null;
      return got === null ? value === null : Math.abs(got - (value ?? Number.NaN)) < 1e-9;
    });
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
