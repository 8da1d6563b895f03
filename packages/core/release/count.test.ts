import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyCodes, records, type CodedTable } from '../table/index.ts';
import { choose, subsetAt } from './count/subsets.ts';
import { tasksOf, Walker } from './count/walker.ts';
import * as release from './index.ts';

const { counted, estimated, Gathering, inputOf, kernelFrom, kernelModule, merged } = release;
const { pairsIn, refusal, risk, sharedWork, twinKernel, work, writeCounts } = release;

function compiled(): release.Kernel {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  const module = new WebAssembly.Module(kernelModule());
  return kernelFrom(new WebAssembly.Instance(module, { env: { memory } }).exports, memory);
}
const kernel = compiled();
const twin = twinKernel();

type Rows = readonly (readonly number[])[];

function tableOf(sizes: readonly number[], rows: Rows): CodedTable {
  const columns = sizes.map((size, column) => {
    const codes = emptyCodes(rows.length, size);
    for (const [row, values] of rows.entries()) codes[row] = values[column] ?? 0;
    const values = Array.from({ length: size }, (_, at) => `v${at + 1}`);
    const name = `c${column}`;
    return { name, from: name, kind: 'category' as const, values, declared: false, codes };
  });
  return { rows: rows.length, columns, bySubject: false };
}

/** The independent oracle: every combination of every row, in a map of texts. */
function brute(rows: Rows, length: number, least = 1): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const held = row.flatMap((value, column) => (value > 0 ? [`${column}:${value}`] : []));
    const grow = (from: number, taken: readonly string[]): void => {
      if (taken.length > 0) found.set(taken.join(), (found.get(taken.join()) ?? 0) + 1);
      if (taken.length === length) return;
      for (let at = from; at < held.length; at += 1) grow(at + 1, [...taken, held[at] ?? '']);
    };
    grow(0, []);
  }
  return new Map([...found].filter(([, count]) => count >= least));
}

function listed(counts: release.Counts | null): Map<string, number> {
  const found = new Map<string, number>();
  for (let length = 1; length <= (counts?.length ?? 0); length += 1)
    counts?.each(length, (columns, values, count) => {
      found.set(columns.map((column, at) => `${column}:${values[at]}`).join(), count);
    });
  return found;
}

/** Few and many values, hardly filled and full columns, so that every way of counting is met. */
const tables = fc
  .array(fc.tuple(fc.constantFrom(1, 1, 2, 3, 9, 300, 70_000), fc.constantFrom(0, 0.3, 0.9)), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((shape) =>
    fc.record({
      sizes: fc.constant(shape.map(([size]) => size)),
      rows: fc.array(
        fc.tuple(
          ...shape.map(([size, absent]) =>
            fc
              .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: size }))
              .map(([chance, value]) => (chance < absent ? 0 : value)),
          ),
        ),
        { maxLength: 60 },
      ),
    }),
  );

describe('counting', () => {
  test('[RL-1] [RL-2] both kernels count what a brute force counts', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 4 }), ({ sizes, rows }, length) => {
        const input = inputOf(tableOf(sizes, rows));
        const expected = brute(rows, length);
        const found = listed(counted(input, { length, least: 1 }, kernel));
        expect(found).toEqual(expected);
        expect(listed(counted(input, { length, least: 1 }, twin))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('[RL-2] columns of flags over many rows, where bitsets are the way', () => {
    const rows = Array.from({ length: 5000 }, (_, row) =>
      [3, 5, 7, 11, 13].map((prime, at) =>
        at < 2 ? (row % prime === 0 ? 2 : 1) : Number(row % prime === 0),
      ),
    );
    const input = inputOf(tableOf([2, 2, 1, 1, 1], rows));
    expect(listed(counted(input, { length: 4, least: 1 }, kernel))).toEqual(brute(rows, 4));
    expect(listed(counted(input, { length: 4, least: 20 }, kernel))).toEqual(brute(rows, 4, 20));
  });

  test('[RL-3] a least count leaves out what is rarer, and nothing else', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 6 }), ({ sizes, rows }, least) => {
        const input = inputOf(tableOf(sizes, rows));
        const found = listed(counted(input, { length: 3, least }, kernel));
        expect(found).toEqual(brute(rows, 3, least));
      }),
      { numRuns: 100 },
    );
  });

  test('[RL-4] whoever does the tasks, in whatever order, the bytes are the same', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(1, 2, 4),
        fc.infiniteStream(fc.nat(3)),
        ({ sizes, rows }, workers, who) => {
          const input = inputOf(tableOf(sizes, rows));
          const options = { length: Math.min(3, sizes.length), least: 1 };
          const walkers = Array.from(
            { length: workers },
            () => new Walker(input, options, twinKernel()),
          );
          const gathering = new Gathering(input, options);
          const order = Array.from({ length: gathering.tasks }, (_, task) => task).toReversed();
          for (const task of order) {
            const walker = walkers[who.next().value % workers];
            gathering.take(task, walker?.task(task) ?? []);
          }
          const singles = walkers[0]?.singles();
          if (singles === undefined) throw new TypeError('there is a worker');
          expect(bytesOf(gathering.counts(singles))).toEqual(
            bytesOf(counted(input, options, kernel)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test('[RL-4] workers pull tasks from shared memory until none is left', () => {
    const rows = Array.from({ length: 300 }, (_, row) => [1 + (row % 3), row % 2, row % 5, 1]);
    const input = inputOf(tableOf([3, 1, 4, 1], rows));
    const options = { length: 3, least: 1 };
    const job = sharedWork(input, options);
    const gathering = new Gathering(input, options);
    const take = ({ task, parts }: release.Done) => gathering.take(task, parts);
    const singles = work(job, twinKernel(), take);
    work(job, kernel, () => expect.unreachable('nothing was left'));
    expect(bytesOf(gathering.counts(singles))).toEqual(bytesOf(counted(input, options, kernel)));
    release.stop(job);
  });

  test('[RL-4] counts of two halves, merged, are those of the whole', () => {
    fc.assert(
      fc.property(tables, fc.nat(60), ({ sizes, rows }, cut) => {
        const count = (part: Rows) => {
          const made = counted(inputOf(tableOf(sizes, part)), { length: 3, least: 1 }, kernel);
          if (made === null) throw new TypeError('nobody stopped it');
          return made;
        };
        const both = merged(count(rows.slice(0, cut)), count(rows.slice(cut)));
        expect(bytesOf(both)).toEqual(bytesOf(count(rows)));
        expect(both.rows).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });

  test('a count is watched and stopped between tasks', () => {
    const input = inputOf(tableOf([2, 2, 2, 2], [[1, 2, 1, 2]]));
    const seen: (readonly number[])[] = [];
    const watch = { seen: (done: number, total: number) => void seen.push([done, total]) };
    counted(input, { length: 2, least: 1 }, kernel, watch);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((done) => [done, 6]));
    expect(counted(input, { length: 2, least: 1 }, kernel, { stop: () => true })).toBeNull();
    expect(tasksOf(64, 3)).toBe(2016);
  });

  test('a length outside 1 to 4 is a fault of ours', () => {
    expect(() => counted(inputOf(tableOf([1], [])), { length: 5, least: 1 }, kernel)).toThrow(
      RangeError,
    );
  });
});

describe('what others build on', () => {
  test('[RL-6] a row’s combinations, the next values and marginals are those of the count', () => {
    fc.assert(
      fc.property(tables, ({ sizes, rows }) => {
        const counts = counted(inputOf(tableOf(sizes, rows)), { length: 3, least: 1 }, kernel);
        if (counts === null) throw new TypeError('nobody stopped it');
        for (const row of rows.slice(0, 5)) {
          const own = brute([row], 3);
          let found = 0;
          for (let length = 1; length <= Math.min(3, sizes.length); length += 1)
            counts.within(row, length, (columns, values, count, entry) => {
              found += 1;
              expect(own.has(columns.map((column, at) => `${column}:${values[at]}`).join())).toBe(
                true,
              );
              expect(counts.count(columns, values)).toBe(count);
              expect(counts.find([...columns], [...values])).toBe(entry);
              expect(counts.countAt(length, entry)).toBe(count);
            });
          expect(found).toBe(own.size);
        }
        for (let column = 1; column < sizes.length; column += 1) {
          const next = new Map<number, number>();
          counts.next([0], [1], column, (value, count) => next.set(value, count));
          const marginal = new Map<number, number>();
          counts.marginal([0, column], (_, [first, value], count) => {
            if (first === 1) marginal.set(value ?? 0, count);
          });
          expect(next).toEqual(marginal);
          for (const [value, count] of next)
            expect(counts.count([0, column], [1, value])).toBe(count);
        }
      }),
      { numRuns: 40 },
    );
    const none = counted(inputOf(tableOf([2, 2], [[1, 1]])), { length: 2, least: 1 }, kernel);
    expect(none?.count([0, 1], [1, 2])).toBe(0);
    expect(none?.find([0, 1], [2, 1])).toBe(-1);
  });

  test('sets of columns are numbered in the order of their columns', () => {
    const all = Array.from({ length: choose(6, 3) }, (_, rank) => subsetAt(6, 3, rank));
    expect(all.slice(0, 5)).toEqual([
      [0, 1, 2],
      [0, 1, 3],
      [0, 1, 4],
      [0, 1, 5],
      [0, 2, 3],
    ]);
    expect(all.at(-1)).toEqual([3, 4, 5]);
    expect(new Set(all.map(String)).size).toBe(20);
  });

  test('[RL-8] rows, columns and values at risk, by a brute force', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 5 }), ({ sizes, rows }, k) => {
        const table = tableOf(sizes, rows);
        const all = brute(rows, 3);
        const inRare = rows.map((row) => {
          const own = [...brute([row], 3).keys()].filter((each) => (all.get(each) ?? 0) < k);
          return new Set(own.flatMap((each) => each.split(',')));
        });
        const found = risk(table, { k, length: 3 }, kernel);
        expect(found?.rareRows).toBe(inRare.filter(({ size }) => size > 0).length);
        const counts = [...all.entries()];
        expect(found?.lengths).toEqual(
          found?.lengths.map(({ length }) => {
            const own = counts.filter(([each]) => each.split(',').length === length);
            const [rare, unique] = [k, 2].map(
              (most) => own.filter(([, count]) => count < most).length,
            );
            return { length, combinations: own.length, rare, unique };
          }),
        );
        for (const [column, { values, rare, filled }] of (found?.columns ?? []).entries()) {
          expect(filled).toBe(rows.filter((row) => (row[column] ?? 0) > 0).length);
          const own = values.flatMap(({ rare: rows }, at) =>
            rows > 0 ? [[`${column}:${at + 1}`, rows]] : [],
          );
          const expected = new Map<string, number>();
          for (const cell of inRare
            .flatMap((cells) => [...cells])
            .filter((each) => each.startsWith(`${column}:`)))
            expected.set(cell, (expected.get(cell) ?? 0) + 1);
          expect(Object.fromEntries(own)).toEqual(Object.fromEntries(expected));
          expect(rare).toBe([...expected.values()].reduce((sum, each) => sum + each, 0));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('before a run', () => {
  const rows = Array.from({ length: 400 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => (row * (column + 3) + (row >> 3)) % (column + 2)),
  );
  const input = inputOf(
    tableOf(
      Array.from({ length: 12 }, (_, column) => column + 1),
      rows,
    ),
  );

  test('[RL-7] the estimate comes near, and is exact for single columns', () => {
    const of = { now: () => performance.now(), mostBytes: 2 ** 30 };
    const estimate = estimated(input, { length: 4, least: 1 }, kernel, of);
    const counts = counted(input, { length: 4, least: 1 }, kernel);
    expect(estimate.lengths.map(({ sets }) => sets)).toEqual([12, 66, 220, 495]);
    expect(estimate.lengths[0]?.combinations).toBe(counts?.size(1));
    for (const { length, combinations } of estimate.lengths)
      expect(combinations / (counts?.size(length) ?? 0)).toBeCloseTo(1, 0.3);
    expect(estimate.bytes).toBeGreaterThan(counts?.bytes ?? Infinity);
    expect(estimate.most).toBeGreaterThanOrEqual(estimate.combinations);
  });

  test('[RL-7] what does not fit is refused with the estimate', () => {
    const estimate = estimated(input, { length: 3, least: 1 }, kernel, {
      now: () => 0,
      mostBytes: 10,
    });
    expect(refusal(estimate, { bytes: 10, seconds: 3600 })).toMatchObject({
      code: 'count-too-large',
      details: { mostBytes: 10, bytes: Math.round(estimate.bytes) },
    });
    expect(refusal(estimate, { bytes: 2 ** 40, seconds: 3600 })).toBeNull();
  });
});

describe('as text', () => {
  const hard = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '=',
      '&',
      ' ',
      '\\',
      '"',
      ',',
      '\n',
      '\r',
      'é',
      '😀',
      '-',
      '+',
      'r',
      '$',
    ),
    minLength: 1,
    maxLength: 6,
  });
  const name = hard.map((text) => text.trim()).filter((text) => text !== '');
  const named = fc.uniqueArray(name, { minLength: 1, maxLength: 4 }).chain((names) =>
    fc.record({
      names: fc.constant(names),
      values: fc.tuple(...names.map(() => fc.uniqueArray(name, { minLength: 1, maxLength: 4 }))),
      rows: fc.array(fc.tuple(...names.map(() => fc.nat(1000))), { maxLength: 12 }),
    }),
  );

  test('[RL-5] sorted, and read back as it was whatever signs it holds', () => {
    fc.assert(
      fc.property(named, ({ names, values, rows }) => {
        const codes = rows.map((row) =>
          row.map((cell, at) => cell % ((values[at]?.length ?? 0) + 1)),
        );
        const bare = tableOf(
          values.map(({ length }) => length),
          codes,
        );
        const table = {
          ...bare,
          columns: bare.columns.map((column, at) => ({
            ...column,
            name: names[at] ?? '',
            values: values[at] ?? [],
          })),
        };
        const counts = counted(inputOf(table), { length: 3, least: 1 }, kernel);
        const read = records(textOf(counts, table), ',');
        expect(read.columns).toEqual(['length', 'combination', 'count']);
        expect(read.problems).toEqual([]);
        const lines = read.records.map(({ cells }) => ({
          length: Number(cells['length']),
          combination: (cells['combination'] ?? '').replace(/^'(?=[+-])/, ''),
          count: Number(cells['count']),
        }));
        const found = lines.map(({ combination, count }) => [pairsIn(combination), count]);
        const expected = [...listed(counts)].map(([key, count]) => [
          key.split(',').map((pair) => {
            const [column = 0, value = 0] = pair.split(':').map(Number);
            return [names[column], values[column]?.[value - 1]];
          }),
          count,
        ]);
        const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
        expect(found.toSorted(byText)).toEqual(expected.toSorted(byText));
        const keys = lines.map(({ length, combination }) =>
          Buffer.from(`${length}${combination} & `),
        );
        expect(keys.toSorted((a, b) => Buffer.compare(a, b))).toEqual(keys);
      }),
      { numRuns: 200 },
    );
  });

  test('a plain table, line by line', () => {
    const bare = tableOf(
      [2, 1],
      [
        [1, 1],
        [2, 1],
        [1, 0],
      ],
    );
    const [sex, debt] = bare.columns;
    if (sex === undefined || debt === undefined) throw new TypeError('there are two');
    const table = {
      ...bare,
      columns: [
        { ...sex, name: 'Sex', values: ['M', 'F'] },
        { ...debt, name: 'Debt', values: ['yes, "much"'] },
      ],
    };
    const counts = counted(inputOf(table), { length: 2, least: 1 }, kernel);
    expect(textOf(counts, table)).toBe(
      [
        'length,combination,count',
        '1,"Debt=yes, ""much""",2',
        '1,Sex=F,1',
        '1,Sex=M,2',
        '2,"Sex=F & Debt=yes, ""much""",1',
        '2,"Sex=M & Debt=yes, ""much""",1',
        '',
      ].join('\n'),
    );
  });
});

function textOf(counts: release.Counts | null, table: CodedTable): string {
  const pieces: Buffer[] = [];
  if (counts !== null)
    writeCounts(counts, table.columns, (bytes) => pieces.push(Buffer.from(bytes)));
  return Buffer.concat(pieces).toString('utf8');
}

/** Every byte that the counts consist of. */
function bytesOf(counts: release.Counts | null): readonly string[] {
  return Array.from({ length: counts?.length ?? 0 }, (_, at) =>
    (counts?.bytesOf(at + 1) ?? []).map((bytes) => Buffer.from(bytes).toString('hex')).join(),
  );
}
