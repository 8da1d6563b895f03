import type { Generated } from 'kysely';
import type { Json, JsonDefault, JsonNull } from './tables.ts';

export type DirectoryImportTable = {
  id: Generated<string>;
  partnership_id: string;
  title: string;
  counts: Json;
  by_name: Generated<string>;
  at: Generated<Date>;
  undone_at: Date | null;
};

export type ListedPartnershipTable = {
  id: Generated<string>;
  partnership_id: string;
  name: string;
  content: Json;
  source: Generated<string>;
  source_key: Generated<string>;
  verified_on: string | null;
  verified_by: Generated<string>;
  merged_into: string | null;
  import_id: string | null;
  edited_at: Date | null;
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

export type ListedOrganisationTable = {
  id: Generated<string>;
  partnership_id: string;
  name: string;
  sector: Generated<string>;
  content: Json;
  merged_into: string | null;
  import_id: string | null;
  edited_at: Date | null;
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

export type ListedMembershipTable = {
  id: Generated<string>;
  partnership_id: string;
  listed_id: string;
  organisation_id: string;
  role: Generated<string>;
  content: JsonDefault;
  as_written: Generated<string>;
  started_on: string | null;
  ended_on: string | null;
  import_id: string | null;
  made_at: Generated<Date>;
};

export type ListedChangeTable = {
  id: Generated<string>;
  partnership_id: string;
  kind: 'partnership' | 'organisation';
  record: string;
  what: string;
  before: JsonNull;
  note: Generated<string>;
  by_name: Generated<string>;
  at: Generated<Date>;
  import_id: string | null;
};

export type CleanUpItemTable = {
  id: Generated<string>;
  partnership_id: string;
  import_id: string | null;
  listed_id: string | null;
  kind: string;
  file: Generated<string>;
  row: number | null;
  col: Generated<string>;
  text: Generated<string>;
  details: JsonDefault;
  suggestions: JsonDefault;
  state: Generated<'open' | 'settled' | 'dismissed'>;
  decision: JsonNull;
  reason: Generated<string>;
  decided_by: Generated<string>;
  decided_at: Date | null;
  made_at: Generated<Date>;
};

export type OrganisationAliasTable = {
  id: Generated<string>;
  partnership_id: string;
  key: string;
  organisation_id: string;
  refused: Generated<boolean>;
  by_name: Generated<string>;
  at: Generated<Date>;
};

export type CodeListTable = {
  id: Generated<string>;
  partnership_id: string;
  list: string;
  version: number;
  content: Json;
  by_name: Generated<string>;
  at: Generated<Date>;
};

export type DirectoryTables = {
  directory_import: DirectoryImportTable;
  listed_partnership: ListedPartnershipTable;
  listed_organisation: ListedOrganisationTable;
  listed_membership: ListedMembershipTable;
  listed_change: ListedChangeTable;
  clean_up_item: CleanUpItemTable;
  organisation_alias: OrganisationAliasTable;
  code_list: CodeListTable;
};
