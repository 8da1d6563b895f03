import { expect, test } from 'vitest';
import { generator } from '../../numeric/index.ts';
import type { Attack } from './attack.ts';
import { alike } from './alike.ts';
import { attacksOn, type Attacks } from './attacks.ts';
import { inference } from './inference.ts';
import { isolatedAmong } from './isolation.ts';
import { linkability } from './linkability.ts';
import { Nearest } from './nearest.ts';
import { multivariate, univariate } from './predicate.ts';
import { singlingOut } from './singling-out.ts';
import { people, tableOf } from './testing.ts';

const chance = () => generator(1).next;
const all = { many: 9, from: 0 };

test('[RL-19] the nearest record differs in the fewest columns, and in an order by how far; blank is a value apart', () => {
  const sizes = [3, 5];
  const kinds = ['category', 'ordered'] as const;
  // From (1, 2): 0 + 3/4, 1 + 0, 0 + 1 (blank), 0 + 0.
  const among = tableOf(
    [
      [1, 5],
      [2, 2],
      [1, 0],
      [1, 2],
    ],
    { sizes, kinds },
  );
  const one = tableOf([[1, 2]], { sizes, kinds });
  expect(new Nearest(among).of(one, 0, [0, 1], all)).toEqual([3, 0, 1, 2]);
  expect(new Nearest(among).of(one, 0, [0], { many: 2, from: 2 })).toEqual([2, 3]);
});

test('[RL-18] a lone value of the release isolates whoever alone has it', () => {
  const sizes = [3];
  const released = tableOf([[1], [2], [2]], { sizes });
  expect(univariate(released)).toEqual([[{ column: 0, is: 'same', code: 1 }]]);
  const found = singlingOut(
    {
      released,
      originals: tableOf([[1], [2], [2], [2]], { sizes }),
      control: tableOf([[2], [2], [3], [3]], { sizes }),
    },
    { attacks: 10, columns: 1 },
    chance(),
  );
  expect(found.originals).toMatchObject({ hits: 1, n: 1 });
  expect(found.control).toMatchObject({ hits: 0, n: 1 });
});

test('[RL-18] an order has ends, and several columns are asked together in the direction away from the middle', () => {
  const table = tableOf(
    [
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 2],
    ],
    {
      sizes: [3, 2],
      kinds: ['ordered', 'category'],
    },
  );
  expect(univariate(table)).toContainEqual([{ column: 0, is: 'most', code: 1 }]);
  expect(univariate(table)).toContainEqual([{ column: 0, is: 'least', code: 3 }]);
  // Of four records with middle 2: "≤ 1 and 1" and "≥ 3 and 2" are of one; "≤ 2 and 1" is of two, "≤ 2 and 2" of one.
  const found = multivariate(table, { many: 2, wanted: 9, tries: 100 }, chance());
  const texts = found.map((each) => each.map(({ is, code }) => `${is} ${code}`).join(', '));
  expect(texts.sort()).toEqual(['least 3, same 2', 'most 1, same 1', 'most 2, same 2']);
});

test('[RL-18] where no released record stands alone there is no attack', () => {
  const twice = tableOf([[1], [1]], { sizes: [1] });
  const { originals, risk, weak } = singlingOut(
    { released: twice, originals: twice, control: twice },
    { attacks: 10, columns: 1 },
    chance(),
  );
  expect({ originals, risk, weak }).toEqual({ originals: null, risk: null, weak: true });
});

test('[RL-18] the smallest control is reckoned without losing digits', () => {
  // For a small share w: n·w·(1 − w)ⁿ⁻¹ is w in one record and 2w in two, so ten of twenty become twenty.
  const matches = [...new Array<number>(10).fill(1), ...new Array<number>(10).fill(0)];
  expect(isolatedAmong(2, { matches, measured: 1 })).toBeCloseTo(20, 5);
});

test('[RL-18] how often a small control is isolated is reckoned to the number of originals', () => {
  // Shares of people evenly under 1 in 500; what 400 show should foretell the expectation among 4,000.
  const shares = Array.from({ length: 2000 }, (_, at) => (at + 0.5) / 2000 / 500);
  const { below } = generator(5);
  const matches = shares.map(
    (share) => Array.from({ length: 400 }, () => below(1e6) < share * 1e6).filter(Boolean).length,
  );
  const expected = shares.reduce((sum, w) => sum + 4000 * w * (1 - w) ** 3999, 0);
  const reckoned = isolatedAmong(4000, { matches, measured: 400 });
  expect(reckoned / expected).toBeGreaterThan(0.8);
  expect(reckoned / expected).toBeLessThan(1.25);
  // Among 400 it is far more often: a comparison without the reckoning would be off by as much.
  expect(matches.filter((count) => count === 1).length / expected).toBeGreaterThan(1.5);
  expect(isolatedAmong(400, { matches, measured: 400 })).toBe(
    matches.filter((count) => count === 1).length,
  );
});

test('[RL-19] two files are linked where one released record is nearest to both halves', () => {
  const sizes = [2, 2];
  const released = tableOf(
    [
      [1, 1],
      [2, 2],
    ],
    { sizes },
  );
  const link = (row: readonly number[]) =>
    linkability(
      { released, originals: tableOf([row], { sizes }), control: null },
      { attacks: 1, sides: [[0], [1]] },
      chance(),
    ).originals?.hits;
  expect(link([1, 1])).toBe(1);
  expect(link([1, 2])).toBe(0);
});

test('[RL-20] a secret is taken from the nearest record; where nothing is recorded nobody is attacked', () => {
  const sizes = [2, 3];
  const released = tableOf(
    [
      [1, 1],
      [2, 2],
    ],
    { sizes },
  );
  const originals = tableOf(
    [
      [1, 1],
      [2, 3],
      [1, 0],
    ],
    { sizes },
  );
  const found = inference(
    { released, originals, control: null },
    { attacks: 9, secret: 1 },
    chance(),
  );
  expect(found.originals).toMatchObject({ hits: 1, n: 2 });
});

const asked = { attacks: 300, length: 3, secrets: [0, 5] };
const [originals, control, fresh] = [people(600, 1), people(600, 2), people(600, 3)];

function each(found: Attacks | null): readonly Attack[] {
  if (found === null) throw new Error('stopped');
  return [...found.singlingOut, found.linkability, ...found.inference];
}

test('[RL-17] a release that copies the originals is found out by every attack', () => {
  const found = attacksOn({ released: originals, originals, control }, asked, chance());
  const [alone, ...others] = each(found);
  // Twenty values among 600: none stands alone.
  expect(alone?.originals).toBeNull();
  for (const { risk, weak } of others) {
    expect(risk?.low).toBeGreaterThan(0.2);
    expect(weak).toBe(false);
  }
});

test('[RL-17] a release of other people of the same kind is found to tell nothing of the originals', () => {
  const found = attacksOn({ released: fresh, originals, control }, asked, chance());
  for (const { risk } of each(found).slice(1)) expect(risk?.low).toBeLessThan(0.05);
  expect(each(found).filter(({ risk }) => (risk?.value ?? 0) > 0.15)).toEqual([]);
});

test('[RL-17] an attack can be stopped, and tables with other columns are not set beside each other', () => {
  expect(
    attacksOn({ released: fresh, originals, control }, asked, chance(), { stop: () => true }),
  ).toBeNull();
  const other = tableOf([[1]], { sizes: [1] });
  expect(alike([originals, other])).toMatchObject({
    problems: [{ code: 'columns-differ', details: { table: 1 } }],
  });
});

test('tables of their own codes get one code for a value, in the order of the first', () => {
  const one = tableOf([[2], [1]], { sizes: [2] });
  const [column] = one.columns;
  if (column === undefined) throw new Error('there is a column');
  const other = {
    ...one,
    columns: [{ ...column, values: ['v3', 'v1'], codes: Uint8Array.of(1, 2) }],
  };
  const found = alike([one, other]);
  expect(found.ok && found.value.map(({ columns }) => [...(columns[0]?.codes ?? [])])).toEqual([
    [2, 1],
    [3, 1],
  ]);
});
