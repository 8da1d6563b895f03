import type { Confidence } from '../evidence/index.ts';
import type { CheckCode, Finding } from './checks.ts';
import type { Reading } from './facts.ts';
import type { Loss } from './formats.ts';
import type { Tone } from './look.ts';
import type { NodeType, Strength, Tested } from './model.ts';
import { longestChain } from './checks.ts';
import type { Sureness } from './paths.ts';

// Words that reports, the page and the command line share.

export const typeWords: Readonly<Record<NodeType, string>> = {
  impact: 'Impact',
  outcome: 'Outcome',
  precondition: 'Precondition',
  output: 'Output',
  activity: 'Activity',
  input: 'Input',
  assumption: 'Assumption',
  external: 'External factor',
};

export const pathwayWords = {
  '': 'No pathway',
  ACCESS: 'Access to resources',
  LITERACY: 'Literacy',
  POWER: 'Power and control',
  DETER: 'Deterrence and disruption',
  PARTNER: 'Partnership',
} as const;

export const testedWords: Readonly<Record<Tested, string>> = {
  untested: 'Not tested yet',
  holds: 'Holds',
  partly: 'Holds in part',
  fails: 'Does not hold',
};

export const strengthWords: Readonly<Record<Strength, string>> = {
  unknown: 'Not known',
  weak: 'Weak',
  medium: 'Medium',
  strong: 'Strong',
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  untested: 'untested',
  'very-low': 'very low',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
};

export const surenessWords: Readonly<Record<Sureness, string>> = {
  ...confidenceWords,
  against: 'the evidence is against it',
};

export const readingWords: Readonly<Record<Reading, string>> = {
  none: 'no live value',
  'on-course': 'on course',
  'off-course': 'off course',
};

export const toneWords: Readonly<Record<Tone, string>> = {
  open: 'Nothing to go by yet',
  said: 'Somebody says so',
  thin: 'Thin evidence',
  supported: 'Good evidence',
  moving: 'On course, evidence still thin',
  holding: 'Good evidence, and on course',
  'off-course': 'Off course now',
  contradicted: 'Evidence against it',
};

/** What is wrong, as a sentence about one place. */
export function sayFinding({ code, what, length = 0, sureness }: Finding): string {
  switch (code) {
    case 'no-goal':
      return `“${what}” has no goal`;
    case 'reaches-no-impact':
      return `“${what}” leads to no impact`;
    case 'stands-alone':
      return `“${what}” is linked to nothing`;
    case 'unmarked-loop':
      return `Goes round in a circle: ${what}`;
    case 'outcome-without-indicator':
      return `“${what}” has no indicator`;
    case 'link-without-rationale':
      return `${what}: nobody says why`;
    case 'untested-assumption':
      return `Not tested: “${what}”`;
    case 'output-called-outcome':
      return `“${what}” sounds like an output`;
    case 'long-chain':
      return `${what}: ${length} links in a row`;
    case 'weak-path':
      return sureness === 'against'
        ? `From “${what}”, every way to the goal has a link that the evidence is against`
        : `From “${what}”, every way to the goal has a link that nothing tested supports`;
  }
}

/** How to mend it. */
export const mending: Readonly<Record<CheckCode, string>> = {
  'no-goal': 'Add an impact: the lasting change that all of this is for.',
  'reaches-no-impact': 'Link it to what it brings about, or take it away.',
  'stands-alone': 'Link it to what it needs or leads to, or take it away.',
  'unmarked-loop':
    'If it is meant, mark the link that closes the circle as a loop; if not, turn or remove one.',
  'outcome-without-indicator': 'Say how one would see it: an indicator, or a target of the plan.',
  'link-without-rationale': 'Say why the one leads to the other, in a sentence.',
  'untested-assumption': 'Say whether it holds and how you know, or plan how to find out.',
  'output-called-outcome': 'Make it an output, or say what is different for whom once it is done.',
  'long-chain': `More than ${longestChain} links are hard to defend (our limit): leave out steps that say nothing new.`,
  'weak-path':
    'Link a claim of the evidence register to the weakest link, or ask for one to be assessed.',
};

const fieldWords: Readonly<Record<string, string>> = {
  title: 'title',
  summary: 'summary',
  lanes: 'how it is laid out in lanes',
  type: 'type',
  text: 'description',
  actor: 'actor',
  pathway: 'pathway',
  level: 'level',
  timing: 'timing',
  source: 'source',
  proposed: 'the mark “proposed”',
  tested: 'whether it was tested',
  how: 'how it was tested',
  indicators: 'indicators',
  at: 'where it stands on the canvas',
  from: 'where it begins',
  to: 'where it leads',
  rationale: 'why',
  strength: 'strength',
  lagInMonths: 'delay',
  loop: 'the mark of a loop',
  quote: 'what somebody said',
  saidBy: 'who said so',
  assumptions: 'assumptions',
  claims: 'claims',
  targets: 'live targets',
};

/** A field's name for people: "lagInMonths" is "delay". */
export function sayField(field: string): string {
  return fieldWords[field] ?? field;
}

/** "assumptions of 3 links" */
export function sayLoss({ what, field, count }: Loss): string {
  if (what === 'theory') return `the theory’s ${sayField(field)}`;
  return `${sayField(field)} of ${count} ${what}${count === 1 ? '' : 's'}`;
}
