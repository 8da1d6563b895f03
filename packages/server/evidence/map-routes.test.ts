import { Study } from '@freehold/core/evidence';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asInstallation } from '../database/within.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';

let house: TestHouse;
let here = '';
beforeAll(async () => {
  house = await testHouse();
  here = await house.makePartnership('Here');
});
afterAll(() => house.close());

const map = (cookie: string) =>
  house.call(`/api/partnerships/${here}/evidence-map`, { cookie, method: 'GET' });

test('every study that stands is in the map, in brief, with the rule that is in force', async () => {
  const cookie = await house.signIn(here, 'policy-reader');
  const findings = [{ outcome: 'housing', direction: 'positive', effect: 0.3 }];
  const content = Study.parse({ id: 'any', title: 'One study', sms: 3, findings, note: 'long' });
  await asInstallation(house.database, (tx) =>
    tx
      .insertInto('evidence_study')
      .values(
        [null, new Date()].map((removed) => ({
          ...{ partnership_id: here, title: 'One study', content: JSON.stringify(content) },
          removed_at: removed,
        })),
      )
      .execute(),
  );
  house.statements();
  const found = await (await map(cookie)).json();

  expect(house.statements().length).toBeLessThan(10);
  expect(found.rule).toMatchObject({ strongFrom: 3 });
  expect(found.studies).toMatchObject([
    { title: 'One study', sms: 3, findings: [{ outcome: 'housing', direction: 'positive' }] },
  ]);
  expect(JSON.stringify(found)).not.toContain('long');
});

test('a stranger finds nothing, and nobody has to sign in', async () => {
  const stranger = await house.signIn(await house.makePartnership('Elsewhere'));
  expect((await map(stranger)).status).toBe(404);
  expect((await map('')).status).toBe(401);
});
