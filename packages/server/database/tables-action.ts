import type { Generated } from 'kysely';
import type { JsonDefault, JsonNull } from './tables.ts';
import type { Tagged } from './tables-cycle.ts';

type Rag = 'red' | 'amber' | 'green';

type Versioned = {
  version: Generated<number>;
  touched: JsonDefault;
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  changed_by_name: Generated<string>;
};

type ActionTable = Tagged &
  Versioned & {
    id: Generated<string>;
    partnership_id: string;
    place_id: string;
    round_id: string | null;
    title: string;
    objective: Generated<string>;
    method: Generated<string>;
    owner_organisation: Generated<string>;
    owner_role: Generated<string>;
    owner_mailbox: Generated<string>;
    owner_member: string | null;
    remind: Generated<boolean>;
    doers: Generated<string>;
    resources: Generated<string>;
    resource_source: Generated<string>;
    starts_on: string | null;
    due_on: string | null;
    status: Generated<'planned' | 'under-way' | 'done' | 'stopped'>;
    ended_on: string | null;
    blocked: Generated<string>;
    evidence: Generated<string>;
    kind: 'input' | 'process' | 'output' | 'outcome';
    stage: 'diagnose' | 'challenge' | 'change' | 'normalise' | null;
    gaps: JsonDefault;
    assets: JsonDefault;
    topics: JsonDefault;
    indicators: JsonDefault;
    interventions: JsonDefault;
    cost: number | null;
    currency: Generated<string>;
    rag_decided: Rag | null;
    rag_reason: Generated<string>;
    rag_by_name: Generated<string>;
    rag_at: Date | null;
    rag_proposed: Rag | null;
  };

type ActionNoteTable = {
  id: Generated<string>;
  partnership_id: string;
  action_id: string;
  text: string;
  by_person: string | null;
  by_name: string;
  at: Generated<Date>;
};

/** `sent_at` is null while nobody knows whether the message went out. */
type ActionReminderTable = {
  id: Generated<string>;
  partnership_id: string;
  action_id: string;
  kind: 'due-soon' | 'overdue';
  due_on: string;
  to_person: string | null;
  to_address: string;
  claimed_at: Generated<Date>;
  sent_at: Date | null;
};

type ReminderOptOutTable = {
  partnership_id: string;
  person_id: string;
  at: Generated<Date>;
};

type TargetTable = Versioned & {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  round_id: string | null;
  about_kind: 'measure' | 'indicator' | 'topic';
  about_code: string;
  title: string;
  direction: '+' | '-';
  baseline_value: number;
  baseline_on: string;
  baseline_source: Generated<string>;
  path: 'line' | 'steps';
  steps: JsonDefault;
  aim: number;
  ends_on: string;
  tolerance: number;
  agreed_by: Generated<string>;
  agreed_on: string | null;
  note: Generated<string>;
  basis: JsonNull;
};

export type ActionTables = {
  action: ActionTable;
  action_note: ActionNoteTable;
  action_reminder: ActionReminderTable;
  reminder_opt_out: ReminderOptOutTable;
  target: TargetTable;
};
