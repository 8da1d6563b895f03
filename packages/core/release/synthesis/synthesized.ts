import { fine, problem, refused, type Outcome } from '../../problem.ts';
import type { Words } from '../../privacy/index.ts';
import type { Watch } from '../count/count.ts';
import type { Counts } from '../count/counts.ts';
import type { CountInput } from '../count/input.ts';
import type { Method } from '../manifest.ts';
import { best, type MadeRecords } from './best.ts';
import { byCounts } from './by-counts.ts';
import { byRows } from './by-rows.ts';
import { reportedBy } from './numbered.ts';

/**
 * Makes records by the method of that name, with its promise. Of `input` only the kinds of rows make use; `counts` are its
 * exact counts. Problems: `stopped` and `too-many-combinations`.
 */
export function synthesized(
  { input, counts }: { readonly input: CountInput; readonly counts: Counts },
  { method, k }: { readonly method: Method; readonly k: number },
  words: Words,
  watch: Watch = {},
): Outcome<MadeRecords> {
  const ended = refused(problem('stopped'));
  if (method === 'best' || method === 'totals')
    return best(counts, { k, totals: method === 'totals' }, words, watch) ?? ended;
  const source = reportedBy(counts, k);
  if (!source.ok) return source;
  const made =
    method === 'aggregate'
      ? byCounts(source.value, words, watch)
      : byRows({ input, source: source.value }, { k, seeds: method }, words, watch);
  return made === null ? ended : fine(made);
}
