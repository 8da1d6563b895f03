/** A straight scale from values to pixels. `ticks` are round values within the domain, ends included. */
export type Scale = {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
};

/** A domain without spread is widened by one each way, so that its only value stands in the middle. */
export function scale(
  [least, most]: readonly [number, number],
  [from, to]: readonly [number, number],
  ticksWanted = 5,
): Scale {
  const [low, high] = least === most ? [least - 1, most + 1] : [least, most];
  const perUnit = (to - from) / (high - low);
  return {
    least: low,
    most: high,
    ticks: ticks(low, high, ticksWanted),
    at: (value) => from + (value - low) * perUnit,
  };
}

/**
 * Round values (1, 2 or 5 times a power of ten apart) from `least` to `most`, about as many as wanted.
 *
 * @example ticks(0, 4, 5) // => [0, 1, 2, 3, 4]
 */
export function ticks(least: number, most: number, wanted: number): readonly number[] {
  const step = stepFor((most - least) / Math.max(1, wanted));
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(10)),
  );
}

/** The domain of values, widened to round numbers; `fromZero` draws the foot at 0. Without spread it begins at the value. */
export function niceDomain(
  values: readonly number[],
  fromZero: boolean,
): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  const least = Math.min(...values, ...(fromZero ? [0] : []));
  const most = Math.max(...values, ...(fromZero ? [0] : []));
  // Values that only rounding tells apart have no spread to draw.
  const size = Math.max(Math.abs(least), Math.abs(most));
  if (most - least <= Math.max(size * 1e-9, 1e-12)) return [least, least + Math.max(1, size)];
  const step = stepFor((most - least) / 5);
  return [Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step];
}

/** Ticks that read as what they are with so many decimals: halves are none on an axis of whole numbers. */
export function readableTicks(all: readonly number[], decimals: number): readonly number[] {
  return all.filter((tick) => Math.abs(Number(tick.toFixed(decimals)) - tick) < 1e-9);
}

/** Decimals that tell neighbouring ticks apart, at most `most`; all of those where there is one tick. */
export function tickDecimals(all: readonly number[], most: number): number {
  const [first, second] = all;
  if (first === undefined || second === undefined) return most;
  const step = Math.abs(second - first);
  return Math.min(most, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

function stepFor(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = rough / power;
  return power * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
}
