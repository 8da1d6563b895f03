import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Intervention } from './intervention.ts';
import { MechanismCode, Timing } from './pathway.ts';
import { balance, coverage, evenness, matrix, overlaps, whatIf, wholeSystem } from './portfolio.ts';

function intervention(more: Record<string, unknown> = {}): Intervention {
  return Intervention.parse({
    ...{ name: 'A thing', type: 'helpline', pathways: ['LITERACY'], timing: ['early'] },
    ...more,
  });
}

const any = fc
  .record({
    pathways: fc.uniqueArray(fc.constantFrom(...MechanismCode.options), { minLength: 1 }),
    timing: fc.uniqueArray(fc.constantFrom(...Timing.options), { minLength: 1 }),
    level: fc.constantFrom('', 'system', 'individual'),
    budget: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    reachActual: fc.option(fc.integer({ min: 0, max: 10_000 })),
  })
  .map(intervention);

test('[PV-2] the money of all cells is the money of all interventions', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (portfolio) => {
      const known = portfolio.flatMap(({ budget }) => (budget === null ? [] : [budget]));
      const cells = matrix(portfolio).reduce((sum, { spend }) => sum + (spend ?? 0), 0);
      expect(cells).toBeCloseTo(
        known.reduce((sum, each) => sum + each, 0),
        4,
      );
    }),
  );
});

test('[PV-2] every pathway meets every timing, and what is not there is nothing', () => {
  const cells = matrix([]);
  expect(cells).toHaveLength(20);
  expect(
    cells.every(({ count, spend, reach }) => count === 0 && spend === null && reach === null),
  ).toBe(true);
});

test('[PV-2] an unknown budget is not nothing', () => {
  const cells = matrix([intervention(), intervention({ budget: 300 })]);
  const here = cells.find((cell) => cell.pathway === 'LITERACY' && cell.timing === 'early');
  expect(here).toMatchObject({ count: 2, spend: 300, withBudget: 1 });
});

test('[PV-3] spend is shared over timings, and Treat is said to outweigh above six tenths', () => {
  // 700 on treat; 300 over before and early, 150 each.
  const portfolio = [
    intervention({ timing: ['treat'], budget: 700 }),
    intervention({ timing: ['before', 'early'], budget: 300 }),
    intervention({ timing: ['re-trafficking'] }),
  ];
  const found = balance(portfolio);
  expect(found).toMatchObject({ withBudget: 2, n: 3, treatOutweighs: true });
  expect(found.spend).toEqual({ before: 0.15, early: 0.15, treat: 0.7, 're-trafficking': 0 });
  expect(balance(portfolio, 0.7).treatOutweighs).toBe(false);
  // 0.1 + 0.2 of a whole of 0.3 + 0.7 is three tenths, and not more.
  const pennies = [
    ...[0.1, 0.2].map((budget) => intervention({ timing: ['treat'], budget })),
    intervention({ timing: ['before'], budget: 0.7 }),
  ];
  expect(balance(pennies, 0.3).treatOutweighs).toBe(false);
});

test('[PV-3] without any budget there is no balance of spend', () => {
  expect(balance([intervention()])).toMatchObject({ spend: null, treatOutweighs: false });
  expect(balance([])).toMatchObject({ spend: null, count: null });
});

test('[PV-2] coverage counts filled cells of twenty', () => {
  const wide = intervention({ pathways: ['ACCESS', 'POWER'], timing: ['before', 'treat'] });
  expect(coverage([wide, intervention()])).toEqual({ filled: 5, of: 20 });
});

test('[PV-4] all on one pathway is 0, the same on all is 1', () => {
  expect(evenness([])).toBeNull();
  expect(evenness([intervention(), intervention()])).toBe(0);
  expect(evenness([intervention({ pathways: MechanismCode.options })])).toBeCloseTo(1, 12);
  // Two of four on one pathway, one each on two others: H = 1.5 ln 2, by hand.
  const uneven = ['ACCESS', 'ACCESS', 'POWER', 'DETER'].map((path) =>
    intervention({ pathways: [path] }),
  );
  expect(evenness(uneven)).toBeCloseTo((1.5 * Math.LN2) / Math.log(5), 12);
});

test('[PV-5] one type, one place, the same people overlap', () => {
  const one = intervention({ name: 'One', places: ['p1', 'p2'], people: 'Farm workers' });
  const two = intervention({ name: 'Two', places: ['p2'], people: 'farm workers ' });
  const three = intervention({ name: 'Three', places: ['p2'], people: 'Students' });
  expect(overlaps([one, two, three]).map((group) => group.map(({ name }) => name))).toEqual([
    ['One', 'Two'],
  ]);
});

test('[PV-6] layers and Cs that nothing speaks to are there as 0', () => {
  const { layers, sixCs } = wholeSystem([intervention({ layer: 'national', sixCs: ['coherent'] })]);
  expect(layers).toEqual({
    national: 1,
    'regional-local': 0,
    'service-design': 0,
    'service-delivery': 0,
  });
  expect(sixCs).toMatchObject({ coherent: 1, compliant: 0 });
});

test('[PV-7] a what-if mends the balance and changes nothing kept', () => {
  const kept = [
    { id: 'a', ...intervention({ timing: ['treat'], budget: 900 }) },
    { id: 'b', ...intervention({ timing: ['before'], budget: 100 }) },
  ];
  const add = [intervention({ timing: ['before'], budget: 900 })];
  expect(balance(kept).treatOutweighs).toBe(true);
  expect(balance(whatIf(kept, { stop: [], add })).treatOutweighs).toBe(false);
  expect(balance(whatIf(kept, { stop: ['a'], add: [] })).spend?.before).toBe(1);
  expect(kept).toHaveLength(2);
});

test('an intervention states a pathway and a timing, and ends no earlier than it starts', () => {
  const given = { name: 'A', type: 'helpline', pathways: [], timing: ['early'] };
  expect(Intervention.safeParse(given).success).toBe(false);
  expect(() => intervention({ startsOn: '2026-02-01', endsOn: '2026-01-01' })).toThrow(
    'ends-before-start',
  );
});
