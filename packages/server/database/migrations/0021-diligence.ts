import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Suppliers and their sites, and the due-diligence cycle about them, from finding to remedy. Workers are counts:
// no column holds a person. What a rule made of a supplier stands beside it, so that ten thousand can be sorted.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, [
    'supplier_import',
    'supplier',
    'supplier_site',
    'supplier_duplicate',
    'diligence_setting',
    'diligence_risk',
    'diligence_action',
    'diligence_incident',
    'diligence_remedy',
    'forced_labour_assessment',
  ]);
}

const id = 'id uuid primary key default gen_random_uuid()';
const partnership = 'partnership_id uuid not null references partnership on delete cascade';
const stamp = 'timestamptz not null default now()';
const kept = `made_at ${stamp}, changed_at ${stamp}`;
const words = "text not null default ''";
const list = "jsonb not null default '[]'";
const step = (name: string) => `${name} int check (${name} between 1 and 5)`;
const brought = 'import_id uuid references supplier_import on delete set null';
const supplier = 'supplier_id uuid references supplier on delete cascade';
const site = 'site_id uuid references supplier_site on delete set null';
const counted = (name: string) => `${name} int check (${name} >= 0)`;

const tables = [
  `create table supplier_import (
    ${id}, ${partnership}, title text not null, counts jsonb not null,
    by_name ${words}, at ${stamp}, undone_at timestamptz)`,

  // Accepting that two are one points from one to the other and changes neither, so that it can be undone.
  `create table supplier (
    ${id}, ${partnership}, name text not null, name_key text not null, number_key ${words},
    own boolean not null default false, company_number ${words}, country ${words},
    tier int check (tier between 1 and 9), ${counted('workers')},
    turnover double precision, currency ${words}, products ${list}, note ${words},
    ${step('severity')}, ${step('likelihood')},
    band text not null default 'not-known', because ${list},
    prioritised_at timestamptz,
    merged_into uuid references supplier on delete set null, ${brought},
    edited_at timestamptz, removed_at timestamptz, ${kept}, check (merged_into <> id))`,
  `create index supplier_by_priority on supplier
    (partnership_id, severity desc nulls last, likelihood desc nulls last, name_key, id)`,
  `create index supplier_by_name on supplier (partnership_id, name_key, id)`,
  `create index supplier_by_number on supplier (partnership_id, number_key) where number_key <> ''`,

  // Where a site lies is worked out from its own words and the boundaries there are; "placed_by" says how.
  `create table supplier_site (
    ${id}, ${partnership}, supplier_id uuid not null references supplier on delete cascade,
    name ${words}, country ${words}, postcode ${words}, place_code ${words},
    longitude double precision, latitude double precision, ${counted('workers')},
    place_id uuid references place on delete set null,
    placed_by text check (placed_by in ('code', 'point', 'postcode')), unplaced ${words},
    ${brought}, ${kept})`,
  `create index supplier_site_by_supplier on supplier_site (supplier_id)`,
  `create index supplier_site_by_place on supplier_site (place_id)`,

  `create table supplier_duplicate (
    ${id}, ${partnership},
    supplier_id uuid not null references supplier on delete cascade,
    of_id uuid not null references supplier on delete cascade,
    score double precision not null, reason text not null,
    state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
    decided_by ${words}, decided_at timestamptz, ${brought}, made_at ${stamp},
    unique (partnership_id, supplier_id, of_id), check (supplier_id <> of_id))`,

  // A partnership's own rules; what Freehold ships stands in the program.
  `create table diligence_setting (
    partnership_id uuid primary key references partnership on delete cascade,
    content jsonb not null, version int not null default 1, by_name ${words}, at ${stamp})`,

  `create table diligence_risk (
    ${id}, ${partnership}, ${supplier}, ${site}, title text not null, description ${words},
    clause text not null, ${step('scale')}, ${step('scope')}, ${step('remediability')},
    ${step('likelihood')},
    involvement text not null default 'not-known'
      check (involvement in ('cause', 'contribute', 'linked', 'not-known')),
    salient boolean not null default false, severe boolean not null default false,
    tractable boolean not null default false, evidence ${words}, noted_on date not null,
    status text not null default 'open' check (status in ('open', 'closed')), reason ${words},
    ${kept}, check (status = 'open' or reason <> ''))`,
  `create index diligence_risk_by_partnership on diligence_risk (partnership_id, supplier_id)`,

  `create table diligence_incident (
    ${id}, ${partnership}, ${supplier}, ${site}, title text not null, facts ${words},
    clauses ${list}, ${counted('affected')}, found_on date not null, channel text not null,
    status text not null default 'open'
      check (status in ('open', 'looking-into', 'remedy', 'closed')),
    reason ${words}, closed_on date, by_name ${words}, ${kept})`,
  `create index diligence_incident_by_partnership on diligence_incident (partnership_id, found_on)`,

  `create table diligence_action (
    ${id}, ${partnership}, ${supplier},
    risk_id uuid references diligence_risk on delete set null,
    incident_id uuid references diligence_incident on delete set null,
    title text not null, step int not null check (step between 1 and 6),
    stage text not null check (stage in ('investigate', 'mitigate', 'remedy', 'monitor')),
    leverage ${words}, owner_organisation ${words}, owner_role ${words}, due_on date,
    cost double precision, currency ${words}, engaged ${words},
    indicator ${words}, indicator_aim ${words}, result ${words},
    status text not null default 'planned'
      check (status in ('planned', 'under-way', 'done', 'stopped')),
    ended_on date, ${kept})`,
  `create index diligence_action_by_partnership on diligence_action (partnership_id, step)`,

  `create table diligence_remedy (
    ${id}, ${partnership},
    incident_id uuid not null references diligence_incident on delete cascade,
    kind text not null check (kind in ('back-pay', 'claim-support', 'services', 'reinstatement',
      'corrective-plan', 'contract-end', 'other')),
    description ${words}, amount double precision, currency ${words}, ${counted('workers')},
    given_on date not null,
    agreement text not null default 'not-asked'
      check (agreement in ('agreed', 'partly', 'not-agreed', 'not-asked')),
    check_due_on date, checked_on date,
    works text check (works in ('yes', 'partly', 'no')), check_note ${words}, ${kept},
    check ((checked_on is null) = (works is null)))`,
  `create index diligence_remedy_by_incident on diligence_remedy (incident_id)`,

  // "rule" and "result" are those of the day it was made: a later rule does not change what was said then.
  `create table forced_labour_assessment (
    ${id}, ${partnership}, ${supplier}, ${site},
    incident_id uuid references diligence_incident on delete set null,
    title text not null, answers jsonb not null, rule jsonb not null, result jsonb not null,
    made_on date not null, referred_on date, referred_to ${words}, by_name ${words}, ${kept})`,
  `create index forced_labour_assessment_by_partnership
    on forced_labour_assessment (partnership_id, made_on)`,
];
