import { describe, expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { levelOf, statementAreas, type StatementAnswers } from './statement-area.ts';
import { scopeOf } from './statement-scope.ts';
import { statementDocument, statementReview, type StatementInput } from './statement-document.ts';
import { approvalProblems, disclosureOf, emptyFacts, lastDay, missingIn } from './statement.ts';

const all = (least: number): StatementAnswers =>
  Object.fromEntries(
    statementAreas.flatMap(({ items }) =>
      items.filter(({ level }) => level <= least).map(({ code }) => [code, 'yes' as const]),
    ),
  );
const content = { yearEnd: '2025-03-31', facts: emptyFacts, texts: {}, answers: {} };
const [first] = statementAreas;
if (first === undefined) throw new Error('there are areas');

test('[SM-1] a level is reached only with everything below it', () => {
  expect(statementAreas.map((area) => levelOf(area, all(2)))).toEqual([2, 2, 2, 2, 2, 2]);
  const holed = { ...all(3), 'structure.1.1': 'no' as const };
  expect(levelOf(first, holed)).toBe(0);
  expect(levelOf(first, {})).toBe(0);
});

describe('[SM-2] what is missing', () => {
  test('is the next level’s items, the areas without a word and the open fields', () => {
    const missing = missingIn({ ...content, answers: all(1), texts: { structure: 'We buy.' } });
    expect(missing).toContainEqual({
      kind: 'not-found',
      area: 'structure',
      about: 'structure.2.1',
    });
    expect(missing.some(({ about }) => about === 'structure.3.1')).toBe(false);
    expect(missing).toContainEqual({ kind: 'nothing-written', area: 'policies', about: '' });
    expect(missing).toContainEqual({
      ...{ kind: 'found-without-text', area: 'policies', about: 'policies.1.1' },
    });
    expect(missing).toContainEqual({ kind: 'field', area: null, about: 'homeLink' });
  });

  test('a signature before the approval, and a late publication', () => {
    const approval = {
      ...emptyFacts.approval,
      ...{ approvedOn: '2025-06-02', signedOn: '2025-06-01', publishedOn: '2025-10-01' },
    };
    const kinds = missingIn({ ...content, facts: { ...emptyFacts, approval } }).map((m) => m.kind);
    expect(kinds).toContain('before-approval');
    expect(kinds).toContain('late');
  });

  test('six months after the year’s end, or the last day of that month', () => {
    expect(lastDay('2025-03-31')).toBe('2025-09-30');
    expect(lastDay('2025-08-31')).toBe('2026-02-28');
    expect(lastDay('2025-12-31')).toBe('2026-06-30');
  });
});

describe('[SM-3] section 54', () => {
  const facts = { kind: 'company', turnover: 36_000_000, inUk: true, supplies: true } as const;
  test('asks for a statement from £36 million on', () => {
    expect(scopeOf(facts).answer).toBe('in');
    expect(scopeOf({ ...facts, turnover: 35_999_999 }).answer).toBe('out');
  });
  test('leaves open what is not known, and says which condition that is', () => {
    expect(scopeOf({ ...facts, inUk: null }).answer).toBe('not-known');
    const council = scopeOf({ ...facts, kind: 'public-body' });
    expect(council.answer).toBe('not-known');
    expect(council.reasons[0]).toEqual({ reason: 'commercial', holds: null });
  });
});

test('[SM-4] without the board’s day and the signatory’s role nothing is approved', () => {
  expect(approvalProblems(emptyFacts).map(({ where }) => where?.path)).toEqual([
    ...['approvedOn', 'signedByRole'],
  ]);
  const approval = { ...emptyFacts.approval, approvedOn: '2025-06-01', signedByRole: 'Leader' };
  expect(approvalProblems({ ...emptyFacts, approval })).toEqual([]);
});

test('[SM-5] a disclosure is made, not made, or not looked at', () => {
  expect(disclosureOf(content)).toEqual({ made: 0, lookedAt: 2, all: 16 });
  const answers = { 'disclosure.chain': 'yes', 'disclosure.kpis': 'no' } as const;
  expect(disclosureOf({ ...content, answers })).toEqual({ made: 1, lookedAt: 4, all: 16 });
});

test('[SM-4] both documents hold what was typed and what is missing', () => {
  const input: StatementInput = {
    ...content,
    ...{ texts: { risk: 'We looked at cotton.' }, answers: all(1), approved: false },
    ...{ organisation: 'Mill Ltd', partnership: 'Ours', madeUp: false, today: '2025-06-01' },
    steps: [{ area: 'risk', what: 'Ask the union', ownerRole: '', dueOn: null, doneOn: null }],
    before: content,
  };
  const [statement, review] = [statementDocument(input), statementReview(input)];
  for (const each of [statement, review]) expect(Document.parse(each)).toEqual(each);
  expect(JSON.stringify(statement)).toContain('We looked at cotton.');
  expect(JSON.stringify(statement)).toContain('draft');
  expect(JSON.stringify(review)).toContain('Nothing is written about policies yet.');
  expect(review.sheet.rows.map((row) => row.length)).toEqual([25, 25]);
});
