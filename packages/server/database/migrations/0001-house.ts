import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const role of ['freehold_app', 'freehold_installation']) {
    await sql`do $$ begin
      create role ${sql.raw(role)} nologin;
    exception when duplicate_object or unique_violation then null; end $$`.execute(db);
    await sql`grant ${sql.raw(role)} to current_user`.execute(db);
    await sql`grant usage on schema public to ${sql.raw(role)}`.execute(db);
  }
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, await allTables(db));
}

const stamp = 'timestamptz not null default now()';

const tables = [
  `create table person (
    id uuid primary key default gen_random_uuid(),
    name text not null, email text unique,
    administrator boolean not null default false, made_at ${stamp})`,
  `create table sign_in_link (
    token_hash text primary key, person_id uuid not null references person on delete cascade,
    made_at ${stamp}, expires_at timestamptz not null, used_at timestamptz)`,
  `create table session (
    token_hash text primary key, person_id uuid not null references person on delete cascade,
    made_at ${stamp}, seen_at ${stamp}, expires_at timestamptz not null)`,

  `create table partnership (
    id uuid primary key default gen_random_uuid(),
    name text not null, made_up boolean not null default false,
    least_cell int not null default 5, home_place_id uuid, made_at ${stamp})`,
  `create table organisation (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    name text not null, sector text not null default '', made_at ${stamp},
    unique (partnership_id, name))`,
  `create table membership (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    person_id uuid not null references person on delete cascade,
    organisation_id uuid references organisation on delete set null,
    role text not null check (role in ('co-ordinator', 'member', 'analyst', 'chair',
      'survivor-adviser', 'policy-reader', 'researcher')),
    made_at ${stamp}, unique (partnership_id, person_id))`,

  `create table place (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid references partnership on delete cascade,
    type text not null, code text, code_year int, name text not null, name_key text not null,
    source text not null default '', made_at ${stamp})`,
  `create unique index place_official on place (
    coalesce(partnership_id, '00000000-0000-0000-0000-000000000000'), type, code)`,
  `create index place_by_key on place (name_key)`,
  `create index place_by_code on place (code)`,
  `create table place_parent (
    child_id uuid not null references place on delete cascade,
    parent_id uuid not null references place on delete cascade,
    partnership_id uuid references partnership on delete cascade,
    source text not null default '', primary key (child_id, parent_id), check (child_id <> parent_id))`,
  `create index place_parent_by_parent on place_parent (parent_id)`,
  `create table place_population (
    place_id uuid not null references place on delete cascade,
    partnership_id uuid references partnership on delete cascade,
    year int not null, population int not null check (population >= 0),
    source text not null default '', primary key (place_id, year))`,
  `create table place_boundary (
    place_id uuid primary key references place on delete cascade,
    partnership_id uuid references partnership on delete cascade,
    geometry jsonb not null, source text not null default '')`,
  `alter table partnership add foreign key (home_place_id) references place on delete set null`,

  `create table measure (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid references partnership on delete cascade,
    code text not null, title text not null, definition text not null default '',
    unit text not null default '', direction text not null check (direction in ('+', '-', 'o')),
    value_kind text not null check (value_kind in ('count', 'proportion', 'rate', 'score', 'amount')),
    factor double precision not null default 1, decimals int not null default 1,
    counts_people boolean not null default false, detection boolean not null default false,
    least_cell int not null default 0, breaks jsonb not null default '[]', made_at ${stamp},
    unique nulls not distinct (partnership_id, code))`,
  `create table data_set (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid references partnership on delete cascade,
    code text not null, title text not null, publisher text not null default '',
    edition text not null default '', licence text not null default '', url text not null default '',
    retrieved_on date, note text not null default '', made_at ${stamp},
    unique nulls not distinct (partnership_id, code))`,
  `create table observation (
    id bigint generated always as identity primary key,
    partnership_id uuid references partnership on delete cascade,
    data_set_id uuid not null references data_set on delete cascade,
    measure_id uuid not null references measure on delete cascade,
    place_id uuid not null references place on delete cascade,
    period text not null, period_start date not null, period_end date not null,
    value double precision, numerator double precision, denominator double precision,
    low double precision, high double precision,
    suppressed boolean not null default false, note text not null default '', saved_at ${stamp},
    unique (data_set_id, measure_id, place_id, period))`,
  `create index observation_by_measure on observation (measure_id, period_start, place_id)`,
  `create index observation_by_place on observation (place_id, measure_id)`,
  `create table saved_mapping (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid references partnership on delete cascade,
    code text not null, title text not null, content jsonb not null, made_at ${stamp},
    unique nulls not distinct (partnership_id, code))`,
  `create table job (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid references partnership on delete cascade,
    kind text not null, title text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'refused', 'cancelled', 'broken')),
    done double precision not null default 0, total double precision,
    cancel_asked boolean not null default false, result jsonb, problems jsonb not null default '[]',
    started_by uuid references person on delete set null, started_at ${stamp}, ended_at timestamptz)`,

  `create table framework (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid references partnership on delete cascade,
    code text not null, title text not null, made_at ${stamp},
    unique nulls not distinct (partnership_id, code))`,
  `create table framework_version (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid references partnership on delete cascade,
    framework_id uuid not null references framework on delete cascade,
    version int not null, state text not null check (state in ('draft', 'published', 'retired')),
    content jsonb not null, made_at ${stamp}, published_at timestamptz, retired_at timestamptz,
    unique (framework_id, version))`,
  `create function framework_version_stays() returns trigger language plpgsql as $$ begin
    if old.state <> 'draft' and (new.content is distinct from old.content or new.version <> old.version)
    then raise exception 'a published framework version never changes' using errcode = '23514'; end if;
    return new; end $$`,
  `create trigger framework_version_stays before update on framework_version
    for each row execute function framework_version_stays()`,
  `create table framework_mapping (
    from_version_id uuid not null references framework_version on delete cascade,
    to_version_id uuid not null references framework_version on delete cascade,
    partnership_id uuid references partnership on delete cascade,
    content jsonb not null, primary key (from_version_id, to_version_id))`,

  `create table review (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    place_id uuid not null references place,
    framework_version_id uuid not null references framework_version,
    profile text not null, title text not null, round int not null default 1,
    state text not null check (state in ('draft', 'rating', 'agreeing', 'validated', 'published')),
    comparison jsonb not null default '{"kind":"same-type"}', seed bigint not null,
    closes_on date, made_by uuid references person on delete set null, made_at ${stamp})`,
  `create index review_by_place on review (partnership_id, place_id)`,
  `create table review_step (
    id bigint generated always as identity primary key,
    partnership_id uuid not null references partnership on delete cascade,
    review_id uuid not null references review on delete cascade,
    from_state text not null, to_state text not null,
    by_person uuid references person on delete set null, by_name text not null,
    note text not null default '', at ${stamp})`,
  `create table rater (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    review_id uuid not null references review on delete cascade,
    agency text not null, role_title text not null default '', name text not null default '',
    email text, token_hash text not null unique,
    invited_at ${stamp}, opened_at timestamptz, finished_at timestamptz)`,
  `create index rater_by_review on rater (review_id)`,
  `create table evidence_file (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    review_id uuid not null references review on delete cascade,
    rater_id uuid not null references rater on delete cascade,
    indicator text not null, name text not null, type text not null,
    size int not null, sha256 text not null, stored_as text not null, at ${stamp})`,
  `create table rating (
    rater_id uuid not null references rater on delete cascade,
    indicator text not null,
    partnership_id uuid not null references partnership on delete cascade,
    review_id uuid not null references review on delete cascade,
    answer text check (answer in ('0', '1', '2', '3', '4', 'na', 'dk')),
    grade text check (grade in ('A', 'B', 'C', 'D')),
    confidence text check (confidence in ('low', 'medium', 'high')),
    comment text not null default '', link text not null default '',
    typed_at timestamptz not null, saved_at ${stamp}, primary key (rater_id, indicator))`,
  `create index rating_by_review on rating (review_id, indicator)`,
  `create table agreed_score (
    review_id uuid not null references review on delete cascade,
    indicator text not null,
    partnership_id uuid not null references partnership on delete cascade,
    answer text not null check (answer in ('0', '1', '2', '3', '4', 'na', 'dk')),
    rationale text not null default '', dissent text not null default '',
    by_person uuid references person on delete set null, by_name text not null, at ${stamp},
    primary key (review_id, indicator))`,
  `create table review_result (
    review_id uuid primary key references review on delete cascade,
    partnership_id uuid not null references partnership on delete cascade,
    profile jsonb not null, at ${stamp})`,

  `create table gap (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    place_id uuid not null references place, review_id uuid references review on delete set null,
    topic text not null, indicator text not null default '', title text not null,
    kind text not null check (kind in
      ('service', 'data', 'knowledge', 'policy', 'resource', 'representation')),
    severity text not null check (severity in ('low', 'medium', 'high')),
    affected text not null default '', locally_solvable boolean not null default true,
    escalate_to text not null default '',
    status text not null check (status in ('proposed', 'kept', 'dismissed', 'closed')),
    reason text not null default '', proposed_because text not null default '',
    made_at ${stamp}, changed_at ${stamp})`,
  `create index gap_by_place on gap (partnership_id, place_id)`,
  `create table asset (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    place_id uuid not null references place, name text not null,
    kind text not null check (kind in ('organisation', 'service', 'person-role', 'building', 'skill',
      'funding', 'network', 'power', 'data', 'community-group')),
    topics jsonb not null default '[]', capacity text not null default '',
    access_route text not null default '', owner text not null default '',
    last_confirmed date, consent_to_list boolean not null default false,
    used boolean not null default false, note text not null default '',
    removed_at timestamptz, made_at ${stamp}, changed_at ${stamp})`,
  `create index asset_by_place on asset (partnership_id, place_id)`,
  `create table priority (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    review_id uuid not null references review on delete cascade,
    gap_id uuid not null references gap on delete cascade,
    importance int not null check (importance between 1 and 5),
    reach int not null check (reach between 1 and 5),
    position int, note text not null default '', changed_at ${stamp},
    unique (review_id, gap_id))`,
];

async function allTables(db: Kysely<unknown>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not like 'kysely_%'`.execute(db);
  return rows.map((row) => row.name);
}
