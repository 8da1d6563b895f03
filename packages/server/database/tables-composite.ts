import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

type CompositeIndexTable = {
  id: Generated<string>;
  partnership_id: string;
  title: string;
  note: Generated<string>;
  units: number;
  indicators: number;
  notice: Generated<boolean>;
  revision: Generated<number>;
  removed_at: Date | null;
  made_at: Generated<Date>;
};

type CompositeIndexVersionTable = {
  id: Generated<string>;
  partnership_id: string;
  index_id: string;
  number: number;
  content: Json;
  note: Generated<string>;
  by_name: Generated<string>;
  at: Generated<Date>;
};

export type CompositeTables = {
  composite_index: CompositeIndexTable;
  composite_index_version: CompositeIndexVersionTable;
};
