import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { makeTable } from './made-table.ts';

// How near any records at all can come to the counts of 10,000 × 15 (k = 10, L = 3), if every value stands in them exactly as
// often as its protected total says, no combination that fewer than k rows hold occurs, and they are 2 % more than the rows
// at most. It proves a bound; it measures nothing.
//
// Let every combination c have a price y(c) from −1 to 1 and every value v one more, z(v); n(c) and t(v) are what is asked for,
// x(c) and x(v) what N records come to, x(v) = t(v). Then Σ|n − x| ≥ Σ y·(n − x) + Σ z·(t − x) = Σ y·n + Σ z·t − what all records
// are worth, and a record is worth at most the dearest one that may occur: so Σ|n − x| ≥ Σ y·n + Σ z·t − N·dearest, whatever
// the prices are. Those in `totals-bound.prices.br` are the best that a search found (in 1024ths, so that all is reckoned in
// whole numbers); the dearest record is found by going through every record that may occur. Nothing of the program is used.

const [k, part] = [10, 1024];
const shared = fileURLToPath(new URL('../../shared/bench/gen-data.mjs', import.meta.url));
const prices = fileURLToPath(new URL('totals-bound.prices.br', import.meta.url));

if (existsSync(shared)) bound();
else console.log('skipped: the prices are for the table of the shared generator');

function bound(): void {
  const folder = mkdtempSync(join(tmpdir(), 'freehold-bound-'));
  const file = join(folder, 'table.csv');
  makeTable(file, 10_000, 15);
  const table = told(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  const { asked, columnOf } = table;
  const bytes = brotliDecompressSync(readFileSync(prices));
  const price = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readInt32LE(4 * at));
  if (price.length !== asked.length + columnOf.length) throw new Error('prices of another table');
  const ofCombination = price.slice(0, asked.length);
  if (ofCombination.some((each) => Math.abs(each) > part)) throw new Error('a price is over 1');
  const ofValue = price.slice(asked.length);
  const worth = ofCombination.map((each, at) => each + (ofValue[at] ?? 0));
  const { records, dearest } = dearestOf(table, worth);
  const rest = ofValue.map((each, value) => each * protectedTotal(asked[value] ?? 0));
  const fixed = sum(ofCombination.map((each, at) => each * (asked[at] ?? 0))) + sum(rest);
  const errorOf = (many: number) => (fixed - many * dearest) / part / asked.length;
  console.log(
    JSON.stringify({
      ...{ bench: 'totals-bound', combinations: asked.length, recordsThatMayOccur: records },
      ...{ records: 10_200, errorAtLeast: errorOf(10_200), peerError: 15.3 },
      recordsNeededForPeerError: Math.ceil((fixed / part - 15.3 * asked.length) / (dearest / part)),
    }),
  );
}

type Table = {
  /** By value its column. Values are numbered column by column. */
  readonly columnOf: readonly number[];
  /** How many rows hold each combination that k or more hold: values, then pairs, then triples, in order of their values. */
  readonly asked: readonly number[];
  /** By combination, as text, which of these it is. */
  readonly at: ReadonlyMap<string, number>;
};

function told(text: string): Table {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/u);
  const cells = lines.map((line) => line.split(','));
  const values = head.split(',').flatMap((_, column) => {
    const counts = new Map<string, number>();
    for (const row of cells)
      counts.set(row[column] ?? '', (counts.get(row[column] ?? '') ?? 0) + 1);
    return [...counts]
      .filter(([value, count]) => value !== '' && value !== '0' && count >= k)
      .map(([value]) => ({ column, value }));
  });
  const numberOf = new Map(values.map(({ column, value }, at) => [`${column}:${value}`, at]));
  const counts: Map<string, number>[] = [new Map(), new Map(), new Map()];
  for (const row of cells) {
    const held = row.flatMap((value, column) => numberOf.get(`${column}:${value}`) ?? []);
    for (const combination of combinationsOf(held)) {
      const of = counts[combination.length - 1];
      of?.set(combination.join(), (of.get(combination.join()) ?? 0) + 1);
    }
  }
  const common = counts.flatMap((of) =>
    [...of]
      .filter(([, count]) => count >= k)
      .map(([of, count]) => ({ of: of.split(',').map(Number), count }))
      .toSorted((a, b) => inOrder(a.of, b.of)),
  );
  return {
    columnOf: values.map(({ column }) => column),
    asked: common.map(({ count }) => count),
    at: new Map(common.map(({ of }, at) => [of.join(), at])),
  };
}

/** All combinations of one to three. */
function combinationsOf(held: readonly number[]): readonly (readonly number[])[] {
  return held.flatMap((a, i) => [
    [a],
    ...held
      .slice(i + 1)
      .flatMap((b, j) => [[a, b], ...held.slice(i + j + 2).map((c) => [a, b, c])]),
  ]);
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** How many records may occur, and what the dearest is worth; the empty one is worth nothing. */
function dearestOf({ columnOf, at }: Table, worth: readonly number[]) {
  const many = columnOf.length;
  const [pairs, triples] = [new Int32Array(many ** 2).fill(-1), new Int32Array(many ** 3).fill(-1)];
  for (const [text, index] of at) {
    const [a = 0, b, c] = text.split(',').map(Number);
    if (b !== undefined && c === undefined) pairs[a * many + b] = index;
    if (b !== undefined && c !== undefined) triples[(a * many + b) * many + c] = index;
  }
  let [records, dearest] = [0, 0];
  const held: number[] = [];
  const go = (from: number, sumSoFar: number): void => {
    for (let value = from; value < many; value += 1) {
      const more = added(held, value);
      if (more === null) continue;
      records += 1;
      dearest = Math.max(dearest, sumSoFar + more);
      held.push(value);
      go(value + 1, sumSoFar + more);
      held.pop();
    }
  };
  // What a value brings in with those that are held; null where a combination would occur that must not.
  const added = (others: readonly number[], value: number): number | null => {
    let brought = worth[value] ?? 0;
    for (const [i, a] of others.entries()) {
      const pair = pairs[a * many + value] ?? -1;
      if (pair < 0) return null;
      brought += worth[pair] ?? 0;
      for (let j = 0; j < i; j += 1) {
        const triple = triples[((others[j] ?? 0) * many + a) * many + value] ?? -1;
        if (triple < 0) return null;
        brought += worth[triple] ?? 0;
      }
    }
    return brought;
  };
  go(0, 0);
  return { records, dearest };
}

function protectedTotal(count: number): number {
  return count - (count % k);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, each) => so + each, 0);
}
