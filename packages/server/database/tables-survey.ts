import type { Generated } from 'kysely';
import type { Json, JsonNull } from './tables.ts';

export type SurveyInstrumentTable = {
  id: Generated<string>;
  partnership_id: string;
  code: string;
  version: number;
  state: Generated<'draft' | 'published' | 'locked'>;
  shipped: Generated<boolean>;
  content: Json;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
};

export type SurveyWaveTable = {
  id: Generated<string>;
  partnership_id: string;
  instrument_id: string;
  round_id: string | null;
  compares_with: string | null;
  title: string;
  state: Generated<'draft' | 'open' | 'closed'>;
  closes_on: string | null;
  remind_after_days: Generated<number>;
  made_at: Generated<Date>;
  opened_at: Date | null;
  closed_at: Date | null;
};

export type CleanUpState = 'waiting' | 'kept' | 'merged' | 'removed';

export type SurveyTargetTable = {
  id: Generated<string>;
  partnership_id: string;
  wave_id: string;
  label: string;
  organisation_id: string | null;
  listed_id: string | null;
  contact: Generated<string>;
  email: string | null;
  language: Generated<string>;
  link_seed: string;
  token_hash: string;
  made_at: Generated<Date>;
  invited_at: Date | null;
  last_sent_at: Date | null;
  reminders: Generated<number>;
  opened_at: Date | null;
  consented_at: Date | null;
  consent_language: Generated<string>;
  finished_at: Date | null;
  clean_up: Generated<CleanUpState>;
  merged_into: string | null;
};

export type SurveyAnswerTable = {
  target_id: string;
  key: string;
  partnership_id: string;
  wave_id: string;
  value: JsonNull;
  typed_at: Date;
  saved_at: Generated<Date>;
};

export type SurveyFileTable = {
  id: Generated<string>;
  partnership_id: string;
  wave_id: string;
  target_id: string;
  answer_key: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  stored_as: string;
  at: Generated<Date>;
};

export type SurveyCleanUpTable = {
  id: Generated<string>;
  partnership_id: string;
  target_id: string;
  from_state: CleanUpState;
  to_state: CleanUpState;
  from_merged: string | null;
  into_target: string | null;
  reason: Generated<string>;
  by_name: string;
  at: Generated<Date>;
  undone: Generated<boolean>;
};

export type SurveyResultTable = {
  wave_id: string;
  partnership_id: string;
  content: Json;
  at: Generated<Date>;
};

export type SurveyTables = {
  survey_instrument: SurveyInstrumentTable;
  survey_wave: SurveyWaveTable;
  survey_target: SurveyTargetTable;
  survey_answer: SurveyAnswerTable;
  survey_file: SurveyFileTable;
  survey_clean_up: SurveyCleanUpTable;
  survey_result: SurveyResultTable;
};
