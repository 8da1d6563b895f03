import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

export type NetworkTable = {
  id: Generated<string>;
  partnership_id: string;
  title: string;
  format: 'csv' | 'gexf' | 'graphml';
  directed: boolean;
  nodes: number;
  ties: number;
  content: Json;
  made_by: Generated<string>;
  made_at: Generated<Date>;
  removed_at: Date | null;
};

export type RelationshipResultTable = {
  wave_id: string;
  partnership_id: string;
  content: Json;
  at: Generated<Date>;
};

export type NetworkTables = {
  network: NetworkTable;
  relationship_result: RelationshipResultTable;
};
