import type { ActionStatus, Rag } from '../action/index.ts';
import { headed, type Document, type ReportBody } from '../document/index.ts';
import type { Stage } from '../framework/index.ts';
import type { ReportSetting } from './report-input.ts';

export const stageWords: Readonly<Record<Stage, string>> = {
  diagnose: 'Diagnose',
  challenge: 'Challenge',
  change: 'Change',
  normalise: 'Normalise',
};

export const statusWords: Readonly<Record<ActionStatus, string>> = {
  planned: 'planned',
  'under-way': 'under way',
  done: 'done',
  stopped: 'stopped',
};

export const ragWords: Readonly<Record<Rag, string>> = {
  red: 'red: needs help',
  amber: 'amber: at risk',
  green: 'green: going well',
};

/** An organisation and a role as one: "Lantern Trust, manager"; "nobody yet" where neither is said. */
export function whoSays(organisation: string, role: string): string {
  const named = [organisation, role].filter((part) => part !== '');
  return named.length === 0 ? 'nobody yet' : named.join(', ');
}

/** Puts the head of every report of a place around what it says. */
export function reportOf({ partnership, place, today }: ReportSetting, says: ReportBody): Document {
  const { name, madeUp } = partnership;
  return headed({ partnership: name, place: place.name, madeUp, madeOn: today }, says);
}
