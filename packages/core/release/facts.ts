import type { CodedTable } from '../table/index.ts';
import type { Counts } from './count/counts.ts';
import { seeminglyAlike } from './homogeneity.ts';
import type { Manifest, ReleaseFacts } from './manifest.ts';
import { protectedCount } from './synthesis/targets.ts';

/**
 * What a release by k-anonymity tells about itself: how it was made, from a table whose counts are `truth`, into records
 * whose counts are `own`. Nothing of it was not protected.
 */
export function factsOf(
  table: CodedTable,
  { truth, own }: { readonly truth: Counts; readonly own: Counts },
  made: Pick<Manifest, 'madeAt' | 'madeBy' | 'method' | 'k' | 'length' | 'chance' | 'earlier'>,
): ReleaseFacts {
  return {
    ...made,
    records: own.rows,
    totals: totalsOf(truth, own, made.k),
    alikeGroups: seeminglyAlike(truth, made.k),
    rows: protectedCount(table.rows, made.k),
    columns: table.columns.map(({ name, kind, declared }) => ({ name, kind, declared })),
    unit: table.bySubject ? 'subject' : 'row',
  };
}

/** How often single values stand in the records, and how often they should. */
function totalsOf(truth: Counts, own: Counts, k: number): Manifest['totals'] {
  const sum = (counts: Counts, of: (count: number) => number) =>
    counts.countsOf(1).reduce((total, count) => total + of(count), 0);
  return {
    made: sum(own, (count) => count),
    asked: sum(truth, (count) => protectedCount(count, k)),
  };
}
