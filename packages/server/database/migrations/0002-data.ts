import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...references]) await sql.raw(statement).execute(db);
  await wallAround(db, ['upload', 'observation_stage']);
}

const stamp = 'timestamptz not null default now()';

const tables = [
  `create table upload (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    name text not null, size double precision not null, sha256 text not null,
    stored_as text not null unique,
    sent_by uuid references person on delete set null, at ${stamp})`,
  // One row per value read, for the length of a job. Places, periods and measures are positions in lists that
  // the job holds, so that a million rows stay small. Unlogged: what a crash loses here, the job has lost anyway.
  `create unlogged table observation_stage (
    partnership_id uuid not null, job_id uuid not null,
    row int not null, measure int not null, place int not null, period int not null,
    value double precision, numerator double precision, denominator double precision,
    low double precision, high double precision,
    suppressed boolean not null, incomplete boolean not null, note text not null)`,
  `alter table measure add column zero_shown boolean not null default false`,
  `alter table job add column problem_count int not null default 0`,
  `alter table job add column errors_stored_as text`,
  // A job waits its turn, so it is asked for before it starts.
  `alter table job add column asked_at timestamptz not null default now()`,
  `create index job_by_partnership on job (partnership_id, asked_at desc)`,
];

// A foreign key is checked row by row, and four of them take more than half of the time that writing an
// observation takes (30 of 50 µs in PGlite). Here the same promise is kept once a statement: what an observation
// names is there and stays there until the transaction ends, and what is removed takes its observations along.
const references = [
  ...['partnership', 'data_set', 'measure', 'place'].map(
    (table) => `alter table observation drop constraint observation_${table}_id_fkey`,
  ),
  `alter table observation
    drop constraint observation_data_set_id_measure_id_place_id_period_key`,
  // Begins with the place, so that it also answers "all of a place" and a file's rows arrive in its order.
  `create unique index observation_once on observation (place_id, measure_id, data_set_id, period)`,
  `drop index observation_by_place`,
  `create function observation_refers() returns trigger language plpgsql
    security definer set search_path = public as $$
    declare named text; given uuid[]; wanted int; held int;
    begin
      for named, given in
        with once as (
          select distinct partnership_id, data_set_id, measure_id, place_id from added)
        select 'partnership', array_agg(distinct partnership_id)
          filter (where partnership_id is not null) from once
        union all select 'data_set', array_agg(distinct data_set_id) from once
        union all select 'measure', array_agg(distinct measure_id) from once
        union all select 'place', array_agg(distinct place_id) from once
      loop
        wanted := coalesce(cardinality(given), 0);
        execute format('select count(*) from (select from %I where id = any($1) for key share) there',
          named) into held using given;
        if held < wanted then
          raise exception 'an observation names a % that is not there', named using errcode = '23503';
        end if;
      end loop;
      return null;
    end $$`,
  `create function observation_follows() returns trigger language plpgsql
    security definer set search_path = public as $$
    begin
      execute format('delete from observation where %I in (select id from removed)', tg_argv[0]);
      return null;
    end $$`,
  // As the installation, whom every row is open to; making it the owner asks for this right in passing.
  `grant create on schema public to freehold_installation`,
  `alter function observation_refers() owner to freehold_installation`,
  `alter function observation_follows() owner to freehold_installation`,
  `revoke create on schema public from freehold_installation`,
  ...['insert', 'update'].map(
    (event) => `create trigger observation_refers_on_${event} after ${event} on observation
      referencing new table as added for each statement execute function observation_refers()`,
  ),
  ...['partnership', 'data_set', 'measure', 'place'].map(
    (table) => `create trigger observation_follows after delete on ${table}
      referencing old table as removed for each statement
      execute function observation_follows('${table}_id')`,
  ),
];
