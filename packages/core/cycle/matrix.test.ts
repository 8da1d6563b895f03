import { expect, test } from 'vitest';
import { dueNext } from './due.ts';
import { matrixOf } from './matrix.ts';
import { Output, outputsOf, type OutputFacts } from './outputs.ts';

test('[CY-16] every cell is there, the empty ones with noughts; what lacks a mark is apart', () => {
  const housing = { pathway: 'recovery', fourP: 'protect' } as const;
  const raid = { pathway: 'discovery', fourP: 'pursue' } as const;
  const { cells, untagged } = matrixOf({
    actions: [housing, housing, raid],
    gaps: [housing, { pathway: 'recovery', fourP: null }],
    assets: [
      { pathway: null, fourP: null },
      { pathway: null, fourP: 'prepare' },
    ],
  });
  expect(cells).toHaveLength(20);
  const filled = cells.filter((cell) => cell.actions + cell.gaps + cell.assets > 0);
  expect(filled).toEqual([
    { ...raid, actions: 1, gaps: 0, assets: 0 },
    { ...housing, actions: 2, gaps: 1, assets: 0 },
  ]);
  expect(untagged).toEqual({ actions: 0, gaps: 1, assets: 2 });
});

const facts: OutputFacts = {
  ...{ reviewsValidated: 1, reviewsPublished: 0, gaps: 4, dataGaps: 1, assets: 9 },
  ...{ risks: 0, survivorInput: 2, priorities: 3, actions: 0 },
};
const found = (given: OutputFacts, notes: readonly (readonly [Output, string])[] = []) =>
  new Map(outputsOf(given, new Map(notes)).map((each) => [each.output, each]));

test('[CY-8] what a review gives Diagnose waits until one of the round is published', () => {
  const waiting = found(facts);
  for (const output of ['profile', 'gaps', 'assets', 'data-gaps'] as const)
    expect(waiting.get(output)).toMatchObject({ count: null, there: false, waits: true });
  const published = found({ ...facts, reviewsPublished: 1 });
  expect(
    ['profile', 'gaps', 'assets', 'data-gaps'].map(
      (each) => published.get(Output.parse(each))?.count,
    ),
  ).toEqual([1, 4, 9, 1]);
});

test('[CY-8] other outputs are counted at once; a nought is not yet there; a note makes one be there', () => {
  const now = found(facts, [['innovations', 'A night desk in two pharmacies.']]);
  expect(now.get('validated-findings')).toMatchObject({ count: 1, there: true, waits: false });
  expect(now.get('actions')).toMatchObject({ count: 0, there: false });
  expect(now.get('innovations')).toMatchObject({ count: null, there: true, stage: 'change' });
  expect(now.get('evaluation')).toMatchObject({ count: null, there: false });
});

test('[CY-17] overdue first, then by day, then what has none; beyond 60 days can wait', () => {
  const thing = (id: string, dueOn: string | null) =>
    ({ id, title: id, kind: 'action', stage: null, dueOn }) as const;
  const due = dueNext('2026-03-02', [
    thing('no day', null),
    thing('today', '2026-03-02'),
    // 29 days of March after the 2nd, 30 of April and 1 of May are 60.
    thing('last of 60', '2026-05-01'),
    thing('61 days on', '2026-05-02'),
    thing('yesterday', '2026-03-01'),
  ]);
  expect(due.map(({ id, overdue }) => [id, overdue])).toEqual([
    ['yesterday', true],
    ['today', false],
    ['last of 60', false],
    ['no day', false],
  ]);
});
