import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

type Changed = { changed_at: Generated<Date>; changed_by_name: string };

type CrisisTable = Changed & {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  title: string;
  type:
    | 'armed-conflict'
    | 'sudden-disaster'
    | 'slow-climate'
    | 'displacement'
    | 'epidemic'
    | 'economic'
    | 'other';
  phase: 'preparedness' | 'acute' | 'protracted' | 'stabilisation' | 'recovery';
  state: Generated<'prepared' | 'active' | 'ended' | 'reviewed'>;
  starts_on: string | null;
  ends_on: string | null;
  source: Generated<string>;
  source_url: Generated<string>;
  trigger_rule: Generated<string>;
  affected: Generated<string>;
  irregular: Generated<string>;
  activated_at: Date | null;
  activated_by_name: Generated<string>;
  ended_at: Date | null;
  reviewed_at: Date | null;
  version: Generated<number>;
  made_at: Generated<Date>;
};

type CrisisItemTable = Changed & {
  id: Generated<string>;
  partnership_id: string;
  crisis_id: string;
  kind: 'line' | 'action' | 'contact' | 'service' | 'group' | 'baseline' | 'finding';
  content: Json;
  position: Generated<number>;
  version: Generated<number>;
  removed_at: Date | null;
  made_at: Generated<Date>;
};

type CrisisCountTable = Changed & {
  partnership_id: string;
  crisis_id: string;
  day: string;
  concerns: number | null;
  again: number | null;
};

type CrisisEventTable = {
  id: Generated<string>;
  partnership_id: string;
  crisis_id: string;
  at: Generated<Date>;
  what: string;
  says: Generated<string>;
  by_name: string;
};

export type CrisisTables = {
  crisis: CrisisTable;
  crisis_item: CrisisItemTable;
  crisis_count: CrisisCountTable;
  crisis_event: CrisisEventTable;
};
