import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFiles } from '@freehold/core/release/explorer';
import { ProblemBody } from '../http/problem.ts';
import { smallLedger, smallRelease } from '../testing/release.ts';
import { codes, stage, type Stage } from '../testing/stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const call = (rest: string, init: Parameters<Stage['house']['call']>[1] = {}) =>
  on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
const publish = async (json: object, cookie = on.coordinator) =>
  call('/releases', { cookie, json });
const published = async (word: string): Promise<string> =>
  (await (await publish(smallRelease(word))).json()).id;
const refusedFor = async (json: object) => {
  const answer = await publish(json);
  expect(answer.status).toBe(422);
  const { problems } = ProblemBody.parse(await answer.json());
  return problems.map(({ code, where }) => [code, where?.row]);
};

describe('a release that is published', () => {
  test('is listed with what it stands for, what it promises and what was spent', async () => {
    const answer = await publish(smallRelease('first'), await on.as('analyst'));
    const { id } = await answer.json();
    const { mayPublish, releases } = await (await call('/releases')).json();
    expect(mayPublish).toBe(true);
    expect(releases).toEqual([
      {
        ...{ id, title: 'first release', purpose: 'first purpose', byName: expect.any(String) },
        ...{ madeAt: '2026-03-01T09:00:00Z', publishedAt: '2026-03-02T10:00:00.000Z' },
        ...{ guarantee: { kind: 'k', k: 5 }, length: 2, unit: 'subject', records: 20, columns: 2 },
        rows: { count: 20, low: 20, high: 24 },
        // ρ of 0.01 at δ of 10⁻⁶: Canonne, Kamath and Steinke's conversion is under the closed form's 0.753.
        spent: { epsilon: expect.any(Number), delta: 1e-6, ofEpsilon: 2 },
        withdrawn: null,
      },
    ]);
    expect(releases[0].spent.epsilon).toBeGreaterThan(0.5);
    expect(releases[0].spent.epsilon).toBeLessThan(0.01 + 2 * Math.sqrt(0.01 * Math.log(1e6)));
  });

  test('shows its notice, its files and its ledger', async () => {
    const id = await published('second');
    const page = await (await call(`/releases/${id}`)).json();
    expect(page.files.map(({ name }: { name: string }) => name)).toEqual([...bundleFiles]);
    expect(page.columnNames).toEqual(['second place', 'second age']);
    expect(page.ledger).toEqual(smallLedger('second'));
    expect(JSON.stringify(page.notice)).toContain('detection, not prevalence');
  });

  test('gives its files away as downloads, as they were sent', async () => {
    const id = await published('third');
    const counts = await call(`/releases/${id}/files/counts.csv`);
    expect(counts.headers.get('content-disposition')).toBe('attachment; filename="counts.csv"');
    expect(await counts.text()).toBe(smallRelease('third').files['counts.csv']);
    const page = await call(`/releases/${id}/files/explorer.html`);
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('is looked into on a page of nobody’s: in a sandbox and without network', async () => {
    const id = await published('fourth');
    const { headers } = await call(`/releases/${id}/explorer`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'sha256-/,
    );
    expect(policy).not.toMatch(/allow-same-origin|unsafe|connect-src/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('may have places for its map, which are kept, and checked with the rest', async () => {
    const { files, ...rest } = smallRelease('mapped');
    const at = (name: string) => ({ name, at: [-1, 54], rings: [] });
    const placesOf = (...names: string[]) =>
      JSON.stringify({ format: 'freehold-places/1', source: 'An atlas', places: names.map(at) });
    const withPlaces = (...names: string[]) => ({
      ...rest,
      files: { ...files, 'places.json': placesOf(...names) },
    });
    expect(await refusedFor(withPlaces('mapped north', 'elsewhere'))).toEqual([
      ['place-not-released', 2],
    ]);
    const named = ['mapped north', 'mapped south'];
    const { id } = await (await publish(withPlaces(...named))).json();
    const { files: listed } = await (await call(`/releases/${id}`)).json();
    expect(listed.map(({ name }: { name: string }) => name)).toContain('places.json');
    const kept = await call(`/releases/${id}/files/places.json`);
    expect(await kept.text()).toBe(placesOf(...named));
    expect(await (await call(`/releases/${id}/explorer`)).text()).toContain('An atlas');
  });

  test('takes no page and no notice of the sender’s', async () => {
    const { files, ...rest } = smallRelease('fifth');
    const evil = '<script>fetch("/api/me")</script>';
    const sent = { ...rest, files: { ...files, 'explorer.html': evil, 'notice.md': evil } };
    const { id } = await (await publish(sent)).json();
    for (const name of ['explorer.html', 'notice.md'])
      expect(await (await call(`/releases/${id}/files/${name}`)).text()).not.toContain(evil);
  });

  test('is withdrawn with a reason, and that can be taken back', async () => {
    const id = await published('sixth');
    const set = (withdrawn: boolean, because = '') =>
      call(`/releases/${id}/withdrawn`, { method: 'PUT', json: { withdrawn, because } });
    expect(await codes(await set(true))).toEqual(['reason-needed']);
    expect((await set(true, 'Wrong bands')).status).toBe(200);
    const after = await (await call(`/releases/${id}`)).json();
    expect(after.withdrawn).toEqual({ at: '2026-03-02T10:00:00.000Z', because: 'Wrong bands' });
    expect((await call(`/releases/${id}/files/counts.csv`)).status).toBe(409);
    expect((await call(`/releases/${id}/explorer`)).status).toBe(409);
    await set(false);
    expect((await call(`/releases/${id}/files/counts.csv`)).status).toBe(200);
    expect((await (await call(`/releases/${id}`)).json()).withdrawn).toBeNull();
  });
});

describe('what does not hold together is refused', () => {
  const changed = (name: string, change: (text: string) => string) => {
    const { files, ...rest } = smallRelease('bad');
    const texts: Readonly<Record<string, string>> = files;
    return { ...rest, files: { ...texts, [name]: change(texts[name] ?? '') } };
  };

  test('a count below k, or one that is not rounded down', async () => {
    const to = (count: string) =>
      changed('counts.csv', (text) => text.replace('age=old,5', `age=old,${count}`));
    expect(await refusedFor(to('4'))).toEqual([['count-below-k', 5]]);
    expect(await refusedFor(to('7'))).toEqual([['count-not-rounded', 5]]);
  });

  test('records that are not the manifest’s, and a file that is none', async () => {
    const header = changed('synthetic.csv', (text) => text.replace('bad age', 'surname'));
    expect(await refusedFor(header)).toEqual([['header-not-manifest', 1]]);
    expect(await refusedFor(changed('manifest.json', () => '{}'))).not.toEqual([]);
    expect(await refusedFor(changed('codebook.json', () => 'x'))).toEqual([
      ['not-json', undefined],
    ]);
  });

  test('a file of another name, above all one with true figures', async () => {
    expect(await refusedFor(changed('evaluation.json', () => '{}'))).toEqual([
      ['unknown-field', undefined],
    ]);
  });

  test('one made with a fixed seed, for testing', async () => {
    const release = smallRelease('seeded');
    const manifest = JSON.parse(release.files['manifest.json']);
    const files = {
      ...release.files,
      'manifest.json': JSON.stringify({ ...manifest, chance: { unsafeSeed: 7 } }),
    };
    expect(await refusedFor({ ...release, files })).toEqual([['release-seeded', undefined]]);
  });

  test('a ledger that is overdrawn', async () => {
    const ledger = { ...smallLedger('bad'), budget: { epsilon: 0.1, delta: 1e-6, approvals: 1 } };
    expect(await refusedFor({ ...smallRelease('bad'), ledger })).toEqual([
      ['ledger-overdrawn', undefined],
    ]);
  });

  test('the same release a second time', async () => {
    await publish(smallRelease('twice'));
    const again = await publish({ ...smallRelease('twice'), title: 'Another title' });
    expect([again.status, await codes(again)]).toEqual([409, ['release-there']]);
  });

  test('more than a release may hold', async () => {
    const large = changed('synthetic.csv', (text) => text + 'x'.repeat(65 * 1024 * 1024));
    expect((await publish(large)).status).toBe(413);
  });
});

test('who only reads may look and not publish; who is not a member finds nothing', async () => {
  const id = await published('walls');
  const reader = await on.as('policy-reader');
  const { mayPublish } = await (await call('/releases', { cookie: reader })).json();
  expect(mayPublish).toBe(false);
  expect((await call(`/releases/${id}/files/counts.csv`, { cookie: reader })).status).toBe(200);
  expect((await publish(smallRelease('no'), reader)).status).toBe(403);
  const withdrawal = { method: 'PUT', json: { withdrawn: true, because: 'no' } };
  expect((await call(`/releases/${id}/withdrawn`, { ...withdrawal, cookie: reader })).status).toBe(
    403,
  );
  for (const rest of ['', '/files/counts.csv', '/explorer'])
    expect((await call(`/releases/${id}${rest}`, { cookie: on.stranger })).status).toBe(404);
  expect((await on.house.call(on.path('/releases'))).status).toBe(401);
});
