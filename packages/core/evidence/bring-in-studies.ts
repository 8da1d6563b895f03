import { broughtIn } from './bring-in.ts';
import type { Arrival, Register } from './register.ts';
import type { FoundReference } from './ris.ts';
import type { FoundStudy } from './study-table.ts';

/** What became of one row of a table of studies. */
export type StudyFate = {
  readonly row: number;
  readonly fate: 'new' | 'known' | 'rejected';
  /** The study it became, or the one it is; null for a rejected one. */
  readonly study: string | null;
  readonly because: string;
};

/**
 * Brings a table's studies into a register, each with its publication, in the order of the rows. [EV-1] [EV-16]
 *
 * A study that came in before, by its origin, stays as it is: what people have written or graded since is kept.
 *
 * Holds: there is one fate and one arrival a row; bringing the same table in again adds neither study nor source.
 */
export function studiesBroughtIn(
  register: Register,
  file: string,
  found: readonly FoundStudy[],
): { readonly register: Register; readonly fates: readonly StudyFate[] } {
  const known = new Map(
    register.studies.flatMap((study) => (study.origin === '' ? [] : [[study.origin, study]])),
  );
  const before = (each: FoundStudy) => ('study' in each ? known.get(each.study.origin) : undefined);
  const incoming = found.map((each, at) => ({ each, number: at + 1, is: before(each) }));
  const fresh = incoming.filter(({ is }) => is === undefined);
  const next = broughtIn(register, [{ file, found: fresh.map(referenceOf) }]);
  const arrivals = next.arrivals.slice(register.arrivals.length);
  const sources = new Map(arrivals.map(({ number, source }) => [number, source]));
  const studies = [...register.studies];
  const ids = new Set(studies.map(({ id }) => id));
  const fates = incoming.map(({ each, number, is }): StudyFate => {
    const { row } = each;
    if ('problems' in each)
      return { row, fate: 'rejected', study: null, because: each.problems[0]?.code ?? '' };
    if (is !== undefined) return { row, fate: 'known', study: is.id, because: '' };
    const id = freeId(ids, number);
    studies.push({ ...each.study, id, source: sources.get(number) ?? null });
    return { row, fate: 'new', study: id, because: '' };
  });
  const again = incoming.flatMap(({ each, number, is }): readonly Arrival[] => {
    const at = { file, number, row: each.row };
    return is === undefined
      ? []
      : [{ ...at, fate: 'duplicate', source: is.source, because: 'same-study' }];
  });
  return { register: { ...next, arrivals: [...next.arrivals, ...again], studies }, fates };
}

function referenceOf({
  each,
  number,
}: {
  readonly each: FoundStudy;
  readonly number: number;
}): FoundReference {
  const record = { number, row: each.row };
  return 'problems' in each
    ? { ...record, problems: each.problems }
    : { ...record, reference: each.reference };
}

/** The first of "t1", "t2", … from a number on that no study has; it is taken with that. */
function freeId(taken: Set<string>, from: number): string {
  let at = from;
  while (taken.has(`t${at}`)) at += 1;
  taken.add(`t${at}`);
  return `t${at}`;
}
