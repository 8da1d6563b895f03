/**
 * Points of Sobol's low-discrepancy sequence in up to 21 dimensions, each coordinate within 0 to 1, the origin left
 * out. They fill space more evenly than chance does, so that an estimate needs fewer of them. [CO-11]
 *
 * Source: Sobol 1967; direction numbers of Joe & Kuo 2008 (new-joe-kuo-6.21201), the first 21 dimensions.
 *
 * @throws RangeError for more dimensions than that.
 */
export function sobolPoints(n: number, dimensions: number): readonly Float64Array[] {
  if (dimensions < 1 || dimensions > directions.length + 1)
    throw new RangeError(
      `dimensions must be from 1 to ${directions.length + 1}, got ${dimensions}`,
    );
  const numbers = Array.from({ length: dimensions }, (_, at) => directionNumbers(at));
  const state = new Uint32Array(dimensions);
  const points: Float64Array[] = [];
  for (let index = 0; index < n; index += 1) {
    const bit = lowestZero(index);
    for (let at = 0; at < dimensions; at += 1)
      state[at] = (state[at] ?? 0) ^ (numbers[at]?.[bit] ?? 0);
    points.push(Float64Array.from(state, (word) => word / 2 ** 32));
  }
  return points;
}

/** Degree s, coefficients a, and the first direction numbers m, for each dimension after the first. */
const directions: readonly (readonly [number, number, readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
];

function directionNumbers(dimension: number): Uint32Array {
  const v = new Uint32Array(32);
  const given = directions[dimension - 1];
  if (given === undefined) return v.map((_, at) => 2 ** (31 - at));
  const [degree, coefficients, first] = given;
  for (let at = 0; at < 32; at += 1) {
    if (at < degree) {
      v[at] = (first[at] ?? 0) * 2 ** (31 - at);
      continue;
    }
    let word = (v[at - degree] ?? 0) ^ ((v[at - degree] ?? 0) >>> degree);
    for (let k = 1; k < degree; k += 1)
      if ((coefficients >>> (degree - 1 - k)) & 1) word ^= v[at - k] ?? 0;
    v[at] = word >>> 0;
  }
  return v;
}

function lowestZero(index: number): number {
  let bit = 0;
  while ((index >>> bit) & 1) bit += 1;
  return bit;
}
