import type { Layout } from './layout.ts';
import type { Paced } from './pace.ts';

/** Predicts pairs as if columns were independent: from counts of single values and the number of subjects. */
export function predictedPairs(layout: Layout, singles: Float32Array, total: number): Float32Array {
  const found = new Float32Array(layout.cells(2));
  for (const [a = 0, b = 0] of layout.sets(2)) {
    const first = layout.first([a, b]);
    const [of, by] = [layout.first([a]), layout.first([b])];
    const [high, wide] = [layout.widths[a] ?? 0, layout.widths[b] ?? 0];
    for (let u = 1; u < high; u += 1)
      for (let v = 1; v < wide; v += 1)
        found[first + u * wide + v] =
          ((singles[of + u] ?? 0) * (singles[by + v] ?? 0)) / Math.max(1, total);
  }
  return found;
}

/**
 * Brings pairs into line with singles: no value has more pairs than it has subjects, and blanks take what is left. Pairs
 * are changed in place.
 */
export function* filledPairs(
  layout: Layout,
  pairs: Float32Array,
  singles: Float32Array,
  total: number,
): Paced<void> {
  const sets = layout.sets(2);
  for (const [done, [a = 0, b = 0]] of sets.entries()) {
    yield done / sets.length;
    const [high, wide] = [layout.widths[a] ?? 0, layout.widths[b] ?? 0];
    const cells = pairs.subarray(layout.first([a, b]), layout.first([a, b]) + high * wide);
    const rows = singles.subarray(layout.first([a]), layout.first([a]) + high);
    const columns = singles.subarray(layout.first([b]), layout.first([b]) + wide);
    for (let turn = 0; turn < 3; turn += 1) {
      for (let u = 1; u < high; u += 1) held(cells, u * wide, 1, wide, rows[u] ?? 0);
      for (let v = 1; v < wide; v += 1) held(cells, v, wide, high, columns[v] ?? 0);
    }
    for (let u = 1; u < high; u += 1)
      cells[u * wide] = left(rows[u] ?? 0, cells, u * wide, 1, wide);
    for (let v = 1; v < wide; v += 1) cells[v] = left(columns[v] ?? 0, cells, v, wide, high);
    cells[0] = 0;
    cells[0] = Math.max(some, total - cells.reduce((sum, count) => sum + count, 0));
  }
}

/** Keeps division from nothing: a blank is never impossible. */
const some = 0.01;

function held(cells: Float32Array, start: number, step: number, many: number, most: number): void {
  let sum = 0;
  for (let at = 1; at < many; at += 1) sum += cells[start + at * step] ?? 0;
  if (sum <= most) return;
  for (let at = 1; at < many; at += 1)
    cells[start + at * step] = ((cells[start + at * step] ?? 0) * most) / sum;
}

function left(
  total: number,
  cells: Float32Array,
  start: number,
  step: number,
  many: number,
): number {
  let sum = 0;
  for (let at = 1; at < many; at += 1) sum += cells[start + at * step] ?? 0;
  return Math.max(some, total - sum);
}

const turns = 6;

/**
 * Predicts triples from pairs, blanks and all, as if no three values had anything to do with each other beyond what each
 * two have: iterative proportional fitting to the three tables of pairs.
 */
export function* predictedTriples(layout: Layout, pairs: Float32Array): Paced<Float32Array> {
  const found = new Float32Array(layout.cells(3));
  const { widths } = layout;
  const sets = layout.sets(3);
  for (const [done, [a = 0, b = 0, c = 0]] of sets.entries()) {
    yield done / sets.length;
    const [x, y, z] = [widths[a] ?? 0, widths[b] ?? 0, widths[c] ?? 0];
    const table = (one: number, other: number) =>
      pairs.subarray(
        layout.first([one, other]),
        layout.first([one, other]) + (widths[one] ?? 0) * (widths[other] ?? 0),
      );
    const first = layout.first([a, b, c]);
    fitted(found.subarray(first, first + x * y * z), [x, y, z], {
      ab: table(a, b),
      ac: table(a, c),
      bc: table(b, c),
    });
  }
  return found;
}

type Faces = { readonly ab: Float32Array; readonly ac: Float32Array; readonly bc: Float32Array };

function fitted(
  cells: Float32Array,
  [x, y, z]: readonly [number, number, number],
  { ab, ac, bc }: Faces,
): void {
  cells.fill(1);
  const sums = [ab, ac, bc].map(({ length }) => new Float64Array(length));
  const [byAb, byAc, byBc] = [sums[0] ?? none, sums[1] ?? none, sums[2] ?? none];
  for (let turn = 0; turn < turns; turn += 1) {
    for (let at = 0; at < x * y; at += 1) {
      let sum = 0;
      for (let w = 0; w < z; w += 1) sum += cells[at * z + w] ?? 0;
      byAb[at] = sum > 0 ? (ab[at] ?? 0) / sum : 0;
      for (let w = 0; w < z; w += 1) cells[at * z + w] = (cells[at * z + w] ?? 0) * (byAb[at] ?? 0);
    }
    byAc.fill(0);
    byBc.fill(0);
    for (let u = 0; u < x; u += 1)
      for (let v = 0; v < y; v += 1)
        for (let w = 0; w < z; w += 1)
          byAc[u * z + w] = (byAc[u * z + w] ?? 0) + (cells[(u * y + v) * z + w] ?? 0);
    ratios(byAc, ac);
    for (let u = 0; u < x; u += 1)
      for (let v = 0; v < y; v += 1)
        for (let w = 0; w < z; w += 1) {
          const at = (u * y + v) * z + w;
          const cell = (cells[at] ?? 0) * (byAc[u * z + w] ?? 0);
          cells[at] = cell;
          byBc[v * z + w] = (byBc[v * z + w] ?? 0) + cell;
        }
    ratios(byBc, bc);
    for (let u = 0; u < x; u += 1)
      for (let at = 0; at < y * z; at += 1)
        cells[u * y * z + at] = (cells[u * y * z + at] ?? 0) * (byBc[at] ?? 0);
  }
}

const none = new Float64Array();

function ratios(sums: Float64Array, wanted: Float32Array): void {
  for (let at = 0; at < sums.length; at += 1)
    sums[at] = (sums[at] ?? 0) > 0 ? (wanted[at] ?? 0) / (sums[at] ?? 1) : 0;
}
