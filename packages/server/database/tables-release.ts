import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

type ReleaseTable = {
  id: Generated<string>;
  partnership_id: string;
  title: string;
  purpose: string;
  manifest: Json;
  ledger: Json | null;
  sha256: string;
  by_name: string;
  at: Date;
  withdrawn_at: Date | null;
  withdrawn_because: Generated<string>;
};

type ReleaseFileTable = {
  partnership_id: string;
  release_id: string;
  name: string;
  content: string;
  size: number;
};

export type ReleaseTables = { release: ReleaseTable; release_file: ReleaseFileTable };
