import type { Json } from './tables.ts';

export type ImportBeforeTable = {
  partnership_id: string;
  job_id: string;
  what: string;
  key: string;
  before: Json;
};

export type ImportSameTable = {
  partnership_id: string;
  job_id: string;
  what: string;
  keys: string[];
};

export type UndoTables = { import_before: ImportBeforeTable; import_same: ImportSameTable };
