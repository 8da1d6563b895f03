import type { FourP, Pathway, Stage } from '@freehold/core/framework';

// The two axes of a response, and the cycle beside them: one set of words wherever they show.

export const stageWords: Readonly<Record<Stage, string>> = {
  diagnose: 'Diagnose',
  challenge: 'Challenge',
  change: 'Change',
  normalise: 'Normalise',
};

/** What a stage is for, in a line. */
export const stageMeans: Readonly<Record<Stage, string>> = {
  diagnose: 'Find out what is missing here, what there is to build on, and what nobody knows.',
  challenge: 'Put the findings before others, hear survivors, and agree what comes first.',
  change: 'Act: change services, rules and budgets, and see whether it helps.',
  normalise: 'Make what worked the usual way, and set the goals of the next round.',
};

export const pathwayWords: Readonly<Record<Pathway, string>> = {
  prevention: 'Prevention',
  discovery: 'Discovery',
  respite: 'Respite',
  recovery: 'Recovery',
  'sustainable-freedom': 'Sustainable freedom',
};

export const fourPWords: Readonly<Record<FourP, string>> = {
  pursue: 'Pursue',
  prevent: 'Prevent',
  protect: 'Protect',
  prepare: 'Prepare',
};
