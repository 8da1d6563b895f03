import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { oddMembers, oddPartnerships } from '../../core/directory/testing.ts';
import { jobsEnded } from '../job/run.ts';
import { dataRoom, type DataRoom } from '../testing/data-room.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { codes } from '../testing/stage.ts';

let house: TestHouse;
let room: DataRoom;
beforeAll(async () => {
  house = await testHouse();
  room = await dataRoom(house);
  const partnerships = await room.upload(oddPartnerships);
  const members = await room.upload(oddMembers);
  await room.send('/directory/import', { partnerships, members });
  await jobsEnded(house.database);
});
afterAll(() => house.close());

const Items = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      text: z.string(),
      state: z.string(),
      listed: z.object({ id: z.string(), name: z.string() }).nullable(),
      suggestions: z.array(
        z.looseObject({
          organisation: z.string(),
          name: z.string(),
          score: z.number(),
          reason: z.string(),
        }),
      ),
    }),
  ),
});
const items = async () => Items.parse(await room.json('/directory/clean-up')).items;
const item = async (kind: string, text: string) => {
  const found = (await items()).find((each) => each.kind === kind && each.text === text);
  if (found === undefined) throw new Error(`no ${kind} ${text}`);
  return found;
};
const say = (id: string, what: 'settle' | 'refuse' | 'reopen', json: unknown = {}) =>
  room.send(`/directory/clean-up/${id}/${what}`, json);
const partnership = async (id: string) =>
  z
    .looseObject({
      listed: z.looseObject({
        name: z.string(),
        profile: z.looseObject({
          formerNames: z.array(z.string()),
          chair: z.looseObject({ category: z.string() }),
        }),
      }),
      members: z.array(z.looseObject({ name: z.string() })),
    })
    .parse(await room.json(`/directory/partnerships/${id}`));
const names = async (id: string) => (await partnership(id)).members.map(({ name }) => name);

test('an accepted suggestion makes a member, and is learnt for the next row', async () => {
  const misspelt = await item('member-suggested', 'Kent Conty Council');
  const [best] = misspelt.suggestions;
  await say(misspelt.id, 'settle', { what: 'organisation', organisation: best?.organisation });
  expect(await names(misspelt.listed?.id ?? '')).toContain('Kent County Council');
  expect((await item('member-suggested', 'Kent Conty Council')).state).toBe('settled');
  expect(await codes(await say(misspelt.id, 'settle', { what: 'keep' }))).toEqual([
    'settled-already',
  ]);

  const partnerships = await room.upload(oddPartnerships);
  const members = await room.upload(
    `${oddMembers}\r\n5,Valley Board,Regional,Rotates,Independent,Kent Conty Council`,
  );
  await room.send('/directory/import', { partnerships, members });
  await jobsEnded(house.database);
  const all = z
    .object({ partnerships: z.array(z.looseObject({ id: z.string(), name: z.string() })) })
    .parse(await room.json('/directory/partnerships')).partnerships;
  const valley = all.find(({ name }) => name === 'Valley Board');
  expect(await names(valley?.id ?? '')).toEqual(['Kent County Council']);
});

test('reopening takes back what the decision brought about', async () => {
  const misspelt = await item('member-suggested', 'Kent Conty Council');
  await say(misspelt.id, 'reopen');
  expect(await names(misspelt.listed?.id ?? '')).not.toContain('Kent County Council');
  expect((await item('member-suggested', 'Kent Conty Council')).suggestions[0]?.reason).toBe(
    'spelling',
  );
});

test('a refused suggestion does not come again', async () => {
  const misspelt = await item('member-suggested', 'Kent Conty Council');
  const organisation = misspelt.suggestions[0]?.organisation ?? '';
  await say(misspelt.id, 'refuse', { organisation });
  expect((await item('member-suggested', 'Kent Conty Council')).suggestions).toEqual([]);
});

test('a body that only Freehold knows so far is listed when it is accepted', async () => {
  const police = await item('member-category', 'Police');
  const [force] = police.suggestions;
  expect(force?.organisation).toBe('police-surrey');
  await say(police.id, 'settle', { what: 'organisation', organisation: 'police-surrey' });
  expect(await names(police.listed?.id ?? '')).toContain('Surrey Police');
});

test('a new organisation is made of what nobody knows', async () => {
  const counted = await item('member-suggested', 'GMP DCs');
  await say(counted.id, 'settle', {
    what: 'new-organisation',
    name: 'Detectives',
    sector: 'police',
  });
  expect(await names(counted.listed?.id ?? '')).toContain('Detectives');
});

test('names and answers go into the profile, and come out again', async () => {
  const open = await item('name-open', 'Not yet defined');
  const at = open.listed?.id ?? '';
  await say(open.id, 'settle', { what: 'name', name: 'Downs Partnership' });
  const chair = await item('answer-open', 'TBD');
  await say(chair.id, 'settle', { what: 'answer', question: 'chair', code: 'ngo' });
  expect((await partnership(at)).listed).toMatchObject({
    name: 'Downs Partnership',
    profile: { formerNames: [], chair: { category: 'ngo' } },
  });
  await say(chair.id, 'reopen');
  expect((await partnership(at)).listed.profile.chair.category).toBe('');
});

test('dismissing needs a reason, and what belongs to no partnership can only be dismissed', async () => {
  const lost = await item('id-missing', 'Nobody’s Group | kent | 1 | Local | POLICE | POLICE');
  expect((await say(lost.id, 'settle', { what: 'dismiss', reason: ' ' })).status).toBe(422);
  expect(await codes(await say(lost.id, 'settle', { what: 'name', name: 'X' }))).toEqual([
    'no-partnership',
  ]);
  await say(lost.id, 'settle', { what: 'dismiss', reason: 'A test row' });
  expect(await item('id-missing', lost.text)).toMatchObject({
    state: 'dismissed',
    reason: 'A test row',
  });
});

test('only who edits decides', async () => {
  const cookie = await house.signIn(room.partnership, 'member');
  const [first] = await items();
  for (const what of ['settle', 'refuse', 'reopen']) {
    const json = what === 'settle' ? { what: 'keep' } : { organisation: 'x' };
    const path = `${room.path}/directory/clean-up/${first?.id}/${what}`;
    expect((await house.call(path, { cookie, json })).status).toBe(403);
  }
});
