import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

type Owned = { id: Generated<string>; partnership_id: string };

type EvidenceImportTable = Owned & {
  kind: 'references' | 'studies' | 'starter';
  title: string;
  counts: Json;
  by_name: Generated<string>;
  at: Generated<Date>;
};

type SourceTable = Owned & {
  title: string;
  title_key: string;
  year: number | null;
  doi: Generated<string>;
  authors: Generated<string>;
  type: string;
  sort: Generated<'peer-reviewed' | 'grey' | 'evaluation' | 'official' | 'testimony' | 'unknown'>;
  route: Generated<'reviewer' | 'public'>;
  licence: Generated<string>;
  note: Generated<string>;
  reference: Json;
  merged_into: string | null;
  import_id: string | null;
  added_by: Generated<string>;
  added_at: Generated<Date>;
  changed_at: Generated<Date>;
  removed_at: Date | null;
};

type ArrivalTable = Owned & {
  import_id: string;
  file: string;
  number: number;
  row: number;
  fate: 'new' | 'duplicate' | 'rejected';
  source_id: string | null;
  because: Generated<string>;
};

type SuggestionTable = Owned & {
  source_id: string;
  of_id: string;
  because: string;
  likeness: number;
  state: Generated<'open' | 'accepted' | 'refused'>;
  decided_by: Generated<string>;
  decided_at: Date | null;
};

type StudyTable = Owned & {
  source_id: string | null;
  title: string;
  year: number | null;
  content: Json;
  origin: Generated<string>;
  origin_key: Generated<string>;
  import_id: string | null;
  added_by: Generated<string>;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  removed_at: Date | null;
};

export type GradeScale = 'maryland' | 'weight' | 'grade' | 'nesta' | 'amstar' | 'verdict';

type GradeTable = Owned & {
  study_id: string;
  scale: GradeScale;
  outcome: Generated<string>;
  person_id: string;
  by_name: string;
  value: Json;
  note: Generated<string>;
  at: Generated<Date>;
};

type GradeSettledTable = {
  partnership_id: string;
  study_id: string;
  scale: GradeScale;
  outcome: Generated<string>;
  value: Json;
  by_name: string;
  reason: string;
  at: Generated<Date>;
};

type GroupTable = Owned & {
  name: string;
  theme: Generated<string>;
  purpose: Generated<string>;
  survivor_seats: Generated<number>;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  removed_at: Date | null;
};

type GroupMemberTable = Owned & {
  group_id: string;
  name: string;
  content: Json;
  left_on: string | null;
  made_at: Generated<Date>;
};

type ClaimTable = Owned & {
  statement: string;
  theme: Generated<string>;
  status: Generated<'draft' | 'in-assessment' | 'consultation' | 'published' | 'superseded'>;
  version: Generated<number>;
  content: Json;
  review_by: string | null;
  last_review_on: string | null;
  group_id: string | null;
  made_by: Generated<string>;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  removed_at: Date | null;
};

type ClaimStudyTable = {
  partnership_id: string;
  claim_id: string;
  study_id: string;
  stance: 'supports' | 'contradicts' | 'qualifies';
  note: Generated<string>;
};

type ClaimVersionTable = Owned & {
  claim_id: string;
  version: number;
  content: Json;
  note: Generated<string>;
  by_name: Generated<string>;
  at: Generated<Date>;
};

type GroupDecisionTable = Owned & {
  group_id: string;
  claim_id: string | null;
  decided_on: string;
  decision: string;
  dissent: Generated<string>;
  by_name: Generated<string>;
  made_at: Generated<Date>;
};

type ProtocolTable = Owned & {
  title: string;
  content: Json;
  updated_on: string | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  removed_at: Date | null;
};

type RuleTable = {
  partnership_id: string;
  content: Json;
  reason: string;
  by_name: Generated<string>;
  at: Generated<Date>;
};

type ChangeTable = Owned & {
  kind: string;
  record: string | null;
  title: Generated<string>;
  what: string;
  note: Generated<string>;
  by_name: Generated<string>;
  at: Generated<Date>;
};

export type EvidenceTables = {
  evidence_import: EvidenceImportTable;
  evidence_source: SourceTable;
  evidence_arrival: ArrivalTable;
  evidence_suggestion: SuggestionTable;
  evidence_study: StudyTable;
  evidence_grade: GradeTable;
  evidence_grade_settled: GradeSettledTable;
  evidence_group: GroupTable;
  evidence_group_member: GroupMemberTable;
  evidence_claim: ClaimTable;
  evidence_claim_version: ClaimVersionTable;
  evidence_claim_study: ClaimStudyTable;
  evidence_group_decision: GroupDecisionTable;
  evidence_protocol: ProtocolTable;
  evidence_rule: RuleTable;
  evidence_change: ChangeTable;
};
