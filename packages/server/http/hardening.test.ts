import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { app } from '../app.ts';
import { asInstallation } from '../database/within.ts';
import { makeSignInLink } from '../session/store.ts';
import { testHouse, type CallInit, type TestHouse } from '../testing/house.ts';
import { faultLine } from './fault.ts';
import { pagePolicy } from './headers.ts';

let house: TestHouse;
let partnership: string;
let cookie: string;
beforeAll(async () => {
  house = await testHouse();
  partnership = await house.makePartnership('Ours');
  cookie = await house.signIn(partnership);
});
afterAll(() => house.close());
afterEach(() => {
  vi.restoreAllMocks();
});

const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const body = (await answer.json()) as { status: number; problems: { code: string }[] };
  return body.problems[0]?.code;
};

describe('headers', () => {
  test('every answer carries the policy and the cross-origin headers, refusals too', async () => {
    for (const path of ['/healthz', '/api/session', '/api/nowhere', '/api/openapi.json']) {
      const { headers } = await house.call(path);
      expect(headers.get('content-security-policy')).toBe(pagePolicy);
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  test('the policy allows no inline script, no inline style, no plug-in, no frame, nothing from elsewhere', () => {
    expect(pagePolicy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(pagePolicy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|https?:|\*/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(pagePolicy).toContain(rule);
  });

  test('answers of the API are kept by no cache', async () => {
    expect((await house.call('/api/session', { cookie })).headers.get('cache-control')).toBe(
      'no-store',
    );
  });

  test('over https the cookie is Secure and the browser is told to stay there', async () => {
    const secure = app({ ...house, config: { ...house.config, address: 'https://freehold.test' } });
    const { headers } = await secure.request('/healthz');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    const set = await cookieSetBy(secure);
    expect(set).toMatch(/^__Secure-freehold\.session_token=/);
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure'])
      expect(set.split('; ')).toContain(flag);
  });

  test('over plain http, on one’s own machine, the cookie is HttpOnly and SameSite=Lax', async () => {
    const set = await cookieSetBy(app(house));
    expect(set.split('; ')).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
  });
});

/** Signs somebody in through this application and gives the cookie line as it is sent. */
async function cookieSetBy(web: ReturnType<typeof app>): Promise<string> {
  const token = house.ports.entropy.token();
  await asInstallation(house.database, async (tx) => {
    const { id } = await tx
      .insertInto('person')
      .values({ name: 'Secure' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await makeSignInLink(tx, { token, person: id, now: house.ports.clock.now() });
  });
  const answer = await web.request('/api/session/link', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return answer.headers.get('set-cookie') ?? '';
}

describe('requests from other sites', () => {
  const leave = (init: CallInit) => house.call('/api/partnerships', { method: 'POST', ...init });
  const named = JSON.stringify({ name: 'Sneaked in' });
  const kinds = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', ''];

  test('are refused whatever their content type, and change nothing', async () => {
    for (const type of kinds) {
      for (const from of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'none', origin: 'null' },
      ]) {
        const answer = await leave({
          cookie,
          body: named,
          headers: { ...(type !== '' && { 'content-type': type }), ...from },
        });
        expect([type, from, answer.status]).toEqual([type, from, 403]);
        expect(await problemOf(answer)).toBe('other-site');
      }
    }
    const mine = await (await house.call('/api/session', { cookie })).json();
    expect(JSON.stringify(mine)).not.toContain('Sneaked in');
  });

  test('one without a body is refused too', async () => {
    const answer = await house.call('/api/session', {
      method: 'DELETE',
      cookie,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
    expect((await house.call('/api/session', { cookie })).status).toBe(200);
  });

  test('our own page passes by what the browser says, or by its origin', async () => {
    for (const from of [
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' },
      { 'sec-fetch-site': 'none', origin: 'http://freehold.test' },
    ]) {
      const answer = await leave({
        cookie,
        body: JSON.stringify({ name: 'Meant' }),
        headers: { 'content-type': 'application/json', ...from },
      });
      expect(answer.status).toBe(200);
    }
  });

  test('reading is not refused: the answer is out of their reach anyway', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await house.call('/api/session', { cookie, headers })).status).toBe(200);
  });
});

describe('limits', () => {
  test('an address that asks too often waits, and is told how long', async () => {
    const slow = app({ ...house, config: { ...house.config, requestsPerMinute: 5 } });
    const from = (address: string) =>
      slow.request('/api/session/ways', { headers: { 'x-forwarded-for': address } });
    for (let i = 0; i < 5; i += 1) expect((await from('10.0.0.1')).status).toBe(200);
    const refused = await from('10.0.0.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemOf(refused)).toBe('too-many-requests');
    expect((await from('10.0.0.2')).status).toBe(200);
  });

  test('addresses of one IPv6 network count together', async () => {
    const slow = app({ ...house, config: { ...house.config, requestsPerMinute: 1 } });
    const from = (address: string) =>
      slow.request('/api/session/ways', { headers: { 'x-forwarded-for': address } });
    expect((await from('2001:db8:1:2::1')).status).toBe(200);
    expect((await from('2001:db8:1:2::2')).status).toBe(429);
    expect((await from('2001:db8:1:3::1')).status).toBe(200);
  });

  test('a minute later the address may ask again', async () => {
    let now = new Date('2026-03-02T10:00:30Z');
    const slow = app({
      ...house,
      config: { ...house.config, requestsPerMinute: 1 },
      ports: { ...house.ports, clock: { now: () => now } },
    });
    expect((await slow.request('/api/session/ways')).status).toBe(200);
    const refused = await slow.request('/api/session/ways');
    expect(refused.headers.get('retry-after')).toBe('30');
    now = new Date('2026-03-02T10:01:00Z');
    expect((await slow.request('/api/session/ways')).status).toBe(200);
  });

  test('tokens cannot be guessed at: thirty misses, then even a right one waits', async () => {
    const guess = (token: string, address: string) =>
      house.call('/api/session/link', {
        json: { token },
        headers: { 'x-forwarded-for': address },
      });
    for (let i = 0; i < 30; i += 1)
      expect((await guess(`wrong-token-${i}`, '10.9.0.1')).status).toBe(404);
    expect((await guess('wrong-token-30', '10.9.0.1')).status).toBe(429);
    expect((await guess('wrong-token-30', '10.9.0.2')).status).toBe(404);
    const rate = (i: number) =>
      house.call(`/api/rate/wrong-${i}`, { headers: { 'x-forwarded-for': '10.9.0.3' } });
    for (let i = 0; i < 30; i += 1) expect((await rate(i)).status).toBe(404);
    expect((await rate(30)).status).toBe(429);
  });

  test('a JSON body of more than two megabytes is refused', async () => {
    const answer = await house.call('/api/partnerships', {
      cookie,
      json: { name: 'x'.repeat(2 * 1024 * 1024) },
    });
    expect(answer.status).toBe(413);
    expect(await problemOf(answer)).toBe('too-large');
  });

  test('a file is refused by the length that it declares before it is read', async () => {
    const answer = await house.call(`/api/partnerships/${partnership}/files`, {
      cookie,
      body: 'small',
      headers: { 'content-length': String(65 * 1024 * 1024) },
    });
    expect(answer.status).toBe(413);
  });

  test('a body that is no JSON is refused as the sender’s fault', async () => {
    const answer = await house.call('/api/partnerships', {
      cookie,
      body: '{"name":',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect(await problemOf(answer)).toBe('not-readable');
  });
});

describe('logs', () => {
  test('a failing request leaves no value of its own in the log', async () => {
    const lines: string[] = [];
    for (const way of ['error', 'warn', 'log', 'info', 'debug'] as const)
      vi.spyOn(console, way).mockImplementation((...words: unknown[]) => {
        lines.push(words.map(String).join(' '));
      });
    await sql`alter table partnership add constraint short check (length(name) < 20)`.execute(
      house.database,
    );
    const answer = await house.call('/api/partnerships?note=MARKER-QUERY', {
      cookie,
      json: { name: 'MARKER-NAME-THAT-IS-TOO-LONG' },
      headers: { 'user-agent': 'MARKER-AGENT' },
    });
    await sql`alter table partnership drop constraint short`.execute(house.database);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('MARKER');
    const log = lines.join('\n');
    expect(log).toMatch(/fault \S+ POST .*partnerships/);
    expect(log).toContain('code=23514');
    expect(log).not.toContain('MARKER');
    expect(log).not.toContain(cookie.split('=')[1]);
  });

  test('a fault’s line says kind, code and place, never the message', () => {
    const error = Object.assign(new TypeError('MARKER at /home:1:1\n    at MARKER (x:1:1)'), {
      code: '23505',
      constraint: 'short',
      detail: 'MARKER',
      table: 'MARKER MARKER',
    });
    const line = faultLine(new Error('outer MARKER', { cause: error }));
    expect(line).toContain('TypeError code=23505 constraint=short');
    expect(line).toContain('hardening.test.ts');
    expect(line).not.toContain('MARKER');
  });
});
