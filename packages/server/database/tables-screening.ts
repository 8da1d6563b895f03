import type { Generated } from 'kysely';
import type { Json, JsonDefault } from './tables.ts';

type Stage = 'title-abstract' | 'full-text';

type BatchTable = {
  id: Generated<string>;
  partnership_id: string;
  title: string;
  protocol_id: string | null;
  first_person: string | null;
  first_name: string;
  second_person: string | null;
  second_name: string;
  reasons: Json;
  look_for: JsonDefault;
  look_out: JsonDefault;
  made_by: Generated<string>;
  made_at: Generated<Date>;
};

type Screened = { partnership_id: string; batch_id: string; source_id: string };

type DecisionTable = Screened & {
  stage: Stage;
  person_id: string;
  decision: 'include' | 'exclude' | 'unsure' | null;
  reason: Generated<string>;
  typed_at: Date;
  at: Date;
};

type SettledTable = Screened & {
  stage: Stage;
  decision: 'include' | 'exclude';
  reason: Generated<string>;
  note: string;
  by_name: string;
  at: Date;
};

export type ScreeningTables = {
  screening_batch: BatchTable;
  screening_source: Screened & { position: number };
  screening_decision: DecisionTable;
  screening_settled: SettledTable;
};
