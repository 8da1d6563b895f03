import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';

const text = (most: number) => z.string().trim().max(most).default('');
const count = z.int().min(0).max(10_000_000).nullable().default(null);
const lines = z.array(z.string().trim().min(1).max(1000)).max(200).default([]);

/** How a search was made, and what came of it, so that somebody else could make it again. */
export const Protocol = z.strictObject({
  title: z.string().trim().min(1).max(300),
  question: text(2000),
  databases: lines,
  strings: text(10_000),
  searchedFrom: z.iso.date().nullable().default(null),
  searchedTo: z.iso.date().nullable().default(null),
  languages: text(500),
  inclusion: lines,
  exclusion: lines,
  screeners: z.int().min(1).max(20).default(2),
  /** Records, as a PRISMA flow counts them; null is not counted. */
  identified: count,
  duplicates: count,
  screened: count,
  excluded: z
    .array(
      z.strictObject({
        reason: z.string().trim().min(1).max(300),
        n: z.int().min(0).max(10_000_000),
      }),
    )
    .max(50)
    .default([]),
  included: count,
  updatedOn: z.iso.date().nullable().default(null),
});
export type Protocol = z.infer<typeof Protocol>;

/**
 * Where the counts of a search cannot be right: more screened than identified less duplicates, or what was excluded
 * and included beyond what was screened. Counts that are not known are not judged. [EV-12]
 */
export function countFaults(protocol: Protocol): readonly Problem[] {
  const { identified, duplicates, screened, included } = protocol;
  const excluded = protocol.excluded.reduce((sum, { n }) => sum + n, 0);
  const most = identified === null ? null : identified - (duplicates ?? 0);
  return [
    ...(most !== null && screened !== null && screened > most
      ? [problem('search-screened-beyond', { screened, most }, { path: 'screened' })]
      : []),
    ...(screened !== null && excluded + (included ?? 0) > screened
      ? [
          problem(
            'search-judged-beyond',
            { judged: excluded + (included ?? 0), screened },
            { path: 'included' },
          ),
        ]
      : []),
  ];
}
