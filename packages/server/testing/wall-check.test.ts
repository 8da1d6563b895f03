import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { leaked } from './caller.ts';
import { testHouse, type TestHouse } from './house.ts';
import { shownTo, unwalled } from './wall-check.ts';

// A test of a wall that cannot fail says nothing. Here walls are broken on purpose, in a house that is thrown away,
// and what `walls.test.ts` checks with has to see it.

let house: TestHouse;
let ours: string;
let theirs: string;
let cookie: string;

beforeAll(async () => {
  house = await testHouse();
  ours = await house.makePartnership('zqa partnership');
  theirs = await house.makePartnership('zqb partnership');
  cookie = await house.signIn(ours);
  for (const [id, marker] of [
    [ours, 'zqa'],
    [theirs, 'zqb'],
  ])
    await sql`insert into place (partnership_id, type, code, name, name_key)
      values (${id}, 'district', ${`${marker}1`}, ${`${marker} town`}, ${`${marker} town`})`.execute(
      house.database,
    );
});
beforeEach(() => mend());
afterAll(() => house.close());

const mine = `partnership_id = nullif(current_setting('freehold.partnership', true), '')::uuid`;
const breakWall = () => sql`alter policy reads on place using (true)`.execute(house.database);
const mend = () =>
  sql`alter policy reads on place using (partnership_id is null or ${sql.raw(mine)})`.execute(
    house.database,
  );

const found = async () => {
  const address = `/api/partnerships/${ours}/places?query=zq`;
  const answer = await house.call(address, { cookie });
  return leaked({ text: await answer.text(), sent: address }, ['zqb', theirs]);
};

test('a policy that lets everything through is seen: by the rows shown to nobody, and to somebody else', async () => {
  const placesOf = async (partnership: string | null) =>
    (await shownTo(house.database, partnership)).filter(({ table }) => table === 'place');
  expect(await placesOf(null)).toEqual([]);
  expect(await placesOf(ours)).toEqual([{ table: 'place', partnership: ours }]);
  await breakWall();
  expect(await placesOf(null)).toHaveLength(2);
  expect(await placesOf(ours)).toContainEqual({ table: 'place', partnership: theirs });
});

test('and by the marker that comes back from a route', async () => {
  expect(await found()).toEqual([]);
  await breakWall();
  expect(await found()).toEqual(['zqb']);
});

test('a table that somebody forgot to wall in is seen, and so is one whose wall does not bind its owner', async () => {
  expect(await unwalled(house.database)).toEqual([]);
  await sql`create table forgotten (id uuid, partnership_id uuid not null)`.execute(house.database);
  await sql`alter table gap no force row level security`.execute(house.database);
  expect(await unwalled(house.database)).toEqual(['forgotten', 'gap']);
  await sql`drop table forgotten`.execute(house.database);
  await sql`alter table gap force row level security`.execute(house.database);
});
