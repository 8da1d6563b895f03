import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLevel, figures, placeGaps } from './figures.ts';
import { fundingFlow } from './funding-flow.ts';
import { Intervention } from './intervention.ts';
import { Timing } from './pathway.ts';
import { shippedTypes } from './shipped.ts';
import { agencies, falls, typeCover } from './type-cover.ts';

function work(id: string, more: Record<string, unknown> = {}) {
  const given = { name: id, type: 'helpline', pathways: ['LITERACY'], timing: ['early'] };
  return { id, ...Intervention.parse({ ...given, ...more }) };
}

test('ideas and what has ended do not count, and another currency has no known budget', () => {
  const found = figures([
    work('a', { budget: 100, reachActual: 10 }),
    work('b', { budget: 200 }),
    work('c', { budget: 999, currency: 'EUR' }),
    work('d', { budget: 5000, status: 'ended' }),
    work('e', { budget: 5000, status: 'idea' }),
  ]);
  expect(found).toMatchObject({
    ...{ n: 3, spend: 300, withBudget: 2, currency: 'GBP', otherCurrencies: 1 },
    ...{ reach: 10, withReach: 1, reachTarget: null },
  });
});

test('[PV-2] all levels together hold what the levels hold', () => {
  const { cells } = figures([
    work('a', { level: 'individual', budget: 40 }),
    work('b', { level: 'community', budget: 60 }),
  ]);
  const early = (level: string | null) => atLevel(cells, level)[1]?.[1];
  expect(early(null)).toMatchObject({ pathway: 'LITERACY', count: 2, spend: 100, reach: null });
  expect(early('community')).toMatchObject({ count: 1, spend: 60 });
});

test('[PV-9] a place lacks what nothing there speaks to; what names no place is everywhere', () => {
  const all = [
    work('a', { places: ['p'], pathways: ['ACCESS', 'POWER'], timing: ['treat'] }),
    work('b'),
    work('c', { places: ['q'], pathways: ['DETER'], timing: ['before'], status: 'ended' }),
  ];
  expect(placeGaps(all, ['p', 'q'])).toEqual([
    { place: 'p', n: 2, pathways: ['DETER', 'PARTNER'], timings: ['before', 're-trafficking'] },
    {
      ...{ place: 'q', n: 1, pathways: ['ACCESS', 'POWER', 'DETER', 'PARTNER'] },
      timings: ['before', 'treat', 're-trafficking'],
    },
  ]);
});

describe('[PV-11] who covers which type', () => {
  const keyOf = (name: string) => name.toLowerCase();
  const all = [
    work('a', { lead: 'Haven', partners: ['Police'] }),
    work('b', { type: 'outreach', lead: 'HAVEN' }),
    work('c', { type: 'advocacy', lead: 'Law centre', status: 'ended' }),
  ];
  test('is whoever leads or takes part', () => {
    const cover = typeCover(shippedTypes.types, all, { keyOf });
    const of = (code: string) => cover.find(({ item }) => item.code === code);
    expect(of('helpline')).toMatchObject({ by: ['haven', 'police'], state: 'several' });
    expect(of('outreach')).toMatchObject({ by: ['haven'], state: 'one' });
    expect(of('advocacy')).toMatchObject({ by: [], state: 'none' });
    expect(agencies(all, { keyOf })).toEqual([
      { key: 'haven', name: 'Haven', n: 2 },
      { key: 'police', name: 'Police', n: 1 },
    ]);
  });
  test('and without them', () => {
    const gone = falls(shippedTypes.types, all, { keyOf }, 'haven');
    expect(gone.uncovered.map(({ code }) => code)).toEqual(['outreach']);
    expect(gone.onOne.map(({ item, by }) => [item.code, ...by])).toEqual([['helpline', 'police']]);
    expect(gone.leads).toEqual(['a', 'b']);
  });
});

describe('[PV-12] the money', () => {
  test('that leaves funders is what reaches the timings', () => {
    const any = fc.record({
      funder: fc.constantFrom('', 'Trust', 'Council'),
      budget: fc.option(fc.integer({ min: 0, max: 100_000 })),
      timing: fc.uniqueArray(fc.constantFrom(...Timing.options), { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (given) => {
        const { nodes, total } = fundingFlow(
          given.map((each, at) => work(`i${at}`, each)),
          'GBP',
        );
        for (const kind of ['funder', 'intervention', 'timing']) {
          const sum = nodes
            .filter((node) => node.kind === kind)
            .reduce((so, { amount }) => so + amount, 0);
          expect(sum).toBeCloseTo(total, 4);
        }
      }),
    );
  });
  test('that is not known is named', () => {
    const flow = fundingFlow([work('a', { budget: 10, funder: 'Trust' }), work('b')], 'GBP');
    expect(flow.unpriced).toEqual(['b']);
    expect(flow.flows).toEqual([
      { from: 'funder:Trust', to: 'intervention:a', amount: 10 },
      { from: 'intervention:a', to: 'timing:early', amount: 10 },
    ]);
  });
});
