import type { Document, Section, Sheet } from '../../document/index.ts';
import type { Known } from '../facts.ts';
import type { Theory } from '../model.ts';

/** What a report of a theory is made from. Nothing else is known to it. */
export type ReportInput = {
  readonly theory: Theory;
  readonly known: Known;
  readonly partnership: string;
  readonly place: string;
  readonly madeUp: boolean;
  readonly madeOn: string;
  /** The version that it speaks of: "Version 2, 3 March 2026", or "Working copy". */
  readonly edition: string;
};

export const theoryReports = ['narrative', 'logframe', 'indicators', 'evidence'] as const;
export type TheoryReport = (typeof theoryReports)[number];

/** The paper around a report's sections. */
export function framed(
  { theory, partnership, place, madeUp, madeOn, edition }: ReportInput,
  { kind, what }: { readonly kind: TheoryReport; readonly what: string },
  sections: readonly Section[],
  sheet: Sheet,
): Document {
  return {
    format: 'freehold-document/1',
    kind: `theory-${kind}`,
    title: theory.title,
    subtitle: `${what} · ${edition}`,
    running: `${theory.title} · ${what}`,
    ...{ partnership, place, madeUp, madeOn, marking: '', sections, sheet },
  };
}
