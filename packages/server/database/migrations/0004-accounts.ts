import { sql, type Kysely } from 'kysely';

// Accounts as better-auth keeps them, in our names. They belong to the installation, never to a partnership: only
// the installation's role reaches them, and the owner, under whom better-auth's own statements run.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (const table of accountTables) await closeOff(db, table);
  // The owner must see people and sessions too, for better-auth joins them.
  await sql`create policy owner on person to current_user using (true)`.execute(db);
}

const accountTables = [
  'account_session',
  'account_credential',
  'account_verification',
  'account_factor',
  'account_rate',
  'account_try',
];

const statements = [
  `drop table session`,
  `alter table person
    add column email_verified boolean not null default false,
    add column image text,
    add column two_factor boolean not null default false,
    add column changed_at timestamptz not null default now()`,
  `create table account_session (
    id uuid primary key default gen_random_uuid(), token text not null unique,
    person_id uuid not null references person on delete cascade,
    expires_at timestamptz not null, made_at timestamptz not null default now(),
    seen_at timestamptz not null default now(), address text, agent text)`,
  `create index account_session_by_person on account_session (person_id)`,
  `create table account_credential (
    id uuid primary key default gen_random_uuid(), account_id text not null, provider_id text not null,
    person_id uuid not null references person on delete cascade, password text,
    access_token text, refresh_token text, id_token text, scope text,
    access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
    made_at timestamptz not null default now(), changed_at timestamptz not null default now())`,
  `create index account_credential_by_person on account_credential (person_id)`,
  `create table account_verification (
    id text primary key default gen_random_uuid()::text, identifier text not null, value text not null,
    expires_at timestamptz not null, made_at timestamptz not null default now(),
    changed_at timestamptz not null default now())`,
  `create index account_verification_by_identifier on account_verification (identifier)`,
  `create table account_factor (
    id uuid primary key default gen_random_uuid(), secret text not null, backup_codes text not null,
    person_id uuid not null references person on delete cascade, verified boolean not null default false,
    failed_count int not null default 0, locked_until timestamptz)`,
  `create index account_factor_by_person on account_factor (person_id)`,
  `create table account_rate (
    id uuid primary key default gen_random_uuid(), key text not null unique,
    count int not null, last_request bigint not null)`,
  `create table account_try (
    email_hash text primary key, failed int not null, last_at timestamptz not null,
    locked_until timestamptz)`,
];

async function closeOff(db: Kysely<unknown>, table: string): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run(`alter table ${table} enable row level security`);
  await run(`alter table ${table} force row level security`);
  await run(`create policy house on ${table} to freehold_installation, current_user using (true)`);
  await run(`grant select, insert, update, delete on ${table} to freehold_installation`);
}
