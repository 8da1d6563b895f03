import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOverdue, proposedRag, TargetAnswer } from '@freehold/core/action';
import { actionsOf } from '../action/store.ts';
import { targetsOf } from '../action/targets.ts';
import { shownAction } from '../action/shown.ts';
import { within } from '../database/within.ts';
import { firstPerson } from '../partnership/first.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { makeExample } from './example.ts';

// The house's clock stands at 2 March 2026.
const today = '2026-03-02';

let house: TestHouse;
let actions: Awaited<ReturnType<typeof actionsOf>>;
let targets: Awaited<ReturnType<typeof targetsOf>>;
beforeAll(async () => {
  house = await testHouse();
  const person = await firstPerson(house);
  const partnership = (await makeExample(house, person)) ?? '';
  await within(house.database, { person, partnership, rater: null }, async (tx) => {
    const { home_place_id: place } = await tx
      .selectFrom('partnership')
      .select('home_place_id')
      .executeTakeFirstOrThrow();
    actions = await actionsOf(tx, place ?? '');
    targets = await targetsOf(tx, place ?? '', { role: 'member', today });
  });
});
afterAll(() => house.close());

test('the example’s actions are in every state, for every reason, over two rounds', () => {
  expect(new Set(actions.map(({ status }) => status)).size).toBe(4);
  expect(new Set(actions.map(({ roundNumber }) => roundNumber))).toEqual(new Set([1, 2]));
  const reasons = actions.flatMap((action) => proposedRag(action, today).because);
  expect(new Set(reasons.map(({ code }) => code))).toEqual(
    new Set([
      ...['overdue', 'blocked', 'late-start', 'due-soon', 'no-progress'],
      ...['no-owner', 'no-resource', 'no-due-day'],
    ]),
  );
  const shown = actions.map((action) => shownAction(action, { today, mayEdit: false }));
  expect(new Set(shown.map(({ rag }) => rag.stands))).toEqual(
    new Set(['red', 'amber', 'green', null]),
  );
  expect(shown.some(({ rag }) => rag.decided !== null && !rag.lookAgain)).toBe(true);
  expect(shown.filter(({ rag }) => rag.lookAgain)).toHaveLength(1);
  expect(actions.filter((action) => isOverdue(action, today))).toHaveLength(2);
  expect(actions.every(({ gaps }) => gaps.length > 0)).toBe(true);
});

test('the example’s targets stand in each way that a target can', () => {
  const answers = targets.map(({ standing }) => standing.answer);
  expect(answers.toSorted()).toEqual(TargetAnswer.options.toSorted());
  expect(targets.find(({ values }) => values.detection)?.standing.because).toBe(
    'definition-changed',
  );
});
