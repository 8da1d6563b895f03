import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { homes, type OpenedHome } from '../testing/homes.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { totp } from '../testing/totp.ts';

const password = 'ladder-violet-sandwich';

describe.each(homes)('accounts on %s', (_name, open) => {
  let opened: OpenedHome;
  let house: TestHouse;
  let ahead = 0;

  beforeAll(async () => {
    opened = await open();
    house = await testHouse(opened.home, { now: () => new Date(Date.now() + ahead) });
  });
  afterAll(async () => {
    await house.close();
    await opened.close();
  });

  const post = (path: string, json: unknown, cookie = '', address = '10.0.0.1') =>
    house.call(`/api/account${path}`, {
      method: 'POST',
      json,
      headers: { cookie, origin: 'http://freehold.test', 'x-forwarded-for': address },
    });

  /** Makes a person and signs them in by the link that their e-mail gets. */
  const enterByMail = async (email: string, address: string) => {
    await sql`insert into person (name, email) values ('Ada', ${email})
      on conflict (email) do nothing`.execute(house.database);
    house.sent.length = 0;
    await post('/sign-in/magic-link', { email }, '', address);
    const link = /http\S+/.exec(house.sent[0]?.text ?? '')?.[0] ?? '';
    const entered = await house.call(link.replace('http://freehold.test', ''), {
      headers: { 'x-forwarded-for': address },
    });
    return cookieOf(entered);
  };

  const withPassword = async (email: string, address: string) => {
    const cookie = await enterByMail(email, address);
    const asked = await house.call('/api/me/password', {
      method: 'PUT',
      json: { password },
      headers: { cookie },
    });
    expect(asked.status).toBe(200);
    return cookie;
  };

  test('a link by e-mail signs in once, and only somebody who is known', async () => {
    const cookie = await enterByMail('link@example.org', '10.0.1.1');
    const me = (await (await house.call('/api/me', { cookie })).json()) as {
      person: { email: string };
    };
    expect(me.person.email).toBe('link@example.org');
    const link = /http\S+/.exec(house.sent[0]?.text ?? '')?.[0] ?? '';
    const again = await house.call(link.replace('http://freehold.test', ''));
    expect(cookieOf(again)).not.toContain('session_token');
    house.sent.length = 0;
    const stranger = await post(
      '/sign-in/magic-link',
      { email: 'nobody@example.org' },
      '',
      '10.0.1.2',
    );
    expect(stranger.status).toBe(200);
    expect(house.sent).toEqual([]);
  });

  test('a known and an unknown e-mail get the same answers', async () => {
    await withPassword('same@example.org', '10.0.2.1');
    const bodies = await Promise.all(
      ['same@example.org', 'unknown@example.org'].map(async (email, index) => [
        await answerOf(
          await post(
            '/sign-in/email',
            { email, password: 'wrong-wrong-wrong' },
            '',
            `10.0.2.${index + 2}`,
          ),
        ),
        await answerOf(await post('/sign-in/magic-link', { email }, '', `10.0.2.${index + 4}`)),
        await answerOf(await post('/request-password-reset', { email }, '', `10.0.2.${index + 6}`)),
      ]),
    );
    expect(bodies[0]).toEqual(bodies[1]);
  });

  test('with the mail server away a known and an unknown e-mail still get the same answers', async () => {
    await enterByMail('away@example.org', '10.0.12.1');
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const away = vi.spyOn(house.ports.mail, 'send').mockRejectedValue(new Error('away'));
    const [known, unknown] = await Promise.all(
      ['away@example.org', 'unknown@example.org'].map(async (email, index) => [
        await answerOf(await post('/sign-in/magic-link', { email }, '', `10.0.12.${index + 2}`)),
        await answerOf(
          await post('/request-password-reset', { email }, '', `10.0.12.${index + 4}`),
        ),
      ]),
    );
    away.mockRestore();
    log.mockRestore();
    expect(known).toEqual(unknown);
  });

  test('nobody can sign up by themselves', async () => {
    const answer = await post(
      '/sign-up/email',
      { name: 'X', email: 'new@example.org', password },
      '',
      '10.0.3.1',
    );
    expect(answer.status).toBe(400);
    const { rows } = await sql`select 1 from person where email = 'new@example.org'`.execute(
      house.database,
    );
    expect(rows).toEqual([]);
  });

  test('weak and common passwords are refused with the reason', async () => {
    const cookie = await enterByMail('weak@example.org', '10.0.4.1');
    for (const [weak, code] of [
      ['short', 'password-too-short'],
      ['Password123456', 'password-common'],
      ['aaaaaaaaaaaaaaaa', 'password-pattern'],
      ['weak@example.org', 'password-own-name'],
    ]) {
      const refused = await house.call('/api/me/password', {
        method: 'PUT',
        json: { password: weak },
        headers: { cookie },
      });
      expect(refused.status).toBe(422);
      expect(JSON.stringify(await refused.json())).toContain(code);
    }
    const { rows } =
      await sql`select 1 from account_credential c join person p on p.id = c.person_id
      where p.email = 'weak@example.org'`.execute(house.database);
    expect(rows).toEqual([]);
  });

  test('a password is kept as scrypt, never as it was typed', async () => {
    await withPassword('scrypt@example.org', '10.0.5.1');
    const { rows } = await sql<{ password: string }>`select c.password from account_credential c
      join person p on p.id = c.person_id where p.email = 'scrypt@example.org'`.execute(
      house.database,
    );
    expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });

  test('six wrong tries lock an e-mail for thirty minutes, whether or not somebody has it', async () => {
    await withPassword('lock@example.org', '10.0.6.1');
    for (const email of ['lock@example.org', 'not-there@example.org']) {
      for (let i = 0; i < 6; i += 1) {
        const wrong = await post(
          '/sign-in/email',
          { email, password: 'wrong-wrong-wrong' },
          '',
          `10.1.${i}.${email.length}`,
        );
        expect(wrong.status).toBe(401);
      }
      const locked = await post(
        '/sign-in/email',
        { email, password },
        '',
        `10.2.0.${email.length}`,
      );
      expect(locked.status).toBe(429);
    }
    ahead = 31 * 60_000;
    const later = await post(
      '/sign-in/email',
      { email: 'lock@example.org', password },
      '',
      '10.3.0.1',
    );
    expect(later.status).toBe(200);
    ahead = 0;
  });

  test('an address has six sign-ins a minute', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const answer = await post(
        '/sign-in/email',
        { email: `many${i}@example.org`, password },
        '',
        '10.4.0.1',
      );
      statuses.push(answer.status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(6);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  test('a session ends after twenty idle minutes, and use keeps it open', async () => {
    const cookie = await enterByMail('idle@example.org', '10.5.0.1');
    ahead = 15 * 60_000;
    expect((await house.call('/api/session', { cookie })).status).toBe(200);
    ahead = 30 * 60_000;
    expect((await house.call('/api/session', { cookie })).status).toBe(200);
    ahead = 51 * 60_000;
    expect((await house.call('/api/session', { cookie })).status).toBe(401);
    ahead = 0;
  });

  test('a second factor is asked for, recovery codes work once, and a link does not go round it', async () => {
    const email = 'factor@example.org';
    const cookie = await withPassword(email, '10.6.0.1');
    const enabled = (await (
      await post('/two-factor/enable', { password }, cookie, '10.6.0.1')
    ).json()) as {
      totpURI: string;
      backupCodes: string[];
    };
    const secret = new URL(enabled.totpURI).searchParams.get('secret') ?? '';
    const verified = await post(
      '/two-factor/verify-totp',
      { code: totp(secret) },
      cookie,
      '10.6.0.1',
    );
    expect(verified.status).toBe(200);

    const half = await post('/sign-in/email', { email, password }, '', '10.6.0.2');
    expect(await half.clone().json()).toMatchObject({ twoFactorRedirect: true });
    const halfCookie = cookieOf(half);
    expect((await house.call('/api/session', { cookie: halfCookie })).status).toBe(401);
    const whole = await post(
      '/two-factor/verify-totp',
      { code: totp(secret) },
      halfCookie,
      '10.6.0.2',
    );
    expect((await house.call('/api/session', { cookie: cookieOf(whole) })).status).toBe(200);

    const code = enabled.backupCodes[0] ?? '';
    for (const expected of [200, 401]) {
      const again = cookieOf(
        await post('/sign-in/email', { email, password }, '', `10.6.1.${expected % 7}`),
      );
      const used = await post('/two-factor/verify-backup-code', { code }, again, '10.6.0.4');
      expect(used.status).toBe(expected);
    }

    house.sent.length = 0;
    await post('/sign-in/magic-link', { email }, '', '10.6.0.5');
    expect(house.sent[0]?.text).not.toContain('magic-link/verify');
    expect(house.sent[0]?.subject).toContain('password');
  });

  test('sessions are listed and can be ended', async () => {
    const cookie = await withPassword('sessions@example.org', '10.7.0.1');
    const other = cookieOf(
      await post('/sign-in/email', { email: 'sessions@example.org', password }, '', '10.7.0.2'),
    );
    expect((await house.call('/api/session', { cookie: other })).status).toBe(200);
    const list = (await (
      await house.call('/api/account/list-sessions', { headers: { cookie } })
    ).json()) as unknown[];
    expect(list).toHaveLength(2);
    await post('/revoke-other-sessions', {}, cookie, '10.7.0.1');
    expect((await house.call('/api/session', { cookie: other })).status).toBe(401);
    expect((await house.call('/api/session', { cookie })).status).toBe(200);
  });

  test('signing in anew in the same browser ends the session that was open there', async () => {
    const email = 'anew@example.org';
    const cookie = await withPassword(email, '10.9.0.1');
    const anew = await post('/sign-in/email', { email, password }, cookie, '10.9.0.2');
    expect((await house.call('/api/session', { cookie })).status).toBe(401);
    expect((await house.call('/api/session', { cookie: cookieOf(anew) })).status).toBe(200);
  });

  test('turning the second factor on or off ends every other session', async () => {
    const email = 'others@example.org';
    const first = await withPassword(email, '10.10.0.1');
    const elsewhere = cookieOf(await post('/sign-in/email', { email, password }, '', '10.10.0.2'));
    const open = async (cookie: string) => (await house.call('/api/session', { cookie })).status;
    expect([await open(first), await open(elsewhere)]).toEqual([200, 200]);
    const enabled = await post('/two-factor/enable', { password }, first, '10.10.0.1');
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    const code = totp(new URL(totpURI).searchParams.get('secret') ?? '');
    const on = await post('/two-factor/verify-totp', { code }, first, '10.10.0.1');
    const here = cookieOf(on).includes('session_token') ? cookieOf(on) : first;
    expect([await open(here), await open(elsewhere)]).toEqual([200, 401]);

    const half = cookieOf(await post('/sign-in/email', { email, password }, '', '10.10.0.3'));
    const back = cookieOf(await post('/two-factor/verify-totp', { code }, half, '10.10.0.3'));
    expect(await open(back)).toBe(200);
    const off = await post('/two-factor/disable', { password }, here, '10.10.0.1');
    expect(off.status).toBe(200);
    const now = cookieOf(off).includes('session_token') ? cookieOf(off) : here;
    expect([await open(now), await open(back)]).toEqual([200, 401]);
  });

  test('a session cookie that somebody changed opens nothing', async () => {
    const cookie = await enterByMail('forged@example.org', '10.8.0.1');
    const forged = cookie
      .replace(/.(?=%3D|=?;|$)/, 'x')
      .replace(/session_token=..../, 'session_token=aaaa');
    expect((await house.call('/api/session', { cookie: forged })).status).toBe(401);
  });
});

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .filter((each) => !each.endsWith('='))
    .join('; ');
}

async function answerOf(answer: Response): Promise<readonly [number, unknown]> {
  return [answer.status, await answer.json()];
}
