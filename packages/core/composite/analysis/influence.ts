import { deviation, mean, type Column } from '../column.ts';
import type { IndexResult } from '../compute.ts';
import { pearson } from '../linear.ts';
import { topOf, type Structure } from '../meta.ts';
import { scoresOf } from './relation.ts';

/** What a node is meant to weigh in another, and what it does. */
export type Influence = {
  readonly code: string;
  /** The weights on its way up, multiplied: its share of the node as it was meant, 0 to 1. */
  readonly meant: number;
  /** Share of the node's variance that a straight line through it explains. */
  readonly linear: number | null;
  /** The same for a curve: the main effect, or correlation ratio. */
  readonly effect: number | null;
  /** Its effect as a share of all effects of its level: to be set beside what was meant. */
  readonly share: number | null;
};

/**
 * How much each indicator, or node of the level that is asked for, has to do with a node above it: what it was meant
 * to weigh, and how much of the node's variance goes along with it. They are not the same where indicators are
 * correlated or spread unlike each other. [CO-16]
 *
 * The effect is that of a local-linear regression with a Gaussian kernel, whose width is the one of five (¼ to 4
 * standard deviations of the indicator) that leaves the least error when each unit is left out in turn. Null for fewer
 * than ten units with both values, or without spread. O(n²) an indicator.
 *
 * Source: Paruolo, Saisana & Saltelli 2013, Ratings and rankings: voodoo or science?
 */
export function influences(
  result: IndexResult,
  structure: Structure,
  node: string = topOf(structure),
  level = 1,
): readonly Influence[] {
  const whole = scoresOf(result, node);
  const found = beneath(structure.children, node, level).map(({ code, way }) => {
    const column = scoresOf(result, code);
    const r = pearson(column, whole);
    const meant = way.reduce((share, each) => share * (result.weights.get(each) ?? 1), 1);
    return { code, meant, linear: r === null ? null : r ** 2, effect: mainEffect(column, whole) };
  });
  const total = found.reduce((sum, { effect }) => sum + (effect ?? 0), 0);
  return found.map((each) => ({
    ...each,
    share: each.effect === null || total === 0 ? null : each.effect / total,
  }));
}

type Beneath = { readonly code: string; readonly way: readonly string[] };

function beneath(
  children: Structure['children'],
  node: string,
  level: number,
  way: readonly string[] = [],
): readonly Beneath[] {
  return (children.get(node) ?? []).flatMap((child) => {
    const on = [...way, child.code];
    if (child.level === level) return [{ code: child.code, way: on }];
    return beneath(children, child.code, level, on);
  });
}

const widths = [0.25, 0.5, 1, 2, 4];
const leastUnits = 10;

/** Share of y's variance that a curve over x explains, 0 to 1. */
export function mainEffect(column: Column, whole: Column): number | null {
  const both = Array.from(column.keys()).filter(
    (at) => !Number.isNaN(column[at]) && !Number.isNaN(whole[at]),
  );
  const x = Float64Array.from(both, (at) => column[at] ?? 0);
  const y = Float64Array.from(both, (at) => whole[at] ?? 0);
  const spread = deviation(x);
  if (both.length < leastUnits || !(spread > 0) || !(deviation(y) > 0)) return null;
  const curves = widths.map((width) => curveOver(x, y, width * spread));
  const best = curves.reduce((one, other) => (other.error < one.error ? other : one));
  const middle = mean(best.fitted);
  const explained = best.fitted.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const about = mean(y);
  const all = y.reduce((sum, value) => sum + (value - about) ** 2, 0);
  return Math.min(1, explained / all);
}

type Curve = { readonly fitted: Column; readonly error: number };

/** A line at each point, near points weighing more, and the mean squared error when the point itself is left out. */
function curveOver(x: Column, y: Column, width: number): Curve {
  const fitted = new Float64Array(x.length);
  let error = 0;
  for (const [at, from] of x.entries()) {
    let [s0, s1, s2, t0, t1] = [0, 0, 0, 0, 0];
    for (const [other, value] of x.entries()) {
      const far = value - from;
      const weight = Math.exp(-0.5 * (far / width) ** 2);
      const beside = y[other] ?? 0;
      s0 += weight;
      s1 += weight * far;
      s2 += weight * far * far;
      t0 += weight * beside;
      t1 += weight * far * beside;
    }
    const under = s0 * s2 - s1 * s1;
    const isPoint = !(under > 1e-12 * s0 * s2);
    fitted[at] = isPoint ? t0 / s0 : (s2 * t0 - s1 * t1) / under;
    const own = isPoint ? 1 / s0 : s2 / under;
    error += own >= 1 ? Infinity : (((y[at] ?? 0) - (fitted[at] ?? 0)) / (1 - own)) ** 2;
  }
  return { fitted, error: error / x.length };
}
