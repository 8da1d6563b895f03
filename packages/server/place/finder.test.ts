import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeKey } from '@freehold/core/place';
import { asInstallation, within } from '../database/within.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { placeFinder, type Naming } from './finder.ts';

let house: TestHouse;
let partnership: string;
const ids = new Map<string, string>();
beforeAll(async () => {
  house = await testHouse();
  partnership = await house.makePartnership('Testshire');
  const other = await house.makePartnership('Elsewhere');
  const row = (owner: string | null, type: string, code: string, name: string) => ({
    ...{ partnership_id: owner, type, code, name },
    name_key: placeKey(name),
  });
  const rows = await asInstallation(house.database, (tx) =>
    tx
      .insertInto('place')
      .values([
        row(partnership, 'district', 'D1', 'Newport'),
        row(partnership, 'district', 'D2', 'Newport City'),
        row(partnership, 'district', 'D3', 'Durham'),
        row(partnership, 'police-force-area', 'P1', 'Durham'),
        row(null, 'district', 'D1', 'Newport shared'),
        row(null, 'district', 'D9', 'Only shared'),
        row(other, 'district', 'D8', 'Theirs'),
      ])
      .returning(['id', 'name', 'type'])
      .execute(),
  );
  for (const { id, name, type } of rows) ids.set(`${type} ${name}`, id);
});
afterAll(() => house.close());

const find = (naming: Omit<Naming, 'column'>, named: string) =>
  within(house.database, { person: null, partnership, rater: null }, async (tx) => {
    const found = (await placeFinder(tx, { column: 'c', ...naming })).find(named, 7);
    return typeof found === 'string' ? found : found.code;
  });

test('by code: one’s own before a shared one, never another partnership’s', async () => {
  expect(await find({ by: 'code' }, 'D1')).toBe(ids.get('district Newport'));
  expect(await find({ by: 'code' }, 'D9')).toBe(ids.get('district Only shared'));
  expect(await find({ by: 'code', ownOnly: true }, 'D9')).toBe('place-unknown');
  expect(await find({ by: 'code' }, 'D8')).toBe('place-unknown');
  expect(await find({ by: 'code', type: 'region' }, 'D1')).toBe('place-unknown');
});

test('by name: as it is written, else by what spellings share; two that fit are none', async () => {
  expect(await find({ by: 'name' }, 'NEWPORT')).toBe(ids.get('district Newport'));
  expect(await find({ by: 'name' }, 'Newport City')).toBe(ids.get('district Newport City'));
  expect(await find({ by: 'name' }, 'Newport Council')).toBe('place-ambiguous');
  expect(await find({ by: 'name' }, 'Durham Constabulary')).toBe('place-ambiguous');
  expect(await find({ by: 'name', type: 'police-force-area' }, 'Durham Constabulary')).toBe(
    ids.get('police-force-area Durham'),
  );
});

test('what is not found is remembered once each', async () => {
  await within(house.database, { person: null, partnership, rater: null }, async (tx) => {
    const finder = await placeFinder(tx, { by: 'code', column: 'c' });
    for (const named of ['X', 'Y', 'X']) finder.find(named, 1);
    expect(finder.unknown()).toEqual(['X', 'Y']);
    expect(finder.find('Z', 7)).toEqual({
      code: 'place-unknown',
      where: { row: 7, column: 'c' },
      details: { text: 'Z', type: null },
    });
  });
});
