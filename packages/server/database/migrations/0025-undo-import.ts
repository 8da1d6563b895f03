import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Taking an import back. A row that an import wrote carries its job; what stood there before stands in
// `import_before`. A row of a job that has nothing before it was new. Which rows an import found as it says them
// stands in `import_same`: they stay when the one that wrote them is taken back. No foreign key from the rows to the
// job: it would be checked row by row (see 0002-data), and jobs are not removed while their partnership lives.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await wallAround(db, ['import_before', 'import_same']);
}

const written = [
  'observation',
  'data_set',
  'measure',
  'place',
  'place_parent',
  'place_population',
  'place_boundary',
];

const of = `partnership_id uuid not null references partnership on delete cascade,
    job_id uuid not null references job on delete cascade,
    what text not null check (what in (${written.map((table) => `'${table}'`).join()}))`;

const statements = [
  ...written.map((table) => `alter table ${table} add column job_id uuid`),
  `alter table job add column upload_id uuid references upload on delete set null`,
  `alter table job add column undone_at timestamptz`,
  // Jobs run in the order in which they are asked for; the clock may not tell two of them apart.
  `alter table job add column nth bigint generated always as identity`,
  `create index job_by_upload on job (upload_id)`,
  // `before` is the whole row as JSON, with the job that wrote it; `key` its primary key as text.
  `create table import_before (${of},
    key text not null, before jsonb not null, primary key (job_id, what, key))`,
  `create index import_before_by_writer on import_before ((before ->> 'job_id'))`,
  // One row for a job and a table, so that a million values that are as before stay cheap.
  `create table import_same (${of}, keys text[] not null, primary key (job_id, what))`,
];
