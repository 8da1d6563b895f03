import {
  mechanisms,
  nameStatusSaid,
  type Because,
  type MechanismCode,
  type NameStatus,
  type Sureness,
  type Unknown,
} from '@freehold/core/prevention';
import { sayProblems } from '../words.ts';
// Its sentences about tables are needed here too.
import '../data/words.ts';
import type { InterventionType, TypeList } from './calls.ts';

/** Both labels of a pathway: "Promoting literacy (critical literacy)". */
export function pathwayWords(code: MechanismCode): string {
  const found = mechanisms.find((each) => each.code === code);
  if (found === undefined) return code;
  return found.report.toLowerCase() === found.article.toLowerCase()
    ? found.report
    : `${found.report} (in the article: ${found.article.toLowerCase()})`;
}

/** Where the name of a type comes from: "PROPOSED: the name is ours", with its source. */
export function originWords({
  status,
  source,
}: Pick<InterventionType, 'status' | 'source'>): string {
  const said = nameStatusSaid[status];
  return source === '' ? said : `${said}; source ${source}`;
}

export const statusShort: Readonly<Record<NameStatus, string>> = {
  CONFIRMED: 'Confirmed name',
  EXAMPLE: 'Named as an example',
  PRACTICE: 'Named as practice',
  PROPOSED: 'Proposed name',
};

export function typeOf(list: TypeList, code: string): InterventionType | null {
  return list.types.find((each) => each.code === code) ?? null;
}

export function typeWords(list: TypeList, code: string): string {
  return typeOf(list, code)?.label ?? `${code} (not on the list in use)`;
}

export const confidenceWords: Readonly<Record<Sureness, string>> = {
  untested: 'Untested',
  'very-low': 'Very low confidence',
  low: 'Low confidence',
  moderate: 'Moderate confidence',
  high: 'High confidence',
};

export const becauseWords: Readonly<Record<Because, string>> = {
  'list-names-topic': 'The list of types names this topic for it.',
  'claim-on-topic': 'A claim in the register about this type speaks to the topic.',
  'shared-pathway': 'It works by a pathway that the gap asks for.',
};

export const unknownWords: Readonly<Record<Unknown, string>> = {
  'no-claim': 'Nobody has written a claim about it yet, so nothing is known of how well it works.',
  'no-context': 'No study says where it was tried.',
  'other-context': 'It was tried elsewhere; whether it works here is not known.',
  'own-context-unknown':
    'Your partnership has not said which country it is in, so fit cannot be judged.',
  'proposed-name': 'The name of the type is a proposal, not from a source.',
  'topic-only-listed':
    'That it answers this topic is what the list says; no claim in the register says so yet.',
};

sayProblems({
  'type-unknown': ({ text }) =>
    `“${String(text)}” is not a type on the list in use. Use a code or a label of it.`,
  'place-gone': () => 'A place is not there any more. Choose it again.',
  'action-unknown': () => 'An action is not there any more. Load the page again.',
  'theory-unknown': () => 'A theory of change is not there any more. Load the page again.',
  'claim-unknown': () => 'A claim is not in the register any more. Load the page again.',
  'ends-before-start': () => 'It would end before it starts. Change one of the days.',
  'type-repeated': ({ text }) => `The code “${String(text)}” comes twice. Codes must differ.`,
  'table-type': () => 'Choose a file that ends in .csv or .xlsx.',
});
