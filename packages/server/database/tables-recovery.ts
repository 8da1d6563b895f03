import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

type Changed = { changed_by_name: Generated<string>; changed_at: Generated<Date> };

type StatementTable = Changed & {
  id: Generated<string>;
  partnership_id: string;
  organisation: string;
  organisation_key: string;
  year_end: string;
  facts: Json;
  state: Generated<'draft' | 'approved'>;
  version: Generated<number>;
  made_at: Generated<Date>;
};

type StatementTextTable = Changed & {
  partnership_id: string;
  statement_id: string;
  area: string;
  written: Generated<string>;
  version: Generated<number>;
};

type StatementTextVersionTable = {
  id: Generated<string>;
  partnership_id: string;
  statement_id: string;
  area: string;
  version: number;
  written: string;
  by_name: Generated<string>;
  at: Generated<Date>;
};

type StatementAnswerTable = Changed & {
  partnership_id: string;
  statement_id: string;
  item: string;
  answer: string;
  note: Generated<string>;
};

type StatementStepTable = {
  id: Generated<string>;
  partnership_id: string;
  statement_id: string;
  area: string;
  what: string;
  owner_role: Generated<string>;
  due_on: string | null;
  done_on: string | null;
  removed_at: Date | null;
  made_at: Generated<Date>;
};

type ScorecardAnswerTable = Changed & {
  partnership_id: string;
  year: number;
  section: string;
  level: number | null;
  evidence: Generated<string>;
  link: Generated<string>;
  version: Generated<number>;
};

type DiligenceCountTable = Changed & {
  id: Generated<string>;
  partnership_id: string;
  measure: string;
  year: number;
  quarter: Generated<number>;
  n: number;
  out_of: number | null;
  source: string;
  note: Generated<string>;
  removed_at: Date | null;
};

type RecoveryBatchTable = {
  id: Generated<string>;
  partnership_id: string;
  kind: 'claims' | 'outcomes';
  years: Json;
  rows: number;
  source: string;
  by_name: Generated<string>;
  at: Generated<Date>;
  removed_at: Date | null;
};

type RemedyClaimTable = {
  partnership_id: string;
  batch_id: string;
  year: number;
  route: string;
  outcome: string;
  stage: string;
  represented: string;
  band: string;
  duration: string;
  n: number;
};

type RecoveryOutcomeTable = {
  partnership_id: string;
  batch_id: string;
  year: number;
  outcome: string;
  point: string;
  rater: string;
  answer: string;
  n: number;
};

type RemedyBarrierTable = {
  id: Generated<string>;
  partnership_id: string;
  title: string;
  detail: Generated<string>;
  route: Generated<string>;
  affects: Generated<string>;
  owner_organisation: Generated<string>;
  owner_role: Generated<string>;
  asks: Generated<string>;
  status: Generated<'seen' | 'worked-on' | 'removed' | 'left'>;
  reason: Generated<string>;
  seen_on: string;
  taken_out_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

export type RecoveryTables = {
  statement: StatementTable;
  statement_text: StatementTextTable;
  statement_text_version: StatementTextVersionTable;
  statement_answer: StatementAnswerTable;
  statement_step: StatementStepTable;
  scorecard_answer: ScorecardAnswerTable;
  diligence_count: DiligenceCountTable;
  recovery_batch: RecoveryBatchTable;
  remedy_claim: RemedyClaimTable;
  recovery_outcome: RecoveryOutcomeTable;
  remedy_barrier: RemedyBarrierTable;
};
