import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Releases of records as they were published: what was protected, and nothing that it was made from.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['release', 'release_file']);
}

const partnership = 'partnership_id uuid not null references partnership on delete cascade';

const tables = [
  // "sha256" is of all that was sent, so that a release that is sent again is known. Nothing in a row changes but
  // whether it is withdrawn.
  `create table release (
    id uuid primary key default gen_random_uuid(), ${partnership}, title text not null,
    purpose text not null, manifest jsonb not null, ledger jsonb, sha256 text not null,
    by_name text not null, at timestamptz not null, withdrawn_at timestamptz,
    withdrawn_because text not null default '', unique (partnership_id, sha256))`,
  `create table release_file (
    ${partnership}, release_id uuid not null references release on delete cascade,
    name text not null, content text not null, size int not null,
    primary key (release_id, name))`,
];
