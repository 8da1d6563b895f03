import { disclosures } from './statement-disclosure.ts';
import { statementAreas } from './statement-area.ts';
import type { Missing } from './statement.ts';
import type { Scope, ScopeReason } from './statement-scope.ts';

/** What an area's level is called. */
export const levelWords = [
  'Level 0: not there yet',
  'Level 1: the basics',
  'Level 2: going further',
  'Level 3: leading',
] as const;

const fieldWords: Readonly<Record<string, string>> = {
  approvedOn: 'the day on which the board approved it',
  signedByRole: 'the role of whoever signs it',
  signedOn: 'the day on which it was signed',
  address: 'the address where it is published',
  homeLink: 'the link from the home page',
  previousAddress: 'the address of the statement before',
};

/** What is missing as a sentence. */
export function missingWords({ kind, area, about }: Missing): string {
  const item = itemWords(about);
  switch (kind) {
    case 'nothing-written':
      return `Nothing is written about ${titleOf(area).toLowerCase()} yet.`;
    case 'not-found':
      return `Not found yet: ${item}.`;
    case 'found-without-text':
      return `Ticked, but nothing is written: ${item}.`;
    case 'field':
      return `Still open: ${fieldWords[about] ?? about}.`;
    case 'before-approval':
      return 'It was signed before the board approved it.';
    case 'late':
      return 'It was published more than six months after the year’s end.';
  }
}

export function itemWords(code: string): string {
  const item = statementAreas.flatMap(({ items }) => items).find((each) => each.code === code);
  return item?.says ?? disclosures.find((each) => each.code === code)?.title ?? code;
}

export function titleOf(area: string | null): string {
  return statementAreas.find(({ code }) => code === area)?.title ?? '';
}

/** Why the duty falls on the organisation or not, condition by condition. */
export const scopeReasonWords: Readonly<Record<ScopeReason, string>> = {
  commercial: 'It is a company or a partnership',
  'in-uk': 'It carries on business, or part of it, in the United Kingdom',
  supplies: 'It supplies goods or services',
  turnover: 'Its turnover of a year is £36 million or more, subsidiaries included',
};

export const scopeWords: Readonly<Record<Scope['answer'], string>> = {
  in: 'Section 54 asks for a statement',
  out: 'Section 54 does not ask for a statement; one may be published all the same',
  'not-known': 'Whether section 54 asks for a statement is not known yet',
};

/** "yes", "no" or "not said" for a condition. */
export function holdsWords(holds: boolean | null): string {
  return holds === null ? 'not known' : holds ? 'yes' : 'no';
}
