import { logarithm as ln, power } from '../numeric/index.ts';
import { extremes, shape, type Column } from './column.ts';
import type { Treatment } from './method.ts';

/** What was done to an indicator, for the log. */
export type Treated = {
  readonly column: Column;
  readonly done: 'nothing' | 'winsorised' | 'log' | 'box-cox';
  /** Units whose value was moved by winsorising, by their place. */
  readonly moved: readonly number[];
  /** The shape it had no longer keeps within the bounds; people should look at it. */
  readonly stillOut: boolean;
};

/**
 * Treats an indicator's outliers: where skewness is 2 or more and kurtosis 3.5 or more, the outermost values are moved
 * to their neighbour, at most five, and where that is not enough the original is brought to logarithms. [CO-6]
 *
 * Missing stays missing. An indicator with fewer than four values or no spread is left as it is. Source: COINr 1.1
 * (winsorise, log_CT, boxcox); OECD/JRC handbook, step 2.
 */
export function treated(column: Column, how: Treatment): Treated {
  const asIs: Treated = { column, done: 'nothing', moved: [], stillOut: false };
  switch (how.method) {
    case 'none':
      return asIs;
    case 'log':
      return { ...asIs, column: logarithm(column), done: 'log' };
    case 'box-cox':
      return { ...asIs, column: boxCox(column, how.lambda), done: 'box-cox' };
    case 'auto':
    case 'winsorise':
      return byShape(column, how, asIs);
  }
}

/**
 * The treatment that fits `base`, for columns of other periods: the same ends for winsorised values, the same zero and
 * step for logarithms and powers. A value too far below the base has none then, and becomes missing. [CO-23]
 */
export function treatmentOn(base: Column, how: Treatment): (column: Column) => Column {
  const { column: after, done, moved } = treated(base, how);
  switch (done) {
    case 'nothing':
      return (column) => column;
    case 'log':
      return (column) => logarithm(column, base);
    case 'box-cox':
      return (column) => boxCox(column, how.method === 'box-cox' ? how.lambda : 0, base);
    case 'winsorised': {
      const ends = extremes(after);
      const isMoved = (side: 1 | -1) =>
        moved.some((at) => side * ((base[at] ?? 0) - (after[at] ?? 0)) > 0);
      const most = isMoved(1) ? (ends?.most ?? Infinity) : Infinity;
      const least = isMoved(-1) ? (ends?.least ?? -Infinity) : -Infinity;
      return (column) => column.map((value) => Math.min(Math.max(value, least), most));
    }
  }
}

type Bounds = Extract<Treatment, { method: 'auto' | 'winsorise' }>;

function byShape(column: Column, how: Bounds, asIs: Treated): Treated {
  if (!isOut(column, how)) return asIs;
  const { column: drawnIn, moved } = winsorised(column, how);
  const stillOut = isOut(drawnIn, how);
  const done = moved.length > 0 ? 'winsorised' : 'nothing';
  if (!stillOut || how.method === 'winsorise') return { column: drawnIn, done, moved, stillOut };
  const logged = logarithm(column);
  return { column: logged, done: 'log', moved: [], stillOut: isOut(logged, how) };
}

function isOut(column: Column, { skew, kurtosis }: Bounds): boolean {
  const found = shape(column);
  return found !== null && Math.abs(found.skew) >= skew && found.kurtosis >= kurtosis;
}

/** Values that are level are moved together, so that the last step may pass the number allowed. */
function winsorised(
  column: Column,
  how: Bounds,
): { readonly column: Column; readonly moved: readonly number[] } {
  const x = column.slice();
  let [high, low]: readonly (readonly number[])[] = [[], []];
  while (isOut(x, how) && (high?.length ?? 0) + (low?.length ?? 0) < how.most) {
    const side = (shape(x)?.skew ?? 0) >= 0 ? 1 : -1;
    const outermost = extremeOf(x, side, Number.NaN);
    const places = Array.from(x.keys()).filter((at) => x[at] === outermost);
    const next = extremeOf(x, side, outermost);
    for (const at of places) x[at] = next;
    if (side === 1) high = places;
    else low = places;
  }
  const moved = [...(high ?? []), ...(low ?? [])].toSorted((a, b) => a - b);
  return { column: x, moved };
}

function extremeOf(x: Column, side: 1 | -1, except: number): number {
  let found = Number.NaN;
  for (const value of x) {
    if (Number.isNaN(value) || value === except) continue;
    if (Number.isNaN(found) || side * value > side * found) found = value;
  }
  return found;
}

/** log(x − least + 1 % of the range): defined for every value, also below 0. */
function logarithm(column: Column, base = column): Column {
  const found = extremes(base);
  if (found === null || found.least === found.most) return column;
  const { least, most } = found;
  return column.map((value) => ln(value - least + 0.01 * (most - least)));
}

/** Box and Cox's power transformation of x − least + 1. */
function boxCox(column: Column, lambda: number, base = column): Column {
  const least = extremes(base)?.least ?? 0;
  return column.map((value) => {
    const positive = value - least + 1;
    return lambda === 0 ? ln(positive) : (power(positive, lambda) - 1) / lambda;
  });
}
