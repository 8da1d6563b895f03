import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { magicLink, twoFactor } from 'better-auth/plugins';
import { passwordProblems, leastPassword, longestPassword } from '@freehold/core/access';
import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';
import { mailed } from '../http/mailed.ts';
import { idleMinutes } from '../session/store.ts';
import { accountMail } from './mail.ts';
import { tables } from './tables.ts';
import { countTry, forgetTries, isLocked, lockMinutes, lockTries } from './tries.ts';

export type Accounts = ReturnType<typeof accounts>;

/** Set by us on every request that better-auth sees; what a client sends under this name is overwritten. */
export const addressHeader = 'x-freehold-address';

const linkMinutes = 15;

/**
 * Accounts as better-auth runs them, on our tables: e-mail and password, one-time link by e-mail, an authenticator
 * app with recovery codes, sessions that end after idle minutes and can be listed and ended.
 *
 * Nobody signs up by themselves: a person is made by an invitation, and sets a password when they want one.
 * Six wrong tries lock an e-mail for thirty minutes; an address has six sign-ins a minute. No answer says whether
 * somebody has an account. A link never goes round a second factor.
 */
export function accounts(house: House) {
  const { database, ports, config, secret } = house;
  return betterAuth({
    appName: 'Freehold',
    baseURL: config.address,
    basePath: '/api/account',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: database, type: 'postgres', transaction: true },
    ...tables,
    session: { ...tables.session, expiresIn: idleMinutes * 60, updateAge: 60 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPassword,
      maxPasswordLength: longestPassword,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => {
        void mailed(ports.mail, accountMail('reset', user.email, url));
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'account_rate',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/*': { window: 60, max: 6 },
        '/two-factor/verify-*': { window: 60, max: 6 },
        '/request-password-reset': { window: 60, max: 6 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'freehold',
      useSecureCookies: config.address.startsWith('https:'),
      database: { generateId: () => crypto.randomUUID() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    hooks: { before: beforeEach(house), after: afterEach(house) },
    plugins: [
      twoFactor({
        ...tables.twoFactor,
        issuer: 'Freehold',
        allowPasswordless: true,
        accountLockout: {
          enabled: true,
          maxFailedAttempts: lockTries,
          durationSeconds: lockMinutes * 60,
        },
      }),
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, url }) => sendLink(house, email, url),
      }),
    ],
  });
}

/**
 * Mails a link to somebody who is known; who has a second factor is told to use the password instead. Nobody waits
 * for the mail server: an answer that took longer, or failed, would say that there is an account.
 */
async function sendLink({ database, ports, config }: House, email: string, url: string) {
  const person = await asInstallation(database, (tx) =>
    tx
      .selectFrom('person')
      .where('email', '=', email.toLowerCase())
      .select('two_factor')
      .executeTakeFirst(),
  );
  if (person === undefined) return;
  const letter = person.two_factor
    ? accountMail('password-instead', email, `${config.address}/sign-in`)
    : accountMail('link', email, url);
  void mailed(ports.mail, letter);
}

const choosesPassword = ['/reset-password', '/change-password', '/set-password'];

function beforeEach(house: House) {
  return createAuthMiddleware(async (ctx) => {
    const body = (ctx.body ?? {}) as { email?: unknown; newPassword?: unknown };
    if (ctx.path === '/sign-in/email' && typeof body.email === 'string') {
      if (await isLocked(house, body.email)) throw new APIError('TOO_MANY_REQUESTS', locked);
    }
    if (choosesPassword.includes(ctx.path) && typeof body.newPassword === 'string') {
      const [fault] = passwordProblems(body.newPassword, ['freehold']);
      if (fault !== undefined) throw new APIError('BAD_REQUEST', { code: fault.code });
    }
  });
}

const locked = { code: 'too-many-tries' };

function afterEach(house: House) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path !== '/sign-in/email') return;
    const { email } = (ctx.body ?? {}) as { email?: unknown };
    if (typeof email !== 'string') return;
    const { returned } = ctx.context as { returned?: unknown };
    if (!(returned instanceof APIError)) await forgetTries(house, email);
    else if (returned.status === 'UNAUTHORIZED') await countTry(house, email);
  });
}
