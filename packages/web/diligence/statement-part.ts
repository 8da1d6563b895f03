import { statementAreas, type StatementArea } from '@freehold/core/diligence';

/** What of a statement is open: an area, or one of the parts beside them. */
export type StatementPart = StatementArea | 'approval' | 'disclosures' | 'plan';

/** An area's title is too long for a tab. */
const areaWords: Readonly<Record<StatementArea, string>> = {
  structure: 'Structure',
  policies: 'Policies',
  risk: 'Risk',
  diligence: 'Due diligence',
  effectiveness: 'Effectiveness',
  training: 'Training',
};

export const statementParts: readonly { readonly code: StatementPart; readonly words: string }[] = [
  ...statementAreas.map(({ code }) => ({ code, words: areaWords[code] })),
  { code: 'approval', words: 'Scope and approval' },
  { code: 'disclosures', words: 'Disclosures' },
  { code: 'plan', words: 'Plan' },
];

/** The part that an address names; null where it names none. */
export function statementPart(said: unknown): StatementPart | null {
  return statementParts.find(({ code }) => code === said)?.code ?? null;
}
