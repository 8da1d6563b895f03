import type { Generated } from 'kysely';
import type { Json, JsonDefault } from './tables.ts';

type Kept = {
  id: Generated<string>;
  partnership_id: string;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

type SupplierImportTable = {
  id: Generated<string>;
  partnership_id: string;
  title: string;
  counts: Json;
  by_name: Generated<string>;
  at: Generated<Date>;
  undone_at: Date | null;
};

/** `own` is the partnership's own organisation, or one of them. */
type SupplierTable = Kept & {
  name: string;
  name_key: string;
  number_key: Generated<string>;
  own: Generated<boolean>;
  company_number: Generated<string>;
  country: Generated<string>;
  tier: number | null;
  workers: number | null;
  turnover: number | null;
  currency: Generated<string>;
  products: JsonDefault;
  note: Generated<string>;
  severity: number | null;
  likelihood: number | null;
  band: Generated<string>;
  because: JsonDefault;
  prioritised_at: Date | null;
  merged_into: string | null;
  import_id: string | null;
  edited_at: Date | null;
  removed_at: Date | null;
};

type SupplierSiteTable = Kept & {
  supplier_id: string;
  name: Generated<string>;
  country: Generated<string>;
  postcode: Generated<string>;
  place_code: Generated<string>;
  longitude: number | null;
  latitude: number | null;
  workers: number | null;
  place_id: string | null;
  placed_by: 'code' | 'point' | 'postcode' | null;
  unplaced: Generated<string>;
  import_id: string | null;
};

type SupplierDuplicateTable = {
  id: Generated<string>;
  partnership_id: string;
  supplier_id: string;
  of_id: string;
  score: number;
  reason: string;
  state: Generated<'open' | 'accepted' | 'refused'>;
  decided_by: Generated<string>;
  decided_at: Date | null;
  import_id: string | null;
  made_at: Generated<Date>;
};

type DiligenceSettingTable = {
  partnership_id: string;
  content: Json;
  version: Generated<number>;
  by_name: Generated<string>;
  at: Generated<Date>;
};

type DiligenceRiskTable = Kept & {
  supplier_id: string | null;
  site_id: string | null;
  title: string;
  description: Generated<string>;
  clause: string;
  scale: number | null;
  scope: number | null;
  remediability: number | null;
  likelihood: number | null;
  involvement: Generated<'cause' | 'contribute' | 'linked' | 'not-known'>;
  salient: Generated<boolean>;
  severe: Generated<boolean>;
  tractable: Generated<boolean>;
  evidence: Generated<string>;
  noted_on: string;
  status: Generated<'open' | 'closed'>;
  reason: Generated<string>;
};

type DiligenceIncidentTable = Kept & {
  supplier_id: string | null;
  site_id: string | null;
  title: string;
  facts: Generated<string>;
  clauses: JsonDefault;
  affected: number | null;
  found_on: string;
  channel: string;
  status: Generated<'open' | 'looking-into' | 'remedy' | 'closed'>;
  reason: Generated<string>;
  closed_on: string | null;
  by_name: Generated<string>;
};

type DiligenceActionTable = Kept & {
  supplier_id: string | null;
  risk_id: string | null;
  incident_id: string | null;
  title: string;
  step: number;
  stage: 'investigate' | 'mitigate' | 'remedy' | 'monitor';
  leverage: Generated<string>;
  owner_organisation: Generated<string>;
  owner_role: Generated<string>;
  due_on: string | null;
  cost: number | null;
  currency: Generated<string>;
  engaged: Generated<string>;
  indicator: Generated<string>;
  indicator_aim: Generated<string>;
  result: Generated<string>;
  status: Generated<'planned' | 'under-way' | 'done' | 'stopped'>;
  ended_on: string | null;
};

type DiligenceRemedyTable = Kept & {
  incident_id: string;
  kind: string;
  description: Generated<string>;
  amount: number | null;
  currency: Generated<string>;
  workers: number | null;
  given_on: string;
  agreement: Generated<'agreed' | 'partly' | 'not-agreed' | 'not-asked'>;
  check_due_on: string | null;
  checked_on: string | null;
  works: 'yes' | 'partly' | 'no' | null;
  check_note: Generated<string>;
};

type ForcedLabourAssessmentTable = Kept & {
  supplier_id: string | null;
  site_id: string | null;
  incident_id: string | null;
  title: string;
  answers: Json;
  rule: Json;
  result: Json;
  made_on: string;
  referred_on: string | null;
  referred_to: Generated<string>;
  by_name: Generated<string>;
};

export type DiligenceTables = {
  supplier_import: SupplierImportTable;
  supplier: SupplierTable;
  supplier_site: SupplierSiteTable;
  supplier_duplicate: SupplierDuplicateTable;
  diligence_setting: DiligenceSettingTable;
  diligence_risk: DiligenceRiskTable;
  diligence_action: DiligenceActionTable;
  diligence_incident: DiligenceIncidentTable;
  diligence_remedy: DiligenceRemedyTable;
  forced_labour_assessment: ForcedLabourAssessmentTable;
};
