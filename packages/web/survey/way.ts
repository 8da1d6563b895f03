import type { Setting } from '@freehold/core/survey';
import type { SurveyPage } from './calls.ts';
import type { SurveyAnswers } from './desk.ts';
import type { Step } from './steps.ts';

/** What every page of a respondent's way needs. */
export type Way = {
  readonly token: string;
  readonly page: SurveyPage;
  readonly answers: SurveyAnswers;
  readonly steps: readonly Step[];
  readonly setting: Setting;
};
