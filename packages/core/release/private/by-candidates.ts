import type { Rho, Words } from '../../privacy/index.ts';
import { branchOf, root, thinned, type Branch } from './branch.ts';
import { candidatesOf } from './candidates.ts';
import { lowered, rounded } from './consistent.ts';
import { credible, type Drawn, type Listed } from './counts.ts';
import type { Ground, Step } from './every-cell.ts';
import { measuredCandidates } from './measure-candidates.ts';
import { part, type Paced } from './pace.ts';
import { levelled, shrunk } from './shrink.ts';
import { Values } from './values.ts';

/** Lengths that are counted by candidates, each as what is shown of it. */
export type ListedStep = { readonly listed: Listed; readonly drawn: Drawn };

/**
 * Counts lengths of which not every cell is measured: only combinations all of whose parts are shown. Whatever is shown is part
 * of nothing that is not. [RL-38]
 *
 * @param rhos Of each length, from that after the last step.
 * @param most How many combinations of a length are measured at most.
 */
export function* byCandidates(
  ground: Ground,
  steps: readonly Step[],
  rhos: readonly Rho[],
  most: number,
  words: Words,
): Paced<readonly ListedStep[]> {
  if (rhos.length === 0) return [];
  const values = new Values(ground.layout.widths);
  const branches: Branch[] = [root(ground.total)];
  for (const [at, { level }] of steps.entries()) {
    const branching = branchOf(ground.layout, level, branches.at(-1) ?? root(0), values);
    branches.push(
      yield* part(branching, (0.05 * at) / steps.length, (0.05 * (at + 1)) / steps.length),
    );
  }
  const found: ListedStep[] = [];
  for (const [at, rho] of rhos.entries()) {
    const step = longer(ground, branches, values, rho, most, words);
    const share = 0.95 / rhos.length;
    const { listed, drawn } = yield* part(step, 0.05 + at * share, 0.05 + (at + 1) * share);
    branches.push(listed.branch);
    found.push({ listed, drawn });
  }
  return found;
}

/** @param branches From nothing up to the last that is shown. */
function* longer(
  { records }: Ground,
  branches: readonly Branch[],
  values: Values,
  rho: Rho,
  most: number,
  words: Words,
): Paced<ListedStep> {
  const [before = root(0), shown = root(0)] = branches.slice(-2);
  const { branch, predicted } = yield* part(candidatesOf(before, shown, most), 0, 0.2);
  const way = [...branches.slice(1), branch];
  const measuring = measuredCandidates(way, records, values, rho, words);
  const { noisy, values: inFull } = yield* part(measuring, 0.2, 0.9);
  levelled(predicted, noisy.counts, noisy.deviation);
  const all = new Uint8Array(predicted.length).fill(1);
  const shrinking = shrunk(predicted, noisy.counts, all, noisy.deviation);
  const estimates = yield* part(shrinking, 0.9, 0.92);
  const counts = yield* part(wholeListed(branch, shown, values, estimates.counts), 0.92, 1);
  const { deviations } = estimates;
  const kept = Uint8Array.from(counts, (count, at) =>
    credible(count, doubt * (deviations[at] ?? 0)) ? 1 : 0,
  );
  const listed = {
    branch: thinned({ ...branch, counts }, kept),
    deviations: deviations.filter((_, at) => kept[at] === 1),
    values,
  };
  const { deviation } = noisy;
  const drawn = { length: branch.length, rho, values: inFull, deviation };
  return { listed, drawn: { ...drawn, candidates: predicted.length } };
}

/** Against other lengths: that all parts of a candidate are shown speaks for it. (P) */
const doubt = 0.7;

/**
 * Whole counts of candidates, so that the values of a column beside what is already there never come to more than that.
 * [RL-44]
 */
function* wholeListed(
  { length, values: all, parts }: Branch,
  shown: Branch,
  { columns }: Values,
  estimates: Float32Array,
): Paced<Int32Array> {
  const counts = yield* part(rounded(estimates), 0, 0.2);
  for (let place = 0; place < length; place += 1) {
    yield 0.2 + (0.8 * place) / length;
    const part = (at: number) => parts[at * length + place] ?? 0;
    const column = (at: number) => columns[all[at * length + place] ?? 0] ?? 0;
    const line = inOrder(counts.length, shown.counts.length, part);
    for (let from = 0, to = 0; from < line.length; from = to) {
      const [first, own] = [part(line[from] ?? 0), column(line[from] ?? 0)];
      const goesOn = (at: number) => part(at) === first && column(at) === own;
      while (to < line.length && goesOn(line[to] ?? 0)) to += 1;
      lowered(counts, line, from, to, shown.counts[first] ?? 0);
    }
  }
  return counts;
}

/** Places by a whole number that each has, in their own order where it is the same. */
function inOrder(many: number, keys: number, keyOf: (place: number) => number): Int32Array {
  const next = new Int32Array(keys + 1);
  for (let place = 0; place < many; place += 1)
    next[keyOf(place) + 1] = (next[keyOf(place) + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key += 1) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const order = new Int32Array(many);
  for (let place = 0; place < many; place += 1) {
    const key = keyOf(place);
    order[next[key] ?? 0] = place;
    next[key] = (next[key] ?? 0) + 1;
  }
  return order;
}
