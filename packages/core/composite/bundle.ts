import { z } from 'zod';
import { sha256 } from '../numeric/index.ts';
import { fine, parsed, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { records } from '../table/index.ts';
import { computed } from './compute.ts';
import { Drawing, noticesOf, openedIndex, type OpenedIndex } from './definition.ts';
import { modelOf } from './draw.ts';
import { Method } from './method.ts';
import { monteCarlo } from './monte-carlo.ts';
import { rankShift, sensitivity } from './sensitivity.ts';
import { effectsText, scoresText, standingsText } from './text.ts';
import { Uncertainty } from './uncertain.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(50_000_000);

/**
 * An index in one file: what goes in (`data` and `meta` as CSV, `method`, what is uncertain and how often that is drawn)
 * and what came out, as CSV: `scores`, and with uncertainty `standings` and `effects`. `sha256` holds the digest of each
 * part's text; of what is no text, that of its JSON without spaces. [CO-13]
 */
export const Bundle = z.strictObject({
  format: z.literal('freehold-index-bundle'),
  version: z.literal(1),
  title: z.string().max(200),
  data: text,
  meta: text,
  method: Method,
  uncertainty: Uncertainty.nullable(),
  drawing: Drawing,
  notices: z.array(z.strictObject({ code: z.string(), notice: z.string() })),
  scores: text,
  standings: text.nullable(),
  effects: text.nullable(),
  sha256: z.record(z.string(), Hash),
});
export type Bundle = z.infer<typeof Bundle>;

export type BundleInputs = Pick<
  Bundle,
  'title' | 'data' | 'meta' | 'method' | 'uncertainty' | 'drawing'
>;

/** Is called with the share done while an index is drawn, and may stop it by answering false. */
export type Between = (done: number) => boolean;

/**
 * Works an index out from the texts of its tables and puts all into one bundle. Problems are those of reading and of
 * working out, and `stopped`. A definition as it is kept may be given as it is.
 */
export function bundleOf(inputs: BundleInputs, between: Between = () => true): Outcome<Bundle> {
  const { title, data, meta, method, uncertainty, drawing } = inputs;
  const opened = openedIndex(inputs);
  if (!opened.ok) return opened;
  const results = resultsOf(opened.value, inputs, between);
  if (!results.ok) return results;
  const notices = [...noticesOf(meta)];
  const parts = { title, data, meta, method, uncertainty, drawing, notices, ...results.value };
  const sha256s = digests(parts);
  return fine({ format: 'freehold-index-bundle', version: 1, ...parts, sha256: sha256s });
}

/** A bundle as the text of its file; the same bundle gives the same bytes. */
export function bundleText(bundle: Bundle): string {
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** Reads a bundle that was JSON. Besides faults of its form: `part-changed` for a part that its digest does not fit. */
export function readBundle(input: unknown): Outcome<Bundle> {
  const read = parsed(Bundle, input);
  if (!read.ok) return read;
  const { format: _format, version: _version, sha256: given, ...parts } = read.value;
  const now = digests(parts);
  const changed = Object.keys({ ...now, ...given }).filter((part) => now[part] !== given[part]);
  if (changed.length === 0) return read;
  return refused(...changed.map((part) => problem('part-changed', { part })));
}

/**
 * Works a bundle's index out again from what goes into it. Fine where every byte of its results comes out the same;
 * else `result-differs` for each part, with the first cell that does and what it was and is. [CO-13]
 */
export function recomputed(bundle: Bundle, between: Between = () => true): Outcome<Bundle> {
  const again = bundleOf(bundle, between);
  if (!again.ok) return again;
  const faults = (['scores', 'standings', 'effects'] as const).flatMap((part) => {
    const [was, now] = [bundle[part], again.value[part]];
    return was === now ? [] : [difference(part, was ?? '', now ?? '')];
  });
  return faults.length > 0 ? refused(...faults) : again;
}

type Results = Pick<Bundle, 'scores' | 'standings' | 'effects'>;

function resultsOf(
  { table, structure }: OpenedIndex,
  { method, uncertainty, drawing }: BundleInputs,
  between: Between,
): Outcome<Results> {
  const result = computed(table, structure, method);
  if (!result.ok) return result;
  const scores = scoresText(result.value, structure);
  if (uncertainty === null) return fine({ scores, standings: null, effects: null });
  const model = modelOf(table, structure, method, uncertainty);
  if (!model.ok) return model;
  const { draws, base, seed } = drawing;
  const drawn = monteCarlo(model.value, draws, seed, (done) => between(done / 2));
  if (drawn.draws + drawn.unanswered < draws) return refused(problem('stopped'));
  const middle = model.value.at(new Float64Array(model.value.dimensions).fill(0.5));
  if (middle === null) return fine({ scores, standings: standingsText(drawn), effects: null });
  const found = sensitivity(model.value, rankShift(middle), base, seed, (done) =>
    between(0.5 + done / 2),
  );
  if (found === null) return refused(problem('stopped'));
  const effects = effectsText(found, uncertainty.sources);
  return fine({ scores, standings: standingsText(drawn), effects });
}

function digests(parts: Readonly<Record<string, unknown>>): Record<string, string> {
  const told = Object.entries(parts).filter(([, part]) => part !== null);
  return Object.fromEntries(
    told.map(([name, part]) => [
      name,
      sha256(typeof part === 'string' ? part : JSON.stringify(part)),
    ]),
  );
}

function difference(part: string, was: string, now: string): Problem {
  const [before, after] = [records(was), records(now)];
  for (const [at, { row, cells }] of before.records.entries()) {
    const beside = after.records[at]?.cells ?? {};
    const column = before.columns.find((name) => cells[name] !== beside[name]);
    if (column === undefined) continue;
    const details = { part, was: cells[column] ?? '', now: beside[column] ?? '' };
    return problem('result-differs', details, { row, column });
  }
  return problem('result-differs', { part, was: before.columns[0] ?? '', now: 'other rows' });
}
