import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import {
  earlierTold,
  evaluationOf,
  factsOf,
  homogeneity,
  inputOf,
  madeBy,
  manifestOf,
  Method,
  protectedCount,
  recordsAsTable,
  synthesized,
  writeCounts,
  type Counts,
  type Evaluation,
  type Manifest,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import { options, type Command } from './command.ts';
import { stopped, writeInPieces, writeWhole, type Step } from './files.ts';
import { undivided } from './interrupt.ts';
import { progress, type Progress } from './progress.ts';
import { chanceBy, wordsBy } from './release-chance.ts';
import { besideEarlier } from './release-earlier.ts';
import { engineNamed } from './release-engine.ts';
import { releaseFiles, type ReleaseParts } from './release-files.ts';
import {
  countAsked,
  countOptions,
  releaseAsked,
  releaseOptions,
  type AskedCount,
  type AskedRelease,
} from './release-options.ts';
import {
  placesAsked,
  placesOptions,
  readAddedPlaces,
  type AddedPlaces,
  type AskedPlaces,
} from './release-places.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { report } from './report.ts';

const usualK = 10;
const mostSeconds = 24 * 3600;

type Asked = AskedCount &
  AskedRelease & {
    readonly method: Method;
    readonly leastK: number;
    /** The folder of an earlier release of the same register. */
    readonly earlier: string | undefined;
    readonly places: AskedPlaces | null;
  };

/**
 * Makes records that may leave the house, the counts that go with them, a manifest of what was done, codebook, notice and
 * a page to explore, into a new folder --out; under `private/` what looks at the true records and stays.
 */
export const releaseSynthesize: Command = async (words) => {
  const asked = askedSynthesis(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const codebook = await readCodebook(asked.value.codebook);
  if (!codebook.ok) return report(codebook.problems, words, codebook.status);
  const { file, acceptRejected } = asked.value;
  const places = await readAddedPlaces(asked.value.places, { words, acceptRejected });
  if (!places.ok) return report(places.problems, words, places.status);
  const say = (problems: Parameters<typeof report>[0]) => void report(problems, words, 1);
  const read = await readRecords(file, codebook.value, { acceptRejected, say });
  if (!read.ok) return report(read.problems, words, read.status);
  const done = await released(
    read.value.table,
    { ...asked.value, places: places.value },
    progress(words),
  );
  if (!done.ok) return report(done.problems, words, done.status);
  said(asked.value, done.value, words);
  return 0;
};

function askedSynthesis(words: readonly string[]): Outcome<Asked> {
  const own = {
    method: { type: 'string' },
    earlier: { type: 'string' },
    ...releaseOptions,
    ...placesOptions,
  } as const;
  const read = options(words, { ...countOptions, ...own });
  if (!read.ok) return read;
  const { method = 'best', earlier } = read.value;
  const found = Method.safeParse(method);
  if (!found.success) return refused(problem('method-unknown', { method, known: Method.options }));
  const release = releaseAsked(read.value);
  if (!release.ok) return release;
  const count = countAsked(read.value);
  if (!count.ok) return count;
  const places = placesAsked(read.value);
  if (!places.ok) return places;
  return fine({
    ...count.value,
    ...release.value,
    method: found.data,
    leastK: count.value.k ?? usualK,
    earlier,
    places: places.value,
  });
}

/** As it was asked, with the places that were read. */
type Ready = Omit<Asked, 'places'> & { readonly places: AddedPlaces | null };

type Released = { readonly manifest: Manifest; readonly places: string };

async function released(table: CodedTable, asked: Ready, watch: Progress): Promise<Step<Released>> {
  const { leastK: k, method, seed, length } = asked;
  const truth = await countedTable(table, asked, watch.step('Counting'));
  if (!truth.ok) return truth;
  const words = wordsBy(seed);
  const source = { input: inputOf(table), counts: truth.value };
  const made = synthesized(source, { method, k }, words, { seen: watch.step('Making records') });
  if (!made.ok) return stopped(made, 1);
  const records = recordsAsTable(table, made.value);
  const own = await countedTable(records, asked, watch.step('Counting what was made'));
  watch.end();
  if (!own.ok) return own;
  const beside = await besides(truth.value, table, asked);
  if (!beside.ok) return beside;
  const evaluation = evaluationOf(truth.value, own.value, k, {
    homogeneity: homogeneity(truth.value, table.columns, { k }),
    ...(beside.value === null ? {} : { earlier: { counts: beside.value.found, records: null } }),
  });
  const manifest = manifestOf(
    factsOf(
      table,
      { truth: truth.value, own: own.value },
      {
        madeAt: new Date().toISOString(),
        ...{ madeBy, method, k, length },
        chance: chanceBy(seed),
        ...(beside.value === null
          ? {}
          : { earlier: earlierTold(beside.value.madeAt, beside.value.found) }),
      },
    ),
  );
  const written = await undivided(() =>
    writeRelease(asked, {
      ...{ table, counts: truth.value, records, manifest, evaluation },
      places: asked.places,
    }),
  );
  return written.ok
    ? { ok: true, value: { manifest, places: written.value } }
    : stopped(written, 2);
}

/** Writes the folder of a release; what is to be said of its places, or the first problem. */
async function writeRelease(
  { folder, title, leastK: k }: Ready,
  of: ReleaseParts & { readonly evaluation: Evaluation },
): Promise<Outcome<string>> {
  const made = releaseFiles(title, of);
  if (!made.ok) return made;
  const at = (...names: readonly string[]) => join(folder, ...names);
  const shown = (count: number) => protectedCount(count, k);
  const { 'counts.csv': _told, ...files } = made.value.files;
  mkdirSync(at('private'), { recursive: true });
  const written = [
    writeInPieces(at('counts.csv'), (sink) =>
      writeCounts(of.counts, of.table.columns, sink, { least: k, shown }),
    ),
    await writeWhole(
      at('private', 'evaluation.json'),
      `${JSON.stringify(of.evaluation, null, 2)}\n`,
    ),
  ];
  for (const [name, text] of Object.entries(files)) written.push(await writeWhole(at(name), text));
  return written.find((each) => !each.ok) ?? fine(made.value.said);
}

async function besides(truth: Counts, table: CodedTable, { earlier, leastK }: Ready) {
  if (earlier === undefined) return { ok: true, value: null } as const;
  return besideEarlier(earlier, truth, table.columns, leastK);
}

async function countedTable(
  table: CodedTable,
  { length, engine, threads, mostBytes }: Ready,
  seen: (done: number, total: number) => void,
): Promise<Step<Counts>> {
  const named = engineNamed(engine);
  if (!named.ok) return stopped(named, 2);
  const means = { threads, mostBytes, mostSeconds, watch: { seen } };
  const counts = await named.value(inputOf(table), { length, least: 1 }, means);
  return counts.ok ? counts : stopped(counts, 1);
}

function said({ folder }: Asked, done: Released, words: readonly string[]): void {
  const { manifest, places } = done;
  const { method, k, length, rows, records } = manifest;
  process.stdout.write(
    words.includes('--json')
      ? `${JSON.stringify({ out: folder, method, k, length, rows, records })}\n`
      : `Wrote ${folder}: records ${records} for ${rows} rows.\n${manifest.guarantee}\n${manifest.warnings.map((each) => `Note: ${each}\n`).join('')}${places}`,
  );
}
