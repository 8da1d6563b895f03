import type * as z from 'zod';
import { Ledger, mayLeave, spent } from '../../privacy/index.ts';
import { fine, parsed, problem, refused, type Outcome, type Problem } from '../../problem.ts';
import { Codebook } from '../../table/index.ts';
import type { PrivateManifest } from '../private/manifest.ts';
import { AnyManifest } from './any-manifest.ts';
import { columnsOf, type ReleasedColumn } from './columns.ts';
import { countsIn } from './counts-in.ts';
import { placesIn, type Places } from './map/places.ts';
import { recordsIn } from './records-in.ts';

/** What the public sees of a ledger. */
export const ShownLedger = Ledger.pick({ dataSet: true, budget: true, lines: true }).strip();
export type ShownLedger = z.infer<typeof ShownLedger>;

/** The texts that a release is read from; nothing else of it is needed, and nothing that was not protected. */
export type ReleaseTexts = {
  readonly manifest: string;
  readonly counts: string;
  readonly synthetic: string;
  readonly codebook: string;
  /** Public geography that goes with it, where there is some. */
  readonly places?: string | undefined;
  readonly ledger: ShownLedger | null;
};

/** A release as it was read: columns and values by number, records and combinations as lists of them. */
export type Released = {
  readonly manifest: AnyManifest;
  readonly columns: readonly ReleasedColumn[];
  /** For each column each record's code: 0 is absent, 1 the column's first value. */
  readonly codes: readonly (readonly number[])[];
  /** Whether counts come with a low and a high end. */
  readonly intervals: boolean;
  /**
   * For each length its combinations one after the other: column, code, column, code …, count, and low and high where
   * there are intervals. Columns of a combination rise.
   */
  readonly combinations: readonly (readonly number[])[];
  readonly places: Places | null;
  readonly ledger: ShownLedger | null;
};

const mostTold = 100;

/**
 * Reads a release and checks that it holds together: each file by its schema, the records' header and number by the
 * manifest, each count by what the manifest promises, places by what was released. All problems come back at once, at most
 * a hundred; of places, once the rest holds together. [RL-30] [RL-32]
 */
export function releasedFrom(texts: ReleaseTexts): Outcome<Released> {
  const manifest = documentIn(texts.manifest, AnyManifest, 'manifest.json');
  const codebook = documentIn(texts.codebook, Codebook, 'codebook.json');
  if (!manifest.ok || !codebook.ok)
    return refused(...[manifest, codebook].flatMap((each) => (each.ok ? [] : each.problems)));
  const records = recordsIn(texts.synthetic, manifest.value);
  const counts = countsIn(texts.counts, manifest.value);
  const faults = [
    ...(records.ok ? [] : records.problems),
    ...(counts.ok ? [] : counts.problems),
    ...ledgerFaults(manifest.value, texts.ledger),
  ];
  if (!records.ok || !counts.ok || faults.length > 0) return refused(...faults.slice(0, mostTold));
  const { columns, codes, combinations } = columnsOf(
    manifest.value,
    codebook.value,
    records.value,
    counts.value,
  );
  const places = texts.places === undefined ? fine(null) : placesIn(texts.places, columns);
  if (!places.ok) return places;
  const { intervals } = counts.value;
  const read = { columns, codes, intervals, combinations };
  return fine({ manifest: manifest.value, ...read, places: places.value, ledger: texts.ledger });
}

function documentIn<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
): Outcome<z.output<S>> {
  try {
    return parsed(schema, JSON.parse(text), { file });
  } catch {
    return refused(problem('not-json', {}, { file }));
  }
}

/** A release that says that it was charged is shown with the ledger that it was charged to. */
function ledgerFaults(manifest: AnyManifest, ledger: ShownLedger | null): readonly Problem[] {
  const charge = manifest.method === 'private' && manifest.ledger ? manifest : null;
  if (ledger === null) return charge === null ? [] : [problem('ledger-needed')];
  const { budget } = ledger;
  const { epsilon } = spent(ledger);
  return [
    ...(epsilon <= budget.epsilon
      ? []
      : [problem('ledger-overdrawn', { spent: epsilon, budget: budget.epsilon })]),
    ...(charge === null ? [] : uncovered(charge, ledger)),
  ];
}

/**
 * Whether a line paid for the release, and lets it leave: the one that the manifest names, or any where it names none, as
 * manifests did before there were previews.
 */
function uncovered(
  { budget: { rho }, line }: PrivateManifest,
  { lines }: ShownLedger,
): readonly Problem[] {
  const paid = lines.filter((each) => each.rho >= rho && (line ?? each.seq) === each.seq);
  if (paid.length === 0) return [problem('ledger-without-release', { rho })];
  return paid.some(({ seq }) => mayLeave(lines, seq))
    ? []
    : [problem('line-stays', { line: paid[0]?.seq ?? null })];
}
