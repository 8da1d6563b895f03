import type { ColumnType, Generated } from 'kysely';
import type { ActionTables } from './tables-action.ts';
import type { ChangeTables } from './tables-change.ts';
import type { ComparisonTables } from './tables-comparison.ts';
import type { CompositeTables } from './tables-composite.ts';
import type { ReleaseTables } from './tables-release.ts';
import type { CrisisTables } from './tables-crisis.ts';
import type { CycleTables, Tagged } from './tables-cycle.ts';
import type { DiligenceTables } from './tables-diligence.ts';
import type { DirectoryTables } from './tables-directory.ts';
import type { EvidenceTables } from './tables-evidence.ts';
import type { NetworkTables } from './tables-network.ts';
import type { PreventionTables } from './tables-prevention.ts';
import type { RecoveryTables } from './tables-recovery.ts';
import type { ScreeningTables } from './tables-screening.ts';
import type { SurveyTables } from './tables-survey.ts';
import type { RecordTables } from './tables-record.ts';
import type { UndoTables } from './tables-undo.ts';

// What the migrations have made, as types. jsonb is read as a parsed value that the reader checks,
// and written as text.

export type Json = ColumnType<unknown, string, string>;
export type JsonDefault = ColumnType<unknown, string | undefined, string>;
export type JsonNull = ColumnType<unknown, string | null | undefined, string | null>;

export type PersonTable = {
  id: Generated<string>;
  name: string;
  email: string | null;
  administrator: Generated<boolean>;
  email_verified: Generated<boolean>;
  email_claimed: Generated<boolean>;
  two_factor: Generated<boolean>;
  made_at: Generated<Date>;
};

export type SignInLinkTable = {
  token_hash: string;
  person_id: string;
  made_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
};

export type AccountSessionTable = {
  id: Generated<string>;
  token: string;
  person_id: string;
  expires_at: Date;
  made_at: Generated<Date>;
  seen_at: Generated<Date>;
  address: string | null;
  agent: string | null;
};

export type AccountFactorTable = {
  id: Generated<string>;
  secret: string;
  backup_codes: string;
  person_id: string;
  verified: Generated<boolean>;
  failed_count: Generated<number>;
  locked_until: Date | null;
};

export type AccountCredentialTable = {
  id: Generated<string>;
  account_id: string;
  provider_id: string;
  person_id: string;
  password: string | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

export type AccountTryTable = {
  email_hash: string;
  failed: number;
  last_at: Date;
  locked_until: Date | null;
};

export type PartnershipTable = {
  id: Generated<string>;
  name: string;
  made_up: Generated<boolean>;
  least_cell: Generated<number>;
  home_place_id: string | null;
  made_at: Generated<Date>;
};

export type OrganisationTable = {
  id: Generated<string>;
  partnership_id: string;
  name: string;
  sector: Generated<string>;
  made_at: Generated<Date>;
};

export type MembershipTable = {
  id: Generated<string>;
  partnership_id: string;
  person_id: string;
  organisation_id: string | null;
  role:
    | 'co-ordinator'
    | 'member'
    | 'analyst'
    | 'chair'
    | 'survivor-adviser'
    | 'policy-reader'
    | 'researcher';
  made_at: Generated<Date>;
};

export type PlaceTable = {
  id: Generated<string>;
  partnership_id: string | null;
  type: string;
  code: string | null;
  code_year: number | null;
  name: string;
  name_key: string;
  source: Generated<string>;
  made_at: Generated<Date>;
  /** The import that wrote it last. */
  job_id: Generated<string | null>;
};

export type PlaceParentTable = {
  child_id: string;
  parent_id: string;
  partnership_id: string | null;
  source: Generated<string>;
  /** The import that wrote it last. */
  job_id: Generated<string | null>;
};

export type PlacePopulationTable = {
  place_id: string;
  partnership_id: string | null;
  year: number;
  population: number;
  source: Generated<string>;
  /** The import that wrote it last. */
  job_id: Generated<string | null>;
};

export type PlaceBoundaryTable = {
  place_id: string;
  partnership_id: string | null;
  geometry: Json;
  source: Generated<string>;
  /** The import that wrote it last. */
  job_id: Generated<string | null>;
};

export type MeasureTable = {
  id: Generated<string>;
  partnership_id: string | null;
  code: string;
  title: string;
  definition: Generated<string>;
  unit: Generated<string>;
  direction: '+' | '-' | 'o';
  value_kind: 'count' | 'proportion' | 'rate' | 'score' | 'amount';
  factor: Generated<number>;
  decimals: Generated<number>;
  counts_people: Generated<boolean>;
  detection: Generated<boolean>;
  least_cell: Generated<number>;
  zero_shown: Generated<boolean>;
  breaks: JsonDefault;
  made_at: Generated<Date>;
  /** The import that wrote it last. */
  job_id: Generated<string | null>;
};

export type DataSetTable = {
  id: Generated<string>;
  partnership_id: string | null;
  code: string;
  title: string;
  publisher: Generated<string>;
  edition: Generated<string>;
  licence: Generated<string>;
  url: Generated<string>;
  retrieved_on: string | null;
  note: Generated<string>;
  made_at: Generated<Date>;
  /** The import that wrote it last. */
  job_id: Generated<string | null>;
};

export type ObservationTable = {
  id: Generated<number>;
  partnership_id: string | null;
  data_set_id: string;
  measure_id: string;
  place_id: string;
  period: string;
  period_start: string;
  period_end: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  low: number | null;
  high: number | null;
  suppressed: Generated<boolean>;
  note: Generated<string>;
  saved_at: Generated<Date>;
  /** The import that wrote it last. */
  job_id: Generated<string | null>;
};

export type SavedMappingTable = {
  id: Generated<string>;
  partnership_id: string | null;
  code: string;
  title: string;
  content: Json;
  made_at: Generated<Date>;
};

export type JobTable = {
  id: Generated<string>;
  partnership_id: string | null;
  kind: string;
  title: string;
  state: 'waiting' | 'running' | 'done' | 'refused' | 'cancelled' | 'broken';
  done: Generated<number>;
  total: number | null;
  cancel_asked: Generated<boolean>;
  result: JsonNull;
  problems: JsonDefault;
  problem_count: Generated<number>;
  errors_stored_as: string | null;
  started_by: string | null;
  asked_at: Generated<Date>;
  started_at: Generated<Date>;
  ended_at: Date | null;
  upload_id: string | null;
  undone_at: Date | null;
  nth: Generated<number>;
};

export type UploadTable = {
  id: Generated<string>;
  partnership_id: string;
  name: string;
  size: number;
  sha256: string;
  stored_as: string;
  sent_by: string | null;
  at: Generated<Date>;
};

export type ObservationStageTable = {
  partnership_id: string;
  job_id: string;
  row: number;
  measure: number;
  place: number;
  period: number;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  low: number | null;
  high: number | null;
  suppressed: boolean;
  incomplete: boolean;
  note: string;
};

export type FrameworkTable = {
  id: Generated<string>;
  partnership_id: string | null;
  code: string;
  title: string;
  made_at: Generated<Date>;
};

export type FrameworkVersionTable = {
  id: Generated<string>;
  partnership_id: string | null;
  framework_id: string;
  version: number;
  state: 'draft' | 'published' | 'retired';
  content: Json;
  made_at: Generated<Date>;
  published_at: Date | null;
  retired_at: Date | null;
};

export type FrameworkMappingTable = {
  from_version_id: string;
  to_version_id: string;
  partnership_id: string | null;
  content: Json;
};

export type ReviewTable = {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  framework_version_id: string;
  profile: string;
  title: string;
  round: Generated<number>;
  state: 'draft' | 'rating' | 'agreeing' | 'validated' | 'published';
  comparison: JsonDefault;
  seed: number;
  closes_on: string | null;
  made_by: string | null;
  made_at: Generated<Date>;
  round_id: string | null;
};

export type ReviewStepTable = {
  id: Generated<number>;
  partnership_id: string;
  review_id: string;
  from_state: string;
  to_state: string;
  by_person: string | null;
  by_name: string;
  note: Generated<string>;
  at: Generated<Date>;
};

export type RaterTable = {
  id: Generated<string>;
  partnership_id: string;
  review_id: string;
  agency: string;
  role_title: Generated<string>;
  name: Generated<string>;
  email: string | null;
  token_hash: string;
  invited_at: Generated<Date>;
  opened_at: Date | null;
  finished_at: Date | null;
};

export type EvidenceFileTable = {
  id: Generated<string>;
  partnership_id: string;
  review_id: string;
  rater_id: string;
  indicator: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  stored_as: string;
  at: Generated<Date>;
};

/** An answer of null was taken back, or never given beside a comment; it counts as not answered. */
export type RatingTable = {
  rater_id: string;
  indicator: string;
  partnership_id: string;
  review_id: string;
  answer: '0' | '1' | '2' | '3' | '4' | 'na' | 'dk' | null;
  grade: 'A' | 'B' | 'C' | 'D' | null;
  confidence: 'low' | 'medium' | 'high' | null;
  comment: Generated<string>;
  link: Generated<string>;
  typed_at: Date;
  saved_at: Generated<Date>;
};

export type AgreedScoreTable = {
  review_id: string;
  indicator: string;
  partnership_id: string;
  answer: '0' | '1' | '2' | '3' | '4' | 'na' | 'dk';
  rationale: Generated<string>;
  dissent: Generated<string>;
  by_person: string | null;
  by_name: string;
  at: Generated<Date>;
};

export type ReviewResultTable = {
  review_id: string;
  partnership_id: string;
  profile: Json;
  at: Generated<Date>;
};

export type SharedResultTable = {
  review_id: string;
  partnership_id: string;
  visibility: 'peers' | 'public';
  content: Json;
  at: Generated<Date>;
};

export type GapTable = {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  review_id: string | null;
  topic: string;
  indicator: Generated<string>;
  title: string;
  kind: 'service' | 'data' | 'knowledge' | 'policy' | 'resource' | 'representation';
  severity: 'low' | 'medium' | 'high';
  affected: Generated<string>;
  locally_solvable: Generated<boolean>;
  escalate_to: Generated<string>;
  status: 'proposed' | 'kept' | 'dismissed' | 'closed';
  reason: Generated<string>;
  proposed_because: Generated<string>;
  pathway: Tagged['pathway'];
  four_p: Tagged['four_p'];
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

export type AssetTable = {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  name: string;
  kind:
    | 'organisation'
    | 'service'
    | 'person-role'
    | 'building'
    | 'skill'
    | 'funding'
    | 'network'
    | 'power'
    | 'data'
    | 'community-group';
  topics: JsonDefault;
  capacity: Generated<string>;
  access_route: Generated<string>;
  owner: Generated<string>;
  last_confirmed: string | null;
  consent_to_list: Generated<boolean>;
  used: Generated<boolean>;
  note: Generated<string>;
  pathway: Tagged['pathway'];
  four_p: Tagged['four_p'];
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

export type PriorityTable = {
  id: Generated<string>;
  partnership_id: string;
  review_id: string;
  gap_id: string;
  importance: number;
  reach: number;
  position: number | null;
  note: Generated<string>;
  changed_at: Generated<Date>;
};

export type AuditEntryTable = {
  seq: number;
  at: Date;
  partnership_id: string | null;
  person_id: string | null;
  rater_id: string | null;
  action: string;
  record: string;
  outcome: string;
  hash: string;
};

export type Tables = ActionTables &
  ChangeTables &
  CompositeTables &
  RecordTables &
  ComparisonTables &
  CrisisTables &
  CycleTables &
  DiligenceTables &
  DirectoryTables &
  NetworkTables &
  EvidenceTables &
  PreventionTables &
  RecoveryTables &
  ReleaseTables &
  ScreeningTables &
  SurveyTables &
  UndoTables & {
    audit_entry: AuditEntryTable;
    person: PersonTable;
    sign_in_link: SignInLinkTable;
    account_session: AccountSessionTable;
    account_factor: AccountFactorTable;
    account_credential: AccountCredentialTable;
    account_try: AccountTryTable;
    partnership: PartnershipTable;
    organisation: OrganisationTable;
    membership: MembershipTable;
    place: PlaceTable;
    place_parent: PlaceParentTable;
    place_population: PlacePopulationTable;
    place_boundary: PlaceBoundaryTable;
    measure: MeasureTable;
    data_set: DataSetTable;
    observation: ObservationTable;
    saved_mapping: SavedMappingTable;
    job: JobTable;
    upload: UploadTable;
    observation_stage: ObservationStageTable;
    framework: FrameworkTable;
    framework_version: FrameworkVersionTable;
    framework_mapping: FrameworkMappingTable;
    review: ReviewTable;
    review_step: ReviewStepTable;
    rater: RaterTable;
    evidence_file: EvidenceFileTable;
    rating: RatingTable;
    agreed_score: AgreedScoreTable;
    review_result: ReviewResultTable;
    shared_result: SharedResultTable;
    gap: GapTable;
    asset: AssetTable;
    priority: PriorityTable;
  };
