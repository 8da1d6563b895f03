import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// A place goes round and round: each round has four stages, a checklist, outputs, and at its end a close-out
// that says of everything open whether it goes on or not.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'cycle_round',
    'cycle_stage',
    'cycle_step',
    'cycle_item',
    'cycle_output',
    'cycle_carry',
  ]);
}

const stamp = 'timestamptz not null default now()';
const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const round = 'round_id uuid not null references cycle_round on delete cascade';
const stage = `stage text not null check (stage in ('diagnose', 'challenge', 'change', 'normalise'))`;
const stageState = `('not-started', 'under-way', 'closed')`;
const pathway = `check (pathway in
  ('prevention', 'discovery', 'respite', 'recovery', 'sustainable-freedom'))`;
const fourP = `check (four_p in ('pursue', 'prevent', 'protect', 'prepare'))`;

const tables = [
  `create table cycle_round (
    id uuid primary key default gen_random_uuid(), ${partnership},
    place_id uuid not null references place,
    number int not null check (number > 0), title text not null,
    started_on date not null, ended_on date,
    state text not null default 'open' check (state in ('open', 'closed')),
    goals text not null default '',
    changed text not null default '', normal text not null default '',
    learning text not null default '', next_goals text not null default '',
    made_at ${stamp}, closed_at timestamptz,
    closed_by uuid references person on delete set null, closed_by_name text not null default '',
    check ((state = 'closed') = (closed_at is not null)),
    unique (partnership_id, place_id, number))`,
  `create unique index cycle_round_open on cycle_round (partnership_id, place_id)
    where state = 'open'`,
  `create table cycle_stage (
    ${round}, ${stage}, ${partnership},
    state text not null default 'not-started' check (state in ${stageState}),
    started_at timestamptz, closed_at timestamptz, changed_at ${stamp},
    primary key (round_id, stage))`,
  // Who started, closed or reopened a stage, and what was left then: kept when the stage is reopened.
  `create table cycle_step (
    id bigint generated always as identity primary key, ${partnership}, ${round}, ${stage},
    from_state text not null check (from_state in ${stageState}),
    to_state text not null check (to_state in ${stageState}),
    by_person uuid references person on delete set null, by_name text not null,
    note text not null default '', left_open jsonb not null default '[]', at ${stamp})`,
  `create index cycle_step_by_round on cycle_step (round_id, at)`,
  `create table cycle_item (
    id uuid primary key default gen_random_uuid(), ${partnership}, ${round}, ${stage},
    position int not null, title text not null, proposed boolean not null default false,
    done boolean not null default false,
    done_by uuid references person on delete set null, done_by_name text not null default '',
    done_at timestamptz, note text not null default '',
    carried_from uuid references cycle_item on delete set null,
    removed_at timestamptz, made_at ${stamp}, changed_at ${stamp})`,
  `create index cycle_item_by_round on cycle_item (round_id)`,
  `create table cycle_output (
    ${round}, output text not null, ${partnership}, counted int,
    note text not null default '', link text not null default '',
    by_person uuid references person on delete set null, by_name text not null, at ${stamp},
    primary key (round_id, output))`,
  // What became of each thing that was open when a round closed. It takes hold when the next round opens, so
  // that a closed round can be reopened until then.
  `create table cycle_carry (
    id uuid primary key default gen_random_uuid(), ${partnership}, ${round},
    kind text not null check (kind in ('gap', 'action', 'target', 'risk', 'item')),
    record uuid not null, title text not null,
    decision text not null check (decision in ('carried', 'dropped')),
    reason text not null default '', at ${stamp},
    check (decision = 'carried' or reason <> ''), unique (round_id, kind, record))`,
  `alter table review add column round_id uuid references cycle_round on delete set null`,
  `create index review_by_round on review (round_id)`,
  ...['gap', 'asset'].flatMap((table) => [
    `alter table ${table} add column pathway text ${pathway}`,
    `alter table ${table} add column four_p text ${fourP}`,
  ]),
];
