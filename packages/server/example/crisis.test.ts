import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Board } from '../crisis/shapes.ts';
import { firstPerson } from '../partnership/first.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { makeExample } from './example.ts';

let house: TestHouse;
let boards: readonly Board[];
beforeAll(async () => {
  house = await testHouse();
  const partnership = await makeExample(house, await firstPerson(house));
  const cookie = await house.signIn(partnership);
  const call = async (rest: string): Promise<unknown> =>
    (await house.call(`/api/partnerships/${partnership}${rest}`, { cookie })).json();
  const { crises } = z
    .object({ crises: z.array(z.object({ id: z.string() })) })
    .parse(await call('/crises'));
  boards = await Promise.all(
    crises.map(async ({ id }) => Board.parse(await call(`/crises/${id}`))),
  );
});
afterAll(() => house.close());

type Board = z.infer<typeof Board>;
const of = (state: string) => boards.find(({ crisis }) => crisis.state === state);

test('one crisis is over and reviewed, and its findings have begun to become claims', () => {
  const board = of('reviewed');
  const findings = board?.items.flatMap(({ content }) =>
    content.kind === 'finding' ? [content] : [],
  );
  expect(findings?.filter(({ claim }) => claim !== null)).toHaveLength(2);
  expect(new Set(findings?.map(({ helped }) => helped))).toContain('did-not');
});

test('concerns rose above what was usual, and of people seen again nothing can be told', () => {
  // 60 in 84 days: ten in fourteen days, and 52 were counted. Four in twelve weeks are too few to say anything.
  const answers = of('reviewed')?.changes.map(({ title, control }) => [title, control.answer]);
  expect(answers).toContainEqual(['Referral concerns', 'higher']);
  expect(answers).toContainEqual(['People seen again', 'cannot-tell']);
});

test('one plan waits for a crisis that has not come', () => {
  const board = of('prepared');
  expect(board?.changes).toEqual([]);
  expect(board?.items.filter(({ content }) => content.kind === 'contact')).toHaveLength(7);
  expect(board?.crisis.activatedAt).toBeNull();
});
