import { part, stretches, type Paced } from './pace.ts';

/** Estimates, and how far off each probably is (standard deviation), by the layout's cells. */
export type Estimates = { readonly counts: Float32Array; readonly deviations: Float32Array };

/**
 * Weighs what was measured with noise against what was predicted from shorter combinations. How good predictions of a size
 * are shows in how much further from them the measurements lie than noise alone would put them; where predictions are
 * good, noise is left out. This is post-processing: it sees noisy numbers only. [RL-43]
 *
 * @param noise Standard deviation of the noise in `measured`.
 * @param whole Which cells count: 1.
 */
export function* shrunk(
  predicted: Float32Array,
  measured: Float32Array,
  whole: Uint8Array,
  noise: number,
): Paced<Estimates> {
  const spreads = yield* part(spreadsBySize(predicted, measured, whole, noise), 0, 0.5);
  const counts = new Float32Array(predicted.length);
  const deviations = new Float32Array(predicted.length);
  const weighing = stretches(predicted.length, 2 ** 20, (from, to) => {
    for (let at = from; at < to; at += 1) {
      if (whole[at] !== 1) continue;
      const expected = predicted[at] ?? 0;
      const { likely, most } = spreads[sizeOf(expected)] ?? none;
      const trust = likely / (likely + noise ** 2);
      counts[at] = Math.max(0, expected + trust * ((measured[at] ?? 0) - expected));
      deviations[at] = Math.sqrt((most * noise ** 2) / (most + noise ** 2));
    }
  });
  yield* part(weighing, 0.5, 1);
  return { counts, deviations };
}

/**
 * Predictions of like size, all multiplied alike where what was measured shows that they lie too low or too high on the whole:
 * as far as the gap is more than noise would make. In place; it sees noisy numbers only. [RL-43]
 */
export function levelled(predicted: Float32Array, measured: Float32Array, noise: number): void {
  const [gaps, sums, many] = [0, 0, 0].map(() => new Float64Array(sizes));
  if (gaps === undefined || sums === undefined || many === undefined) return;
  for (let at = 0; at < predicted.length; at += 1) {
    const expected = predicted[at] ?? 0;
    const size = sizeOf(expected);
    gaps[size] = (gaps[size] ?? 0) + (measured[at] ?? 0) - expected;
    sums[size] = (sums[size] ?? 0) + expected;
    many[size] = (many[size] ?? 0) + 1;
  }
  const factors = gaps.map((gap, size) => {
    const sum = sums[size] ?? 0;
    const trust = gap ** 2 / (gap ** 2 + (many[size] ?? 0) * noise ** 2);
    return sum > 0 ? Math.max(0, 1 + (trust * gap) / sum) : 1;
  });
  for (let at = 0; at < predicted.length; at += 1)
    predicted[at] = (predicted[at] ?? 0) * (factors[sizeOf(predicted[at] ?? 0)] ?? 1);
}

/** The variance of predictions of a size: the likely one, and one a standard error above, which is careful. */
type Spread = { readonly likely: number; readonly most: number };

const none: Spread = { likely: 0, most: 0 };
const sizes = 48;

/** Predictions of like size go together: two classes for each doubling, from a quarter up. */
function sizeOf(predicted: number): number {
  return Math.max(0, Math.min(sizes - 1, Math.floor(4 + 2 * Math.log2(predicted + 0.25))));
}

function* spreadsBySize(
  predicted: Float32Array,
  measured: Float32Array,
  whole: Uint8Array,
  noise: number,
): Paced<readonly Spread[]> {
  const squares = new Float64Array(sizes);
  const many = new Float64Array(sizes);
  yield* stretches(predicted.length, 2 ** 20, (from, to) => {
    for (let at = from; at < to; at += 1) {
      if (whole[at] !== 1) continue;
      const size = sizeOf(predicted[at] ?? 0);
      squares[size] = (squares[size] ?? 0) + ((measured[at] ?? 0) - (predicted[at] ?? 0)) ** 2;
      many[size] = (many[size] ?? 0) + 1;
    }
  });
  return Array.from(squares, (sum, size) => {
    const n = many[size] ?? 0;
    if (n === 0) return none;
    const likely = Math.max(0, sum / n - noise ** 2);
    return { likely, most: likely + (Math.SQRT2 * (noise ** 2 + likely)) / Math.sqrt(n) };
  });
}
