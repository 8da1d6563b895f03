import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  riskBand,
  riskMatrix,
  riskReview,
  riskScore,
  standingRisks,
  type RiskFacts,
} from './risk.ts';

const risk = (change: Partial<RiskFacts> = {}): RiskFacts => ({
  ...{ id: 'r', title: 'One person holds it all', likelihood: 4, impact: 3 },
  ...{ status: 'open', reviewOn: '2026-03-02' },
  ...change,
});

const anyRisk = fc.record({
  id: fc.uuid(),
  title: fc.string(),
  likelihood: fc.integer({ min: 1, max: 5 }),
  impact: fc.integer({ min: 1, max: 5 }),
  status: fc.constantFrom('open', 'accepted', 'closed'),
  reviewOn: fc.constant(null),
});

describe('[RK-2] the score', () => {
  // By hand: 1 × 4 = 4, 5 × 1 = 5, 3 × 4 = 12, 5 × 5 = 25.
  test.each([
    [1, 4, 4, 'low'],
    [5, 1, 5, 'medium'],
    [3, 3, 9, 'medium'],
    [3, 4, 12, 'high'],
    [5, 5, 25, 'high'],
  ] as const)('%d × %d = %d is %s', (likelihood, impact, score, band) => {
    expect(riskScore({ likelihood, impact })).toBe(score);
    expect(riskBand(score)).toBe(band);
  });
});

test('[RK-3] a review is overdue the day after, and never for what is closed', () => {
  expect(riskReview(risk(), '2026-03-02')).toBe('to-come');
  expect(riskReview(risk(), '2026-03-03')).toBe('overdue');
  expect(riskReview(risk({ reviewOn: null }), '2026-03-03')).toBe('no-day');
  expect(riskReview(risk({ status: 'accepted' }), '2026-03-03')).toBe('overdue');
  expect(riskReview(risk({ status: 'closed' }), '2026-03-03')).toBe('none');
});

describe('[RK-4]', () => {
  test('the greatest score stands first; of equals the greater impact', () => {
    const risks = [
      risk({ id: 'low', likelihood: 1, impact: 1 }),
      risk({ id: 'often', likelihood: 4, impact: 3 }),
      risk({ id: 'grave', likelihood: 3, impact: 4 }),
      risk({ id: 'gone', likelihood: 5, impact: 5, status: 'closed' }),
    ];
    expect(standingRisks(risks).map(({ id }) => id)).toEqual(['grave', 'often', 'low']);
  });

  test('every risk that is not closed stands in exactly one cell, its own', () => {
    fc.assert(
      fc.property(fc.array(anyRisk), (risks) => {
        const cells = riskMatrix(risks).flat();
        expect(cells).toHaveLength(25);
        for (const cell of cells)
          for (const each of cell.risks)
            expect([each.likelihood, each.impact]).toEqual([cell.likelihood, cell.impact]);
        const placed = cells.flatMap((cell) => cell.risks);
        expect(placed.toSorted(byId)).toEqual(
          risks.filter(({ status }) => status !== 'closed').toSorted(byId),
        );
      }),
    );
  });

  test('severe stands at the top and almost certain at the right', () => {
    const rows = riskMatrix([]);
    expect(rows[0]?.[4]).toMatchObject({ likelihood: 5, impact: 5, score: 25, band: 'high' });
    expect(rows[4]?.[0]).toMatchObject({ likelihood: 1, impact: 1, score: 1, band: 'low' });
  });
});

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
