import {
  bandTitles,
  countryName,
  productTitle,
  sectionOf,
  type Band,
  type IncidentChannel,
  type PriorityRule,
} from '@freehold/core/diligence';
import { number, sayProblems } from '../words.ts';

export const bandWords = bandTitles;

export const channelWords: Readonly<Record<IncidentChannel, string>> = {
  'worker-voice': 'Workers said so',
  grievance: 'A complaint',
  audit: 'An audit',
  union: 'A trade union',
  partner: 'A partner',
  inspection: 'An inspection',
  media: 'The media',
  other: 'Another way',
};

export const dimensionWords = {
  recruitment: 'Unfree recruitment',
  work: 'Work and life under duress',
  leaving: 'Impossibility of leaving',
  penalty: 'Penalty or menace of it',
} as const;

export const promptWords = {
  refer: {
    title: 'Refer this',
    says: 'The rule for a referral is met. Talk to the route below; people in danger come first.',
  },
  'find-out-more': {
    title: 'Find out more',
    says: 'Not enough is known. What is unknown is no “no”: it could still meet the rule.',
  },
  'no-prompt': {
    title: 'No prompt to refer',
    says: 'Even with all that is unknown the rule would not be met. That is not a clean bill.',
  },
} as const;

export const unplacedWords: Readonly<Record<string, string>> = {
  'nothing-said': 'nothing says where it is',
  'code-unknown': 'its place code is no place here',
  'outside-boundaries': 'its point lies in no boundary here',
  'postcode-unknown': 'no place here has the first half of its postcode as its code',
};

export const placedWords = {
  code: 'by its place code',
  point: 'by its point on the map',
  postcode: 'by its postcode',
} as const;

export const alikeWords = {
  'same-number': 'same company number',
  'same-name': 'same name',
  'like-name': 'names are alike',
} as const;

/** "Severity 4, then likelihood 3 (4 × 3 = 12)": what orders, and the product that does not. */
export function arithmetic({
  severity,
  likelihood,
}: {
  readonly severity: number | null;
  readonly likelihood: number | null;
}): string {
  if (severity === null && likelihood === null) return 'Neither severity nor likelihood is known';
  if (severity === null) return `Severity not known; likelihood ${likelihood}`;
  const grave = figure(severity);
  if (likelihood === null) return `Severity ${grave}; likelihood not known`;
  return `Severity ${grave}, then likelihood ${likelihood} (${grave}\u00a0×\u00a0${likelihood}\u00a0=\u00a0${figure(severity * likelihood)})`;
}

function figure(value: number): string {
  return number(value, Number.isInteger(value) ? 0 : 1);
}

/** "01 Crop and animal production, hunting" */
export function productWords(code: string): string {
  return `${code} ${productTitle(code)}`;
}

export function countryWords(code: string): string {
  return code === '' ? 'Country not known' : countryName(code);
}

export function tierWords(tier: number | null): string {
  return tier === null ? 'Not known' : `Tier ${tier}`;
}

/** Sections of all products of a supplier, once each. */
export function sectionsOf(products: readonly string[]): readonly string[] {
  return [...new Set(products.map(sectionOf))];
}

/** What a rule looks at, in words: "13, 14 or 15; from tier 2; outside United Kingdom". */
export function ruleWords({ when }: PriorityRule): string {
  const parts = [
    when.products.length > 0 && when.products.map(productTitle).join(' or '),
    when.countries.length > 0 && `in ${when.countries.map(countryName).join(' or ')}`,
    when.countriesExcept.length > 0 &&
      `outside ${when.countriesExcept.map(countryName).join(' and ')}`,
    when.tierFrom !== null && `from tier ${when.tierFrom}`,
  ];
  return parts.filter((part) => part !== false).join('; ');
}

export function bandTone(band: Band): string {
  return band === 'not-known' ? 'tag' : `tag risk-${band}`;
}

/** A number of workers as it may be shown. */
export function workersWords({
  value,
  suppressed,
}: {
  readonly value: number | null;
  readonly suppressed: boolean;
}): string {
  return suppressed ? '[c]' : value === null ? '–' : number(value);
}

sayProblems({
  'country-unknown': ({ text }) =>
    `“${String(text)}” is no country that we know. Write its name or its ISO code.`,
  'product-unknown': ({ text }) =>
    `“${String(text)}” is no section or division of ISIC revision 4, such as A or 10. The supplier comes in without it.`,
  'number-unreadable': ({ text }) => `“${String(text)}” is no number.`,
  'differs-from-first': ({ text, first, firstRow }) =>
    `Row ${String(firstRow)} names the same supplier and says “${String(first)}”, not “${String(text)}”. The first row stands.`,
  'column-missing': () => 'The file has no column of this name.',
  'too-many-rows': ({ most }) =>
    `The file has too many rows. At most ${number(Number(most))} are read at once.`,
  'undone-already': () => 'This import has been taken back already.',
  'joined-already': () =>
    'One of the two has been joined to another supplier since. Take that back first.',
  'supplier-unknown': () => 'This supplier is not there any more. Load the page again.',
  'site-unknown': () => 'This site is none of the supplier’s.',
  'risk-unknown': () => 'This risk is not there any more. Load the page again.',
  'incident-unknown': () => 'This incident is not there any more. Load the page again.',
  'reason-needed': () => 'Say why: somebody will ask in a year.',
  'remedy-not-checked': ({ remedies }) =>
    `${Number(remedies) === 0 ? 'No remedy is written down' : 'No remedy has been found to work yet'}. Check a remedy on a later day, or say why the incident is closed without one.`,
  'check-too-early': () => 'The check comes after the remedy was given: choose a later day.',
  'check-incomplete': () => 'Give both the day of the check and what it found.',
});
