import { newBranch, type Branch } from './branch.ts';
import { part, type Paced } from './pace.ts';

/** Combinations that may be measured, and what is expected of each by what it is made of. */
export type Candidates = { readonly branch: Branch; readonly predicted: Float32Array };

/**
 * The combinations one value longer than those that are shown, of which all parts are shown; where there are more than
 * `most`, those of which most is expected. It sees noisy counts only. [RL-38]
 *
 * What is expected: were any two of its values unrelated but for what the others say of both, the count would be that of the
 * two parts that lack one of them, multiplied, by that of the part that lacks both. Of all two values, the geometric mean.
 *
 * @param shown Of the length before last, and of the last.
 */
export function* candidatesOf(before: Branch, shown: Branch, most: number): Paced<Candidates> {
  const expectation = new Expectation(before, shown);
  const many = new Float64Array(classes);
  const looking = extended(shown, (parts) => {
    const size = sizeOf(expectation.of(parts));
    many[size] = (many[size] ?? 0) + 1;
  });
  yield* part(looking, 0, 0.5);
  const least = leastClass(many, most);
  const chosen = many.subarray(least).reduce((sum, each) => sum + each, 0);
  const length = shown.length + 1;
  const branch = newBranch(length, chosen, shown.counts.length);
  const predicted = new Float32Array(chosen);
  let next = 0;
  const taking = extended(shown, (parts, from) => {
    const expected = expectation.of(parts);
    if (sizeOf(expected) < least) return;
    // Those that go on from one combination come one after the other.
    branch.first[from + 1] = next + 1;
    branch.parts.set(parts, next * length);
    for (let at = 0; at < shown.length; at += 1)
      branch.values[next * length + at] = shown.values[from * shown.length + at] ?? 0;
    branch.values[next * length + length - 1] =
      shown.values[((parts[0] ?? 0) + 1) * shown.length - 1] ?? 0;
    predicted[next] = expected;
    next += 1;
  });
  yield* part(taking, 0.5, 1);
  for (let from = 1; from < branch.first.length; from += 1)
    branch.first[from] = Math.max(branch.first[from] ?? 0, branch.first[from - 1] ?? 0);
  return { branch, predicted };
}

/** Classes of expected counts: eight to each doubling, from nothing up. */
const classes = 256;

function sizeOf(expected: number): number {
  return Math.min(classes - 1, Math.floor(8 * Math.log2(1 + expected)));
}

/** The least class to be taken so that there are no more than `most`; all of a class or none. */
function leastClass(many: Float64Array, most: number): number {
  let sum = 0;
  for (let size = classes - 1; size >= 0; size -= 1) {
    sum += many[size] ?? 0;
    if (sum > most) return size + 1;
  }
  return 0;
}

/**
 * Goes through all combinations one value longer than those shown whose parts are all shown: they go on from each part alike.
 * `parts` are the places without the first value, the second …, of the last also `from`; it is written over.
 */
function* extended(
  { length, values, parts, counts, first }: Branch,
  visit: (parts: Int32Array, from: number) => void,
): Paced<void> {
  const found = new Int32Array(length + 1);
  const [at, end] = [new Int32Array(length), new Int32Array(length)];
  const last = (place: number) => values[(place + 1) * length - 1] ?? 0;
  for (let from = 0; from < counts.length; from += 1) {
    if (from % 1024 === 0) yield from / counts.length;
    found[length] = from;
    for (let part = 0; part < length; part += 1) {
      const without = parts[from * length + part] ?? 0;
      at[part] = first[without] ?? 0;
      end[part] = first[without + 1] ?? 0;
    }
    // Each list rises: whichever is behind goes on to the value that others have reached, until all have the same.
    let value = last(from) + 1;
    for (let part = 0, agreed = 0; ; part = (part + 1) % length) {
      let place = at[part] ?? 0;
      while (place < (end[part] ?? 0) && last(place) < value) place += 1;
      if (place === end[part]) break;
      at[part] = place;
      found[part] = place;
      agreed = last(place) > value ? 1 : agreed + 1;
      value = last(place);
      if (agreed < length) continue;
      visit(found, from);
      value += 1;
      agreed = 0;
    }
  }
}

/** What is expected of combinations by what they are made of. */
class Expectation {
  readonly #shown: Branch;
  readonly #logs: Float64Array;
  readonly #logsBefore: Float64Array;

  constructor(before: Branch, shown: Branch) {
    this.#shown = shown;
    this.#logs = Float64Array.from(shown.counts, Math.log);
    this.#logsBefore = Float64Array.from(before.counts, Math.log);
  }

  /** @param parts Places of those that lack the first value, the second … */
  of(parts: Int32Array): number {
    const { length, parts: shorter } = this.#shown;
    let [sum, least] = [0, Infinity];
    for (let one = 0; one <= length; one += 1) {
      const place = parts[one] ?? 0;
      const log = this.#logs[place] ?? 0;
      least = Math.min(least, log);
      sum += length * log;
      for (let other = one; other < length; other += 1)
        sum -= this.#logsBefore[shorter[place * length + other] ?? 0] ?? 0;
    }
    return Math.exp(Math.min(least, (2 * sum) / (length * (length + 1))));
  }
}
