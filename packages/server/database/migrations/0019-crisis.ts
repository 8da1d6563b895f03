import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Crises: what was prepared for one, its board while it lasts, and what was learnt. Counts by day are bare numbers:
// there is no column in which a person's record could stand.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['crisis', 'crisis_item', 'crisis_count', 'crisis_event']);
}

const stamp = 'timestamptz not null default now()';
const words = "text not null default ''";
const id = 'id uuid primary key default gen_random_uuid()';
const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const crisis = 'crisis_id uuid not null references crisis on delete cascade';
const changed = `changed_at ${stamp}, changed_by_name text not null`;
const aCount = (name: string) => `${name} int check (${name} >= 0)`;

const tables = [
  `create table crisis (
    ${id}, ${partnership}, place_id uuid not null references place,
    title text not null, type text not null check (type in ('armed-conflict', 'sudden-disaster',
      'slow-climate', 'displacement', 'epidemic', 'economic', 'other')),
    phase text not null check (phase in ('preparedness', 'acute', 'protracted', 'stabilisation', 'recovery')),
    state text not null default 'prepared' check (state in ('prepared', 'active', 'ended', 'reviewed')),
    starts_on date, ends_on date, source ${words}, source_url ${words}, trigger_rule ${words},
    affected ${words}, irregular ${words},
    activated_at timestamptz, activated_by_name ${words}, ended_at timestamptz, reviewed_at timestamptz,
    version int not null default 1, made_at ${stamp}, ${changed},
    check ((state = 'prepared') = (activated_at is null)))`,
  `create index crisis_by_place on crisis (partnership_id, place_id)`,
  // One at a time: the banner on every page leads to one board.
  `create unique index crisis_active on crisis (partnership_id) where state = 'active'`,
  // What kind it is stands in its content too, which core's schema reads.
  `create table crisis_item (
    ${id}, ${partnership}, ${crisis}, kind text not null check (kind in ('line', 'action', 'contact',
      'service', 'group', 'baseline', 'finding')),
    content jsonb not null, position int not null default 0, version int not null default 1, removed_at timestamptz,
    made_at ${stamp}, ${changed})`,
  `create index crisis_item_by_crisis on crisis_item (partnership_id, crisis_id)`,
  `create table crisis_count (
    ${partnership}, ${crisis}, day date not null, ${aCount('concerns')}, ${aCount('again')},
    ${changed}, primary key (partnership_id, crisis_id, day))`,
  `create table crisis_event (
    ${id}, ${partnership}, ${crisis}, at ${stamp},
    what text not null, says ${words}, by_name text not null)`,
  `create index crisis_event_by_crisis on crisis_event (partnership_id, crisis_id, at)`,
];
