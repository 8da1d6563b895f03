import type { Problem } from '@freehold/core/problem';
import type { Direction, FrameworkSource, Kind, Verdict, Defining } from '@freehold/core/framework';
import { count, list, problemSentence, sayProblems } from '../words.ts';

export const stateWords: Readonly<Record<'draft' | 'published' | 'retired', string>> = {
  draft: 'Draft',
  published: 'Published',
  retired: 'Retired',
};

/** A kind as a tag, and what it means when somebody asks. */
export const kindWords: Readonly<Record<Kind, readonly [tag: string, means: string]>> = {
  measured: ['Measured', 'a value from published data; nobody rates it'],
  count: ['Count', 'counted by agencies, then rated against the five anchors'],
  'yes-no': ['Yes or no', 'whether something is in place, in five steps'],
  rated: ['Rated', 'people rate it against the five anchors'],
  survey: ['Survey', 'asked of people in a survey, then rated against the five anchors'],
};

export const directionWords: Readonly<Record<Direction, string>> = {
  '+': 'higher is better',
  '-': 'lower is better',
  o: 'context only: shown, never averaged',
};

export const readWords: Readonly<Record<FrameworkSource['read'], string>> = {
  'full text': 'full text read',
  part: 'read in part',
  abstract: 'abstract only',
  data: 'data used',
  secondary: 'seen only in another source',
  ours: 'our own',
};

export const verdictWords: Readonly<Record<Verdict, readonly [tag: string, means: string]>> = {
  same: ['Same', 'answers carry over'],
  moved: ['Moved', 'answers carry over to the new code'],
  'cannot-compare': ['Cannot compare', 'asked anew'],
  new: ['New', 'asked for the first time'],
  gone: ['Gone', 'no longer asked'],
};

/** "Title and anchors changed" */
export function changedWords(changed: readonly Defining[]): string {
  const said = list(changed);
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)} changed`;
}

/**
 * A framework's statement as it stands under its title: where it begins with the title, only the rest.
 * Every word about where it comes from stays.
 */
export function statementUnder(title: string, statement: string): string {
  const rest = statement.startsWith(title) ? statement.slice(title.length).trim() : statement;
  return rest === '' ? statement : rest;
}

/** "Working-age people in work, of working-age residents, per 100" */
export function reckoning(indicator: {
  readonly numerator: string;
  readonly denominator: string;
  readonly factor: number;
}): string {
  const { numerator, denominator, factor } = indicator;
  if (numerator === '') return '';
  if (denominator === '') return numerator;
  const times = factor === 1 ? '' : `, × ${factor.toLocaleString('en-GB')}`;
  return `${numerator} ÷ ${denominator}${times}`;
}

/** What a person can do about a fault in a file; `whereWords` says where it is. */
export function faultSentence({ code, details = {} }: Problem): string {
  const say = faults[code];
  return say ? say(details) : problemSentence(code, details);
}

type Details = Readonly<Record<string, unknown>>;

const options = (allowed: unknown) =>
  Array.isArray(allowed) ? allowed.map(String).join(', ') : text(allowed);
const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const megabytes = (bytes: unknown) => `${Math.round(Number(bytes) / 1048576)} MB`;

const faults: Readonly<Record<string, (details: Details) => string>> = {
  'missing-sheet': () =>
    'This sheet is not in the file. Add it, even if only its titles stand in it.',
  'empty-sheet': () => 'This sheet is empty. Put the column titles into its first row.',
  'missing-column': () => 'This column is not there. Add it with this title.',
  'unknown-column': ({ allowed }) =>
    `No column has this title. Rename it or take it out. Known titles: ${options(allowed)}.`,
  'repeated-column': ({ first }) => `This title stands twice; column ${text(first)} has it first.`,
  'column-without-title': () =>
    'There are values here but no title above them. Add it or clear them.',
  'not-one-of': ({ found, allowed }) => `${quoted(found)}Choose one of: ${options(allowed)}.`,
  'too-small': ({ of, least, found }) => {
    if (of === 'string') return 'Nothing is filled in here. It is needed.';
    return of === 'array'
      ? `At least ${count(Number(least), 'entry', 'entries')} must stand here.`
      : `${quoted(found)}It must be at least ${text(least)}.`;
  },
  'not-a-number': ({ found }) => `${quoted(found)}A number is needed here.`,
  'not-yes-or-no': ({ found }) => `${quoted(found)}Write yes or no.`,
  'not-a-whole-number': ({ found }) => `${quoted(found)}A whole number is needed here.`,
  'not-a-code': ({ found }) =>
    `${quoted(found)}A code has letters, digits, dots, hyphens and underscores, no blanks, 40 characters at most.`,
  'too-long': ({ most, length }) =>
    `The text has ${text(length)} characters; ${text(most)} are the most.`,
  unprintable: () => 'There is a character in the text that cannot be shown. Type the text again.',
  'repeated-code': ({ name, first }) =>
    first === undefined
      ? `${quoted(name)}Each may stand once.`
      : `${quoted(name)}It stands ${typeof first === 'number' ? `in row ${first}` : `at ${text(first)}`} already. Give one of them another code.`,
  'unknown-parent': ({ found, sheet }) =>
    `${quoted(found)}No row of the sheet ${text(sheet)} has this code.`,
  'unknown-indicator': ({ found, indicator }) =>
    `${quoted(found ?? indicator)}No indicator has this code.`,
  'unknown-source': ({ tag }) =>
    `${quoted(tag)}This tag is not in the list of sources. Add the source, or mend the tag; semicolons part the tags.`,
  'wrong-number-of-anchors': ({ found }) =>
    `An indicator has five anchors or none; here ${count(Number(found), 'is', 'are')} filled in.`,
  'five-or-none': () => 'An indicator has five anchors or none.',
  'four-or-none': () => 'Bands are four numbers or none, parted by semicolons.',
  'bands-do-not-rise': () => 'Each band must be greater than the one before it.',
  'scale-out-of-order': ({ expected }) =>
    `The points of the scale go 0, 1, 2, 3, 4; here belongs ${text(expected)}.`,
  'one-row-only': () => 'This sheet is about one framework. Take this row out.',
  'too-few-rows': ({ least }) => `At least ${count(Number(least), 'row', 'rows')} must stand here.`,
  'too-many-rows': ({ most }) => `At most ${count(Number(most), 'row', 'rows')} may stand here.`,
  'too-many-columns': ({ most }) => `At most ${text(most)} columns are read. Clear the others.`,
  'level-without-topics': ({ code }) => `${quoted(code)}No topic stands under this level.`,
  'topic-without-indicators': ({ code }) => `${quoted(code)}No indicator stands under this topic.`,
  'cell-error': ({ found }) => `The cell shows the error ${text(found)}. Put the value in.`,
  'cell-too-long': ({ most }) => `The cell holds more than ${text(most)} characters.`,
  'formula-without-result': () =>
    'The cell holds a formula that was never worked out. Open the file in a spreadsheet program, save it, and send it again.',
  'file-empty': () => 'This file is empty. Choose another.',
  'file-type': () => 'Choose a file that ends in .xlsx or .json.',
  'not-utf-8': () => 'This JSON file is not saved as UTF-8. Save it as UTF-8 and send it again.',
  'not-json': () => 'This is not complete JSON. Look for a missing bracket, quote or comma.',
  'not-a-zip': () =>
    'This is not an XLSX workbook. Save it as “Excel workbook (.xlsx)” without a password.',
  'not-a-workbook': () => 'No workbook could be read from this file. Save it again as .xlsx.',
  'workbook-too-slow': () =>
    'Reading this workbook takes too long. Copy its sheets into a new workbook and send that.',
  'unpacks-too-large': ({ mostBytes }) =>
    `Unpacked, this workbook is larger than ${megabytes(mostBytes)}. Take out what is no part of the framework.`,
  'more-problems': ({ count: rest }) =>
    `${Number(rest).toLocaleString('en-GB')} more are not listed. Mend these first.`,
};

function quoted(found: unknown): string {
  const said = text(found);
  return said === '' ? '' : `“${said}”: `;
}

sayProblems({
  'unknown-profile': () => 'This framework has no such profile.',
  'version-shared': () =>
    'This version belongs to everybody on this installation. Export it and import it as your own to change it.',
  'version-draft': () => 'This version is still a draft. Publish it first.',
  'version-published': () => 'This version is published and never changes. Import a new version.',
  'version-retired': () => 'This version is retired already.',
  'note-needed': () => 'Say why you judge otherwise than proposed.',
  'never-comparable': ({ changed }) =>
    `The ${text(changed)} changed, so the same answer means something else now. These cannot be compared.`,
  'verdict-does-not-fit': () => 'This cannot be said of this pair.',
  'not-mapped': ({ indicator }) =>
    `${quoted(indicator)}This indicator is missing from the mapping.`,
  'mapping-of-other-versions': () => 'This mapping is about other versions. Load the page again.',
});
