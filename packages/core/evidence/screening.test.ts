import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow, kappa, standing, type Screened, type Standing } from './screening.ts';

function decided(...decisions: readonly Screened['decision'][]): readonly Screened[] {
  return decisions.map((decision, at) => ({
    ...{ source: 's1', stage: 'title-abstract', person: `p${at}`, decision, reason: '' },
  }));
}

test.each<[readonly Screened['decision'][], Standing]>([
  [[], 'waiting'],
  [['include'], 'half'],
  [['include', 'include'], 'included'],
  [['exclude', 'exclude'], 'excluded'],
  [['include', 'exclude'], 'conflict'],
  [['unsure', 'unsure'], 'conflict'],
  [['include', 'unsure'], 'conflict'],
])('[EV-10] %j stand as %s', (decisions, expected) => {
  expect(standing(decided(...decisions), null)).toBe(expected);
});

test('[EV-10] what a person settled stands over the conflict', () => {
  const settled = {
    source: 's1',
    stage: 'full-text',
    decision: 'exclude',
    reason: 'no outcome',
  } as const;
  expect(standing(decided('include', 'exclude'), settled)).toBe('excluded');
});

type Table = readonly (readonly [number, string, string])[];

/** Fifty grant proposals read by two people, a worked example of many textbooks: kappa is 0.40. */
const proposals: Table = [
  [20, 'yes', 'yes'],
  [5, 'yes', 'no'],
  [10, 'no', 'yes'],
  [15, 'no', 'no'],
];

function pairsOf(table: Table): readonly (readonly [string, string])[] {
  return table.flatMap(([n, one, other]) => Array.from({ length: n }, () => [one, other] as const));
}

test('[EV-11] the worked example has its kappa of 0.40', () => {
  expect(kappa(pairsOf(proposals))).toMatchObject({ n: 50, agreed: 35 });
  expect(kappa(pairsOf(proposals)).kappa).toBeCloseTo(0.4, 12);
});

test('[EV-11] the interval is that of the delta method, worked out apart by small steps', () => {
  const { kappa: value, low, high } = kappa(pairsOf(proposals));
  const of = (p: readonly number[]) => {
    const [yy = 0, yn = 0, ny = 0, nn = 0] = p;
    const chance = (yy + yn) * (yy + ny) + (ny + nn) * (yn + nn);
    return (yy + nn - chance) / (1 - chance);
  };
  const p = proposals.map(([n]) => n / 50);
  const step = 1e-6;
  const slopes = p.map(
    (_, at) =>
      (of(p.map((each, i) => (i === at ? each + step : each))) -
        of(p.map((each, i) => (i === at ? each - step : each)))) /
      (2 * step),
  );
  const mean = slopes.reduce((sum, slope, at) => sum + slope * (p[at] ?? 0), 0);
  const square = slopes.reduce((sum, slope, at) => sum + slope ** 2 * (p[at] ?? 0), 0);
  const error = Math.sqrt((square - mean ** 2) / 50);
  expect(low).toBeCloseTo((value ?? 0) - 1.959964 * error, 5);
  expect(high).toBeCloseTo((value ?? 0) + 1.959964 * error, 5);
});

test('[EV-11] there is none without decisions, or where both said one thing throughout', () => {
  expect(kappa([])).toMatchObject({ n: 0, kappa: null });
  expect(
    kappa([
      ['yes', 'yes'],
      ['yes', 'yes'],
    ]),
  ).toMatchObject({ n: 2, agreed: 2, kappa: null });
});

test('[EV-11] two who agree on everything have 1, and who swaps places changes nothing', () => {
  expect(
    kappa([
      ['yes', 'yes'],
      ['no', 'no'],
    ]).kappa,
  ).toBe(1);
  const said = fc.constantFrom('include', 'exclude', 'unsure');
  fc.assert(
    fc.property(fc.array(fc.tuple(said, said)), (pairs) => {
      const swapped = kappa(pairs.map(([one, other]) => [other, one]));
      const { kappa: value } = kappa(pairs);
      if (value === null) expect(swapped.kappa).toBeNull();
      else expect(swapped.kappa).toBeCloseTo(value, 12);
    }),
  );
});

test('[EV-12] the boxes of the flow add up', () => {
  const any = fc.constantFrom<Standing>('waiting', 'half', 'conflict', 'included', 'excluded');
  const each = fc.record({ titleAbstract: any, fullText: any, reason: fc.constantFrom('a', 'b') });
  fc.assert(
    fc.property(fc.array(each), fc.nat(50), fc.nat(50), (standings, duplicate, rejected) => {
      const got = flow({ new: standings.length, duplicate, rejected }, standings);
      expect(got.identified).toBe(got.duplicates + got.rejected + got.screened + got.awaiting);
      expect(got.screened).toBe(got.excluded + got.sought);
      expect(got.sought).toBe(got.fullTextExcluded + got.fullTextAwaiting + got.included);
      expect(got.reasons.reduce((sum, { n }) => sum + n, 0)).toBe(got.fullTextExcluded);
    }),
  );
});

test('[EV-12] reasons are counted, the commonest first', () => {
  const out = (reason: string) =>
    ({ titleAbstract: 'included', fullText: 'excluded', reason }) as const;
  const { reasons } = flow({ new: 3, duplicate: 0, rejected: 0 }, [out('b'), out('a'), out('b')]);
  expect(reasons).toEqual([
    { reason: 'b', n: 2 },
    { reason: 'a', n: 1 },
  ]);
});
