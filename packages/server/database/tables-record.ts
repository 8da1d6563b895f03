import type { Generated } from 'kysely';
import type { Json, JsonDefault, JsonNull } from './tables.ts';

type Stage = 'diagnose' | 'challenge' | 'change' | 'normalise';

/** Whose it is, and which turn of the cycle and stage it came up in. */
type Placed = {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  round_id: string | null;
  stage: Stage | null;
};

type RiskTable = Placed & {
  title: string;
  description: Generated<string>;
  likelihood: number;
  impact: number;
  mitigation: Generated<string>;
  owner_organisation: Generated<string>;
  owner_role: Generated<string>;
  review_on: string | null;
  status: Generated<'open' | 'accepted' | 'closed'>;
  reason: Generated<string>;
  topics: JsonDefault;
  gaps: JsonDefault;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

type DecisionTable = Placed & {
  corrects: string | null;
  correction: Generated<string>;
  question: string;
  options: JsonDefault;
  reasons: Generated<string>;
  outcome: string;
  taken_by_organisation: Generated<string>;
  taken_by_role: Generated<string>;
  decided_on: string;
  review_on: string | null;
  gaps: JsonDefault;
  actions: JsonDefault;
  by_person: string | null;
  by_name: string;
  made_at: Generated<Date>;
};

type SurvivorInputTable = Placed & {
  channel:
    | 'adviser'
    | 'group'
    | 'drop-in'
    | 'third-party'
    | 'survivor-led-evaluation'
    | 'survey'
    | 'other';
  theme: string;
  summary: string;
  people: 'under-5' | '5-9' | '10-19' | '20-49' | '50-or-more' | 'not-known';
  changed: Generated<string>;
  actions: JsonDefault;
  received_on: string;
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

type DocumentPartTable = {
  partnership_id: string;
  place_id: string;
  document: string;
  edition: Generated<string>;
  part: string;
  filled: JsonNull;
  filled_at: Date | null;
  written: Generated<string>;
  state: Generated<'open' | 'ready' | 'left-out'>;
  version: Generated<number>;
  changed_by_name: Generated<string>;
  changed_at: Generated<Date>;
};

type ProblemProfileTable = {
  partnership_id: string;
  place_id: string;
  title: string;
  marking: string;
  made_at: Generated<Date>;
};

type ProblemProfileIssueTable = {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  number: number;
  document: Json;
  note: Generated<string>;
  by_person: string | null;
  by_name: string;
  at: Generated<Date>;
};

export type RecordTables = {
  risk: RiskTable;
  decision: DecisionTable;
  survivor_input: SurvivorInputTable;
  document_part: DocumentPartTable;
  problem_profile: ProblemProfileTable;
  problem_profile_issue: ProblemProfileIssueTable;
};
