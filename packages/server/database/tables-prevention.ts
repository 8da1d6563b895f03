import type { Generated } from 'kysely';
import type { Json, JsonDefault } from './tables.ts';

/** `content` is core’s Intervention; its name stands beside it for the log of changes. */
type InterventionTable = {
  id: Generated<string>;
  partnership_id: string;
  name: string;
  content: Json;
  version: Generated<number>;
  touched: JsonDefault;
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  changed_by_name: Generated<string>;
};

/** A list of types that stands in the place of the shipped one while it is in use; its content never changes. */
type InterventionTypeListTable = {
  id: Generated<string>;
  partnership_id: string;
  version: number;
  title: string;
  content: Json;
  in_use: Generated<boolean>;
  file_name: Generated<string>;
  by_name: string;
  made_at: Generated<Date>;
};

type PreventionSettingTable = {
  partnership_id: string;
  treat_share: number | null;
  context: Generated<string>;
  changed_at: Generated<Date>;
  changed_by_name: Generated<string>;
};

export type PreventionTables = {
  intervention: InterventionTable;
  intervention_type_list: InterventionTypeListTable;
  prevention_setting: PreventionSettingTable;
};
