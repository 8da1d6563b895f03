import { deviation, mean, ranks, type Column } from './column.ts';

/** Pearson's correlation over units with both values; null for fewer than three or without spread. [CO-12] */
export function pearson(one: Column, other: Column): number | null {
  const both = Array.from(one.keys()).filter(
    (at) => !Number.isNaN(one[at]) && !Number.isNaN(other[at]),
  );
  if (both.length < 3) return null;
  const x = Float64Array.from(both, (at) => one[at] ?? 0);
  const y = Float64Array.from(both, (at) => other[at] ?? 0);
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const at of x.keys()) {
    const [dx, dy] = [(x[at] ?? 0) - mx, (y[at] ?? 0) - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Spearman's correlation: Pearson's over mean ranks among units with both values. */
export function spearman(one: Column, other: Column): number | null {
  const both = (a: Column, b: Column) =>
    a.map((value, at) => (Number.isNaN(b[at]) ? Number.NaN : value));
  return pearson(ranks(both(one, other), 'mean'), ranks(both(other, one), 'mean'));
}

/** The correlation of two after what a third explains is taken from both; null where any of the three has none. */
export function partial(one: Column, other: Column, given: Column): number | null {
  const [ab, ac, bc] = [pearson(one, other), pearson(one, given), pearson(other, given)];
  if (ab === null || ac === null || bc === null) return null;
  const left = Math.sqrt((1 - ac * ac) * (1 - bc * bc));
  return left === 0 ? null : (ab - ac * bc) / left;
}

export type Components = {
  /** Descending; they add up to the number of columns. */
  readonly variances: readonly number[];
  /** For each component, a loading a column: the column's correlation with the component. */
  readonly loadings: readonly (readonly number[])[];
};

/**
 * Principal components of the correlation matrix of columns, by Jacobi's rotations. Null where a correlation has no
 * answer. A component's sign is chosen so that its largest loading is positive. O(k³ · sweeps) for k columns.
 *
 * Source: Golub & Van Loan, Matrix Computations, 8.5.
 */
export function components(columns: readonly Column[]): Components | null {
  const matrix: number[][] = [];
  for (const [at, one] of columns.entries()) {
    const row: number[] = [];
    for (const [place, other] of columns.entries()) {
      const found = at === place ? 1 : pearson(one, other);
      if (found === null) return null;
      row.push(found);
    }
    matrix.push(row);
  }
  const { values, vectors } = eigen(matrix);
  const order = values.map((_, at) => at).toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  return {
    variances: order.map((at) => Math.max(values[at] ?? 0, 0)),
    loadings: order.map((at) => {
      const scale = Math.sqrt(Math.max(values[at] ?? 0, 0));
      const loads = vectors.map((row) => (row[at] ?? 0) * scale);
      const largest = loads.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 0;
      return largest < 0 ? loads.map((each) => -each) : loads;
    }),
  };
}

/** Eigenvalues and, as columns, eigenvectors of a symmetric matrix. */
function eigen(symmetric: readonly (readonly number[])[]): {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
} {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const v = symmetric.map((_, at) =>
    Array.from({ length: n }, (__, place) => (at === place ? 1 : 0)),
  );
  for (let sweep = 0; sweep < 100; sweep += 1) {
    let rest = 0;
    for (let p = 0; p < n; p += 1)
      for (let q = p + 1; q < n; q += 1) rest += (a[p]?.[q] ?? 0) * (a[p]?.[q] ?? 0);
    if (rest < 1e-26) break;
    for (let p = 0; p < n; p += 1) for (let q = p + 1; q < n; q += 1) rotate(a, v, p, q);
  }
  return { values: a.map((row, at) => row[at] ?? 0), vectors: v };
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const [pp, qq, pq] = [a[p]?.[p] ?? 0, a[q]?.[q] ?? 0, a[p]?.[q] ?? 0];
  if (Math.abs(pq) < 1e-300) return;
  const theta = (qq - pp) / (2 * pq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (row: number[] | undefined) => {
    if (row === undefined) return;
    const [x, y] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  for (const row of a) turn(row);
  const [rp, rq] = [a[p] ?? [], a[q] ?? []];
  for (let k = 0; k < rp.length; k += 1) {
    const [x, y] = [rp[k] ?? 0, rq[k] ?? 0];
    rp[k] = c * x - s * y;
    rq[k] = s * x + c * y;
  }
  for (const row of v) turn(row);
}

/**
 * Cronbach's alpha: how far columns that are added up measure one thing. Over units with all values; null for fewer
 * than two columns, fewer than two units, or a sum without spread.
 *
 * Source: Cronbach 1951.
 */
export function cronbach(columns: readonly Column[]): number | null {
  const k = columns.length;
  const whole = Array.from(columns[0]?.keys() ?? []).filter((at) =>
    columns.every((column) => !Number.isNaN(column[at])),
  );
  if (k < 2 || whole.length < 2) return null;
  const variance = (values: readonly number[]) => deviation(Float64Array.from(values)) ** 2;
  const sums = whole.map((at) => columns.reduce((sum, column) => sum + (column[at] ?? 0), 0));
  const total = variance(sums);
  const parts = columns.reduce(
    (sum, column) => sum + variance(whole.map((at) => column[at] ?? 0)),
    0,
  );
  // What cancels out but for the last digits has no spread: “yes” and “no” of one question add up to the same.
  return total <= 1e-24 * parts ? null : (k / (k - 1)) * (1 - parts / total);
}
