import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import type { LogEvent } from 'kysely';
import { app } from '../app.ts';
import { connect, type Database, type Home } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';
import type { Role } from '@freehold/core/access';
import type { Clock, Message, Ports } from '../ports.ts';
import { makeSignInLink } from '../session/store.ts';
import { FileTooLarge } from '../ports.ts';
import { template } from './template.ts';

export type TestHouse = House & {
  readonly sent: Message[];
  /** The statements run since the last call, those of the audit left out: each request has the same four. */
  readonly statements: () => string[];
  readonly close: () => Promise<void>;
  /** Calls the application without a socket. `cookie` comes from `signIn`. */
  readonly call: (path: string, init?: CallInit) => Promise<Response>;
  /** Makes a person with a role in a partnership and signs them in: the cookie to send. */
  readonly signIn: (partnership: string | null, role?: Role, name?: string) => Promise<string>;
  readonly makePartnership: (name: string) => Promise<string>;
};

export type CallInit = {
  method?: string;
  cookie?: string;
  json?: unknown;
  body?: string | Uint8Array<ArrayBuffer> | FormData;
  headers?: Record<string, string>;
};

/** A whole server on a database of its own, in memory unless told otherwise, with a stopped clock. */
export async function testHouse(
  home: Home = { kind: 'pglite', folder: null },
  clock: Clock = { now: () => new Date('2026-03-02T10:00:00Z') },
): Promise<TestHouse> {
  let seen: string[] = [];
  const log = (event: LogEvent) => {
    if (event.level === 'query') seen.push(event.query.sql);
  };
  const database = await opened(home, log);
  const sent: Message[] = [];
  const house: House = {
    database,
    ports: testPorts(sent, clock),
    config: {
      address: 'http://freehold.test',
      folder: '/nowhere',
      example: true,
      behindProxy: true,
      // The clock stands still, so a minute never ends.
      requestsPerMinute: 1_000_000,
    },
    secret: 'a secret for tests that is long enough',
  };
  const web = app(house);
  return {
    ...house,
    sent,
    statements: () => {
      const now = withoutAudit(seen);
      seen = [];
      return now;
    },
    close: () => database.destroy(),
    call: async (path, { method, cookie, json, body, headers = {} } = {}) =>
      web.request(path, {
        method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
        headers: {
          // As a browser says it of our own pages; without it a request with no body passes for a form's.
          'sec-fetch-site': 'same-origin',
          ...(cookie !== undefined && { cookie }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(body !== undefined && { body }),
      }),
    signIn: (partnership, role = 'co-ordinator', name = 'Ada Tester') =>
      signIn(database, house, web, { partnership, role, name }),
    makePartnership: async (name) => {
      const { id } = await asInstallation(database, (tx) =>
        tx.insertInto('partnership').values({ name }).returning('id').executeTakeFirstOrThrow(),
      );
      return id;
    },
  };
}

async function opened(home: Home, log: (event: LogEvent) => void): Promise<Database> {
  if (home.kind === 'pglite' && home.folder === null)
    return connect({ ...home, dump: await template() }, log);
  const database = connect(home, log);
  await migrate(database);
  return database;
}

function withoutAudit(statements: readonly string[]): string[] {
  const isAudit = (statement = '') => /audit_entry|pg_advisory_xact_lock/.test(statement);
  return statements.filter(
    (statement, index) =>
      !isAudit(statement) &&
      !(statement.includes('freehold_installation') && isAudit(statements[index + 1])),
  );
}

async function signIn(
  database: Database,
  house: House,
  web: ReturnType<typeof app>,
  { partnership, role, name }: { partnership: string | null; role: Role; name: string },
): Promise<string> {
  const token = house.ports.entropy.token();
  await asInstallation(database, async (tx) => {
    const person = await tx
      .insertInto('person')
      .values({ name })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (partnership !== null) {
      await tx
        .insertInto('membership')
        .values({ partnership_id: partnership, person_id: person.id, role })
        .execute();
    }
    await makeSignInLink(tx, { token, person: person.id, now: house.ports.clock.now() });
  });
  const answer = await web.request('/api/session/link', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

function testPorts(sent: Message[], clock: Clock): Ports {
  let made = 0;
  const kept = new Map<string, Buffer>();
  return {
    clock,
    entropy: { token: () => `test-token-${String((made += 1)).padStart(6, '0')}`, seed: () => 42 },
    mail: {
      send: async (message) => {
        sent.push(message);
      },
    },
    files: {
      keep: async (name, content, most) => {
        const chunks: Buffer[] = [];
        for await (const chunk of content) chunks.push(Buffer.from(chunk as Uint8Array));
        const whole = Buffer.concat(chunks);
        if (whole.length > most) throw new FileTooLarge(most);
        kept.set(name, whole);
        return { size: whole.length, sha256: createHash('sha256').update(whole).digest('hex') };
      },
      open: (name) => Readable.from([kept.get(name) ?? Buffer.alloc(0)]),
      size: async (name) => kept.get(name)?.length ?? null,
      remove: async (name) => {
        kept.delete(name);
      },
    },
  };
}
