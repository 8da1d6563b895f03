import type { MetricName } from '@freehold/core/graph';
import type { Dimension } from '@freehold/core/partnership';
import { codeWords } from '../directory/words.ts';
import { sayProblems } from '../words.ts';

/** What each measure is called, and what it says of an organisation in one sentence. */
export const measureWords: Readonly<
  Record<MetricName, { readonly title: string; readonly says: string }>
> = {
  degree: {
    title: 'Ties',
    says: 'How many others it is tied to; with direction, in and out added.',
  },
  in_degree: { title: 'Ties in', says: 'How many say they are tied to it.' },
  out_degree: { title: 'Ties out', says: 'How many it says it is tied to.' },
  strength: { title: 'Strength', says: 'The weights of its ties added up.' },
  in_strength: { title: 'Strength in', says: 'The weights of ties towards it.' },
  out_strength: { title: 'Strength out', says: 'The weights of ties from it.' },
  betweenness: {
    title: 'Betweenness',
    says: 'Over how many pairs’ shortest ways it lies: who would have to go round without it.',
  },
  betweenness_normalised: {
    title: 'Betweenness, 0 to 1',
    says: 'The same as a share of the most it could be.',
  },
  betweenness_weighted: {
    title: 'Betweenness by weight',
    says: 'The same where stronger ties are shorter ways.',
  },
  closeness: { title: 'Closeness', says: 'How near it is to all others, 0 to 1.' },
  out_closeness: {
    title: 'Closeness outwards',
    says: 'How near all others are along its own ties.',
  },
  eigenvector: { title: 'Eigenvector', says: 'It stands high if those tied to it do.' },
  core: { title: 'Core', says: 'The k of the most closely knit part that it belongs to.' },
  component: {
    title: 'Part',
    says: 'Which part it is in that is not joined to the others; 1 is the largest.',
  },
  strong_component: {
    title: 'Strong part',
    says: 'The same, where everybody reaches everybody along the ties.',
  },
  articulation: { title: 'Holds parts together', says: 'Its part would fall apart without it.' },
  clustering: {
    title: 'Clustering',
    says: 'The share of its neighbours’ pairs that are tied themselves.',
  },
  community: {
    title: 'Community',
    says: 'Which group of many ties inside and few outside it is in.',
  },
  reach2: { title: 'Two-step reach', says: 'How many others are one or two steps away.' },
  reach2_share: { title: 'Two-step reach, share', says: 'The same as a share of all others.' },
  ei_index: { title: 'E-I index', says: '−1: all ties within its own sector; 1: all to others.' },
};

/** An attribute's name as people read it. */
export function attributeTitle(name: string): string {
  return titles[name] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

const titles: Readonly<Record<string, string>> = {
  kind: 'Organisation or partnership',
  type: 'Type of partnership',
  sector: 'Sector',
  answered: 'Answered',
};

/** An attribute's value as people read it. */
export function valueWords(name: string, value: string): string {
  if (name === 'sector') return codeWords('sector', value);
  if (name === 'type') return codeWords('partnership-type', value);
  return ['kind', 'answered'].includes(name)
    ? `${value.slice(0, 1).toUpperCase()}${value.slice(1)}`
    : value;
}

export const levels = ['No contact', 'Awareness', 'Cooperation', 'Co-ordination', 'Integration'];

export const partWords = {
  trust: 'Trust',
  reliability: 'Reliability',
  mission: 'Shared mission',
  openness: 'Openness',
  value: 'Value',
  influence: 'Influence',
  resources: 'Resources',
  involvement: 'Involvement',
} as const;

export const hiddenWords = {
  nobody: 'nobody answered',
  'too-few': 'fewer than five organisations answered',
  'protects-others': 'hidden, or another could be worked out',
} as const;

/** The sixteen seats of the checklist. */
export const seatWords: Readonly<Record<string, string>> = {
  police: 'Police, regional and national crime units',
  opcc: 'Police and crime commissioner',
  council: 'Council',
  health: 'Health',
  fire: 'Fire and rescue',
  immigration: 'Immigration and Home Office',
  'labour-inspection': 'Labour inspection (GLAA)',
  'tax-and-benefits': 'Tax and benefits (HMRC, DWP)',
  prosecution: 'Prosecution (CPS)',
  'probation-prison': 'Probation and prison',
  housing: 'Housing',
  education: 'Schools, colleges, universities',
  ngo: 'Charities that support people',
  'survivor-led': 'Survivors',
  faith: 'Faith groups',
  business: 'Business and unions',
};

/** What a kind of work is called. */
export function workWords(dimension: Dimension, code: string): string {
  return codeWords(dimension === 'functions' ? 'function' : 'activity', code);
}

sayProblems({
  'wave-not-closed': () =>
    'This survey is still open. What it gave is shown once it is closed, so that no single answer can be told from the change.',
  'no-relationships-asked': () => 'This survey does not ask who works with whom.',
  'node-unknown': ({ id }) =>
    `A tie ends at “${String(id)}”, which the list of nodes does not have. Add it there, or mend the spelling.`,
  'node-repeated': ({ id, first }) => `“${String(id)}” is already in row ${String(first)}.`,
  'weight-not-positive': ({ found }) =>
    `“${String(found)}” is no weight. Write a number over 0, or leave it empty for 1.`,
  'xml-broken': () => 'The file’s XML is broken here: a sign is missing or too many.',
  'xml-doctype': () =>
    'The file declares a document type, which could pull in other files. Save it without one.',
  'xml-entity': () => 'The file uses a shorthand (an entity) that is not one of XML’s own five.',
  'xml-too-deep': () => 'The file is nested deeper than any network is.',
  'not-a-network': ({ found }) =>
    `This is neither GEXF nor GraphML; its first element is “${String(found)}”.`,
  'graph-missing': () => 'The file holds no graph.',
  'network-too-big': ({ mostNodes, mostTies }) =>
    `The most is ${Number(mostNodes).toLocaleString('en-GB')} nodes and ${Number(mostTies).toLocaleString('en-GB')} ties.`,
  'too-many-attributes': ({ most }) => `A node may have at most ${String(most)} attributes.`,
  'not-read': ({ element, count }) =>
    `${String(count)} × “${String(element)}” is not understood and left out.`,
  'graphs-left-out': ({ count }) => `${String(count)} more graphs in the file are left out.`,
  'direction-mixed': ({ count }) =>
    `${String(count)} ties say another direction than the graph; they are read like the rest.`,
});
