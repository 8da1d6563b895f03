import type { Generated } from 'kysely';
import type { JsonDefault } from './tables.ts';

type Stage = 'diagnose' | 'challenge' | 'change' | 'normalise';
export type StageState = 'not-started' | 'under-way' | 'closed';

/** Which way of responding something is part of; null where nobody has said. */
export type Tagged = {
  pathway: 'prevention' | 'discovery' | 'respite' | 'recovery' | 'sustainable-freedom' | null;
  four_p: 'pursue' | 'prevent' | 'protect' | 'prepare' | null;
};

type CycleRoundTable = {
  id: Generated<string>;
  partnership_id: string;
  place_id: string;
  number: number;
  title: string;
  started_on: string;
  ended_on: string | null;
  state: Generated<'open' | 'closed'>;
  goals: Generated<string>;
  changed: Generated<string>;
  normal: Generated<string>;
  learning: Generated<string>;
  next_goals: Generated<string>;
  made_at: Generated<Date>;
  closed_at: Date | null;
  closed_by: string | null;
  closed_by_name: Generated<string>;
};

type CycleStageTable = {
  round_id: string;
  stage: Stage;
  partnership_id: string;
  state: Generated<StageState>;
  started_at: Date | null;
  closed_at: Date | null;
  changed_at: Generated<Date>;
};

type CycleStepTable = {
  id: Generated<number>;
  partnership_id: string;
  round_id: string;
  stage: Stage;
  from_state: StageState;
  to_state: StageState;
  by_person: string | null;
  by_name: string;
  note: Generated<string>;
  left_open: JsonDefault;
  at: Generated<Date>;
};

type CycleItemTable = {
  id: Generated<string>;
  partnership_id: string;
  round_id: string;
  stage: Stage;
  position: number;
  title: string;
  proposed: Generated<boolean>;
  done: Generated<boolean>;
  done_by: string | null;
  done_by_name: Generated<string>;
  done_at: Date | null;
  note: Generated<string>;
  carried_from: string | null;
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

type CycleOutputTable = {
  round_id: string;
  output: string;
  partnership_id: string;
  /** How many there were when the round closed; null where nothing is counted, or not yet. */
  counted: number | null;
  note: Generated<string>;
  link: Generated<string>;
  by_person: string | null;
  by_name: string;
  at: Generated<Date>;
};

type CycleCarryTable = {
  id: Generated<string>;
  partnership_id: string;
  round_id: string;
  kind: 'gap' | 'action' | 'target' | 'risk' | 'item';
  record: string;
  title: string;
  decision: 'carried' | 'dropped';
  reason: Generated<string>;
  at: Generated<Date>;
};

export type CycleTables = {
  cycle_round: CycleRoundTable;
  cycle_stage: CycleStageTable;
  cycle_step: CycleStepTable;
  cycle_item: CycleItemTable;
  cycle_output: CycleOutputTable;
  cycle_carry: CycleCarryTable;
};
