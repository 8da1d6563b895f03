import { z } from 'zod';
import shipped from './shipped/clauses.json' with { type: 'json' };

/** What is looked at to see forced labour. PROPOSED which indicator speaks to which. */
export const Dimension = z.enum(['recruitment', 'work', 'leaving', 'penalty']);
export type Dimension = z.infer<typeof Dimension>;

export const ClauseSet = z.enum(['ilo-11', 'base-code']);
export type ClauseSet = z.infer<typeof ClauseSet>;

const Clauses = z.strictObject({
  title: z.string(),
  source: z.string(),
  clauses: z.array(
    z.strictObject({ code: z.string(), title: z.string(), dimensions: z.array(Dimension) }),
  ),
});

/** The sets by which a risk or an incident says what it is about. */
export const clauseSets = z.record(ClauseSet, Clauses).parse(shipped);

/** The ILO's eleven indicators of forced labour. */
export const iloIndicators = clauseSets['ilo-11'].clauses;

const all = Object.values(clauseSets).flatMap(({ clauses }) => clauses);
const titles = new Map(all.map(({ code, title }) => [code, title]));

/** A code of either set: "ilo-7", "eti-5". */
export const ClauseCode = z.enum(all.map(({ code }) => code));

export const clauses: readonly { readonly code: string; readonly title: string }[] = all;

/** A clause's title; the code itself where it is none of ours. */
export function clauseTitle(code: string): string {
  return titles.get(code) ?? code;
}
