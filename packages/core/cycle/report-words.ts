import type { ActionStatus, Rag } from '../action/index.ts';
import type { Document, Section, Sheet } from '../document/index.ts';
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
export function reportOf(
  setting: ReportSetting,
  says: {
    readonly kind: string;
    readonly title: string;
    readonly subtitle: string;
    readonly marking?: string;
    readonly sections: readonly Section[];
    readonly sheet: Sheet;
  },
): Document {
  const { partnership, place, today } = setting;
  return {
    format: 'freehold-document/1',
    kind: says.kind,
    title: says.title,
    subtitle: says.subtitle,
    running: `${place.name}: ${says.title}`,
    partnership: partnership.name,
    place: place.name,
    madeUp: partnership.madeUp,
    madeOn: today,
    marking: says.marking ?? '',
    sections: says.sections,
    sheet: says.sheet,
  };
}
