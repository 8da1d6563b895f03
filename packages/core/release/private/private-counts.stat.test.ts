import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import { privateCounts } from './private-counts.ts';
import { madeRows, tableOf, truthOf } from './testing.ts';

test('[RL-49] bounds hold the true count in about 95 of 100 cases', () => {
  const values = [3, 6, 2, 8, 4, 5];
  const rows = madeRows(4000, values, 5);
  const table = tableOf(rows, values);
  const truth = truthOf(rows, 4);
  for (const epsilon of [0.5, 1, 4]) {
    const held = [0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const made = privateCounts(table, { epsilon, delta: 1e-6, length: 4 }, generator(seed).next);
      if (made?.ok !== true) throw new Error('refused');
      const counts = made.value;
      for (const length of [1, 2, 3, 4])
        counts.each(length, (columns, numbers, { low, high }) => {
          const names = numbers.map(
            (number, at) => counts.columns[columns[at] ?? 0]?.values[number - 1],
          );
          const key = names.map((name, at) => `${columns[at]}:${name?.slice(1)}`).join(' ');
          const count = truth.get(key) ?? 0;
          held[0] = (held[0] ?? 0) + Number(low <= count && count <= high);
          held[1] = (held[1] ?? 0) + 1;
        });
    }
    const [inside = 0, all = 1] = held;
    expect(inside / all).toBeGreaterThan(0.9);
  }
});
