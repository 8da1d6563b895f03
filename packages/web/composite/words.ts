import type {
  Aggregation,
  Imputation,
  IndexDefinition,
  Method,
  Normalisation,
  Source,
  Structure,
  Treatment,
} from '@freehold/core/composite';
import { count, list, number, percent, sayProblems } from '../words.ts';
import { heading } from '../place/words.ts';
import '../data/words.ts';
import '../framework/words.ts';

sayProblems({
  'unit-missing': () => 'This row has no code of a unit. Give every unit a code of its own.',
  'no-indicators': () =>
    'There is no row of type Indicator at level 1. An index needs at least one.',
  'node-without-parent': ({ code }) => `${String(code)} is part of nothing. Name its Parent.`,
  'node-without-children': ({ code }) =>
    `Nothing is part of ${String(code)}. Remove the row, or name it as a Parent.`,
  'own-ancestor': ({ code, parent }) =>
    `${String(code)} is part of itself by way of ${String(parent)}. A tree has no loops.`,
  'wrong-level': ({ code, level, parent, parentLevel }) =>
    `${String(code)} is of level ${String(level)} and its parent ${String(parent)} of level ${String(parentLevel)}: the parent’s should be one more.`,
  'type-and-level-differ': ({ type, level }) =>
    `A row of type ${String(type)} cannot be of level ${String(level)}: indicators are of level 1, aggregates above.`,
  'cell-not-valid': ({ field, found }) => `“${String(found)}” cannot stand under ${String(field)}.`,
  'unit-unknown': ({ indicator }) =>
    `The unit to measure the distance to is not in the data (${String(indicator)}). Choose another.`,
  'target-missing': ({ indicator }) =>
    `${String(indicator)} has no Target in the metadata, and this way of scaling needs one.`,
  'goalposts-missing': ({ indicator }) =>
    `${String(indicator)} has no goalposts in the metadata, and this way of scaling needs them.`,
  'ends-do-not-rise': ({ indicator }) =>
    `The two ends of the scale of ${String(indicator)} are the same, or the lower lies over the upper. Let them rise.`,
  'greatest-not-positive': ({ indicator }) =>
    `The greatest value of ${String(indicator)} is not over 0, so no share of it can be taken. Choose another way of scaling.`,
  'reference-missing': ({ indicator }) =>
    `The unit to measure the distance to has no value of ${String(indicator)}.`,
  'not-positive': ({ node, child, unit, value }) =>
    `${String(node)} cannot be worked out: ${String(child)} of ${String(unit)} is ${String(value)}, and this mean needs values over 0. Scale to a range that begins over 0, such as 1 to 100.`,
  'too-few-methods': ({ named, needed }) =>
    `${String(named)} ways of putting together are named and ${String(needed)} levels need one. Name one for all, or one a level.`,
  'choices-do-not-fit': () => 'These choices have no result together.',
  'repeated-code': ({ name, first }) =>
    `“${String(name)}” is the code of ${String(first)} already. Give each a code of its own.`,
  'unknown-parent': ({ parent }) =>
    `No row has the code ${String(parent)}, which is named as Parent. Add it, or mend the spelling.`,
  'index-node-unknown': ({ node }) =>
    `What the uncertainty is about (${String(node)}) is no longer part of the index. Choose again what is uncertain.`,
  stopped: () => 'This was stopped.',
});

/** The ways to scale, with what each does. */
export const normaliseWords: Readonly<Record<Normalisation['method'], string>> = {
  minmax: 'From the least to the greatest value',
  zscore: 'Distance from the mean, in standard deviations',
  rank: 'Rank, 1 for the least',
  prank: 'Share of units below',
  borda: 'Borda points',
  dist2max: 'Distance to the greatest value',
  dist2ref: 'Distance to one unit',
  dist2targ: 'Distance to the target',
  fracmax: 'Share of the greatest value',
  goalposts: 'Between goalposts set beforehand',
  scaled: 'From and to fixed values',
  categorical: 'Points for bands of values',
  none: 'Not scaled',
};

export const aggregateWords: Readonly<Record<Aggregation['method'], string>> = {
  arithmetic: 'Weighted mean: a strength makes up for a weakness',
  geometric: 'Geometric mean: a weakness is made up for in part',
  harmonic: 'Harmonic mean: a weakness is hardly made up for',
  generalised: 'Generalised mean, by a power',
  median: 'Weighted median: the middle one counts',
  copeland: 'Copeland: who wins more pairs, no value makes up for another',
};

export const imputeWords: Readonly<Record<Imputation['method'], string>> = {
  none: 'What is missing stays missing',
  mean: 'The mean of the others',
  median: 'The median of the others',
  'group-mean': 'The mean of its group',
  'group-median': 'The median of its group',
};

export const treatWords: Readonly<Record<Treatment['method'], string>> = {
  none: 'Left as they are',
  auto: 'Outermost values moved in; logarithms where that is not enough',
  winsorise: 'Outermost values moved in to their neighbours',
  log: 'Logarithms',
  'box-cox': 'Box-Cox, by a power',
};

export const weighWords = {
  given: 'As they are set here',
  equal: 'All the same',
  budget: 'Points that several experts gave',
  pca: 'By the first principal component',
} as const;

/** What each step does now, in a sentence; in the order of the pipeline. */
export function stepSentences(
  { method, uncertainty, drawing }: Pick<IndexDefinition, 'method' | 'uncertainty' | 'drawing'>,
  structure: Structure,
): readonly string[] {
  const { screen, denominate, impute, treat, normalise, weight, aggregate, adjust } = method;
  return [
    `${count(structure.indicators.length, 'indicator', 'indicators')} in ${count(structure.levels, 'level', 'levels')}.`,
    screen === null
      ? 'Every unit stays, however much of it is missing.'
      : `A unit stays where at least ${percent(screen.least)} of its indicators are there.`,
    denominateSentence(denominate, structure),
    `${imputeWords[impute.method]}${'group' in impute ? ` (${impute.group})` : ''}.`,
    `${treatWords[treat.all.method]}${others(treat.only)}.`,
    `${normaliseWords[normalise.all.method]}${rangeWords(normalise.all)}${others(normalise.only)}.`,
    `${weighWords[weight.method]}.`,
    `${list([...new Set(aggregate.map(({ method: how }) => aggregateWords[how].split(':')[0] ?? ''))])}.`,
    adjust.length === 0
      ? 'Nothing is adjusted by hand.'
      : `${count(adjust.length, 'rule', 'rules')}, each with its reason.`,
    uncertainty === null
      ? 'Nothing is doubted, so nothing can be said about who is ahead.'
      : `${heading(list(uncertainty.sources.map(({ kind }) => sourceWords[kind])))}; ${number(drawing.draws)} draws, seed ${drawing.seed}.`,
  ];
}

function denominateSentence(on: boolean, { indicators }: Structure): string {
  const divided = indicators.filter(({ denominator }) => denominator !== null);
  if (divided.length === 0) return 'No indicator names what it is to be divided by.';
  return on
    ? `${count(divided.length, 'indicator is', 'indicators are')} divided: ${list(divided.map(({ code, denominator }) => `${code} by ${String(denominator)}`))}.`
    : `Nothing is divided, though ${count(divided.length, 'indicator names', 'indicators name')} what by.`;
}

function others(only: Readonly<Record<string, unknown>>): string {
  const n = Object.keys(only).length;
  return n === 0 ? '' : `; ${count(n, 'indicator', 'indicators')} otherwise`;
}

function rangeWords(how: Normalisation): string {
  if (how.method === 'minmax') return `, on ${how.range[0]} to ${how.range[1]}`;
  if (how.method === 'zscore') return `, mean ${how.mean}, deviation ${how.deviation}`;
  return '';
}

export const sourceWords: Readonly<Record<Source['kind'], string>> = {
  impute: 'how gaps are filled',
  treat: 'how outliers are treated',
  normalise: 'how values are scaled',
  weighting: 'where weights come from',
  aggregate: 'how values are put together',
  weights: 'how much each weighs',
  values: 'what is not known of the values',
  'leave-out': 'which indicators are in',
};

export const flagWords = {
  redundant: 'say nearly the same, so that one thing counts twice',
  opposed: 'work against each other, so that they cancel out',
  weak: 'have little to do with each other, though one is part of the other',
} as const;

export type StepWords = { readonly title: string; readonly why: string };

/** The ten steps, and why each is there. */
export const steps: readonly StepWords[] = [
  {
    title: 'What it is made of',
    why: 'Which signs speak for the thing, and which way each points.',
  },
  { title: 'Who is in', why: 'A unit of which little is known gets a number that means little.' },
  {
    title: 'Sizes made comparable',
    why: 'A count grows with the place; a count for each resident does not.',
  },
  {
    title: 'Gaps',
    why: 'A filled gap is a guess: it is listed below, and can be doubted in the last step.',
  },
  { title: 'Outliers', why: 'One very large value can squeeze all others together.' },
  { title: 'One scale', why: 'Percentages, counts and scores cannot be added up before.' },
  { title: 'Weights', why: 'How much each counts is a choice of values, not of arithmetic.' },
  { title: 'Put together', why: 'Whether a strength makes up for a weakness.' },
  { title: 'Adjusted by hand', why: 'A cap or a penalty, always with its reason.' },
  {
    title: 'What could have been otherwise',
    why: 'From here come the intervals: without doubt there is none.',
  },
];

/** The steps in the log of a result, for people. */
export function changedMethod(before: Method, after: Method): string {
  const names: Readonly<Record<keyof Method, number>> = {
    ...{ screen: 1, denominate: 2, impute: 3, treat: 4, normalise: 5 },
    ...{ weight: 6, aggregate: 7, adjust: 8 },
  };
  const changed = Object.entries(names).filter(
    ([key]) => JSON.stringify(partOf(before, key)) !== JSON.stringify(partOf(after, key)),
  );
  return list(changed.map(([, at]) => steps[at]?.title.toLowerCase() ?? ''));
}

function partOf(method: Method, key: string): unknown {
  return new Map<string, unknown>(Object.entries(method)).get(key);
}
