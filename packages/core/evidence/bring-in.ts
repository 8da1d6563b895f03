import { duplicates, type Duplicate } from './duplicates.ts';
import type { Reference } from './reference.ts';
import type { Arrival, Register, Source, Suggestion } from './register.ts';
import type { FoundReference } from './ris.ts';

/** A file's records as they were read. */
export type ReadFile = { readonly file: string; readonly found: readonly FoundReference[] };

/**
 * Brings files' records into a register: each becomes a source, a duplicate of one, or is rejected with its reason,
 * in the order of the files. Certain duplicates are merged, likely ones suggested. [EV-1] [EV-3]
 *
 * Holds: there is one arrival more for each record; bringing the same files in again adds no source.
 */
export function broughtIn(register: Register, files: readonly ReadFile[]): Register {
  const taken = register.sources.map(({ id }) => Number(/^s(\d{1,9})$/.exec(id)?.[1] ?? 0));
  const offset = taken.reduce((most, each) => Math.max(most, each), register.arrivals.length);
  const incoming = files
    .flatMap(({ file, found }) => found.map((each) => ({ file, ...each })))
    .map((each, at) => ({ ...each, id: `s${offset + at + 1}` }));
  const named = (id: string, reference: Source['reference']) => ({ ...reference, id });
  const findings = new Map<string, Duplicate>(
    duplicates([
      ...register.sources.map(({ id, reference }) => named(id, reference)),
      ...incoming.flatMap((each) => ('reference' in each ? [named(each.id, each.reference)] : [])),
    ]).map((finding) => [finding.id, finding]),
  );
  const arrivals = incoming.map((each): Arrival => {
    const at = { file: each.file, number: each.number, row: each.row };
    if ('problems' in each)
      return { ...at, fate: 'rejected', source: null, because: each.problems[0]?.code ?? '' };
    const finding = findings.get(each.id);
    return finding?.certain === true
      ? { ...at, fate: 'duplicate', source: finding.of, because: finding.because }
      : { ...at, fate: 'new', source: each.id, because: '' };
  });
  const sources = new Map(register.sources.map((source) => [source.id, source]));
  for (const each of incoming) {
    if (!('reference' in each)) continue;
    const finding = findings.get(each.id);
    const stands = finding?.certain === true ? sources.get(finding.of) : undefined;
    if (stands === undefined) sources.set(each.id, { id: each.id, reference: each.reference });
    else
      sources.set(stands.id, { ...stands, reference: filledIn(stands.reference, each.reference) });
  }
  const fresh = new Set(incoming.map(({ id }) => id));
  const suggestions = [...findings.values()].flatMap(
    ({ certain, id, of, because, likeness }): readonly Suggestion[] =>
      certain || !fresh.has(id) || !sources.has(id) ? [] : [{ id, of, because, likeness }],
  );
  return {
    ...register,
    sources: [...sources.values()],
    arrivals: [...register.arrivals, ...arrivals],
    suggestions: [...register.suggestions, ...suggestions],
  };
}

/** What a publication's first record does not say is taken from a later one; what it says stands. */
function filledIn(stands: Reference, later: Reference): Reference {
  const filled = Object.entries(later).filter(([field, value]) => {
    const there = stands[field as keyof Reference];
    const empty = there === '' || there === null || (Array.isArray(there) && there.length === 0);
    return empty && value !== '' && value !== null;
  });
  return { ...stands, ...Object.fromEntries(filled), extra: { ...later.extra, ...stands.extra } };
}
