import { expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { Intervention } from './intervention.ts';
import { portfolioReview } from './review-report.ts';
import { shippedTypes } from './shipped.ts';

function work(id: string, more: Record<string, unknown>) {
  const given = { name: `Work ${id}`, type: 'helpline', pathways: ['LITERACY'], timing: ['early'] };
  return { id, ...Intervention.parse({ ...given, ...more }) };
}

const input = {
  today: '2026-03-02',
  partnership: { name: 'The partnership', madeUp: true },
  place: 'Harbourside',
  interventions: [
    work('a', { timing: ['treat'], budget: 800, lead: 'Haven', places: ['p'], gaps: ['g'] }),
    work('b', { timing: ['before'], budget: 200, type: 'outreach', reachTarget: 40 }),
    work('c', { pathways: ['DETER'], type: 'law-enforcement' }),
  ],
  list: shippedTypes,
  ...{ treatShare: 0.6, shareProposed: true, places: [{ id: 'p', name: 'Harbourside' }] },
  known: new Map([
    ['helpline', { confidence: 'low' as const, claim: 'c1', contexts: [], topics: [] }],
  ]),
  claims: new Map([['c1', { statement: 'Helplines help some' }]]),
  gaps: new Map([['g', 'Nobody answers at night']]),
  spelling: { keyOf: (name: string) => name.toLowerCase() },
};
const document = portfolioReview(input);
const text = JSON.stringify(document);

test('the review is a document like every other', () => {
  expect(Document.parse(document)).toEqual(document);
  for (const row of document.sheet.rows) expect(row).toHaveLength(document.sheet.columns.length);
});

test('[PV-3] it says that Treat outweighs, whose bound that is, and what would mend it', () => {
  expect(text).toContain('Treat takes 80% of known spend, above 60%, which Freehold proposes.');
  // By hand: 800 of 1,000 is 20 points above six tenths, so 200 would move; 800 is six tenths of 1,333.33, so 334 more.
  expect(text).toContain('£200 would go from treating harm');
  expect(text).toContain('£334 would be added to the other timings');
  const mended = JSON.stringify(
    portfolioReview({ ...input, treatShare: 0.8, shareProposed: false }),
  );
  expect(mended).toContain('not above 80%, which the partnership chose');
  expect(mended).not.toContain('would be added');
});

test('[PV-11] it says who the work hangs on, and in the annex what a funder asks', () => {
  expect(
    document.sections.find(({ title }) => title === 'Who it hangs on')?.blocks[1],
  ).toMatchObject({ rows: [['Haven', 'Helpline or digital reporting tool', '1']] });
  expect(text).toContain('Nobody answers at night');
  expect(text).toContain('mean to reach 40 people');
});

test('[PV-2] what is not known is named, never nought', () => {
  expect(text).toContain('£1,000 is known, of two interventions; 1 of 3 have no known budget.');
  expect(text).toContain('no claim in the register yet');
  const empty = JSON.stringify(portfolioReview({ ...input, interventions: [] }));
  expect(empty).toContain('No budget is known yet.');
  expect(empty).toContain('Without budgets nothing can be said of the balance.');
});
