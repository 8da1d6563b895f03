import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, keptLate } from './order.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const table = fc.constantFrom(...names);
const references = fc.array(fc.record({ child: table, parent: table }), { maxLength: 15 });

test('every table comes once, and each after those it names unless that is said to be kept late', () => {
  fc.assert(
    fc.property(references, (given) => {
      const order = inOrder(names, given);
      expect([...order].sort()).toEqual(names);
      const late = keptLate(order, given);
      for (const reference of given) {
        const isKept = order.indexOf(reference.parent) < order.indexOf(reference.child);
        expect(late.includes(reference)).toBe(!isKept);
      }
    }),
  );
});

test('without a circle nothing is kept late', () => {
  fc.assert(
    fc.property(references, (given) => {
      const downwards = given.filter(({ child, parent }) => child > parent);
      expect(keptLate(inOrder(names, downwards), downwards)).toEqual([]);
    }),
  );
});

test('a partnership and its home place name each other: the partnership goes first', () => {
  const given = [
    { child: 'partnership', parent: 'place' },
    { child: 'place', parent: 'partnership' },
    { child: 'place_parent', parent: 'partnership' },
    { child: 'place_parent', parent: 'place' },
  ];
  const order = inOrder(['place_parent', 'place', 'partnership'], given);
  expect(order).toEqual(['partnership', 'place', 'place_parent']);
  expect(keptLate(order, given)).toEqual([given[0]]);
});
