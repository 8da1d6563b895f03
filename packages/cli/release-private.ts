import { mkdirSync } from 'node:fs';
import { shownToPublic, type Ledger } from '@freehold/core/privacy';
import { fine, parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import {
  budgetPlan,
  madeBy,
  openColumns,
  privateCounts,
  privateCountsText,
  privateManifestOf,
  privateRecords,
  PrivateSettings,
  privateTable,
  tooManyColumns,
  recordsText,
  releasedCodebook,
  type PrivateCounts,
  type PrivateManifest,
} from '@freehold/core/release';
import type { ReleaseTexts } from '@freehold/core/release/explorer';
import type { CodedTable } from '@freehold/core/table';
import { needed, options, type Command } from './command.ts';
import { stopped, writeAll, type Step } from './files.ts';
import { chanceBy, wordsBy } from './release-chance.ts';
import { charge, chargeAsked, chargeOptions, type AskedCharge } from './release-charge.ts';
import {
  bundledWith,
  placesAsked,
  placesOptions,
  readAddedPlaces,
  type AddedPlaces,
  type AskedPlaces,
  type BundleSaid,
} from './release-places.ts';
import { releaseAsked, releaseOptions, type AskedRelease } from './release-options.ts';
import { readCodebook, readRecords } from './release-table.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  codebook: { type: 'string' },
  epsilon: { type: 'string' },
  delta: { type: 'string' },
  length: { type: 'string' },
  'public-total': { type: 'boolean' },
  out: { type: 'string' },
  'accept-rejected': { type: 'boolean' },
  json: { type: 'boolean' },
  ...releaseOptions,
  ...placesOptions,
  ...chargeOptions,
} as const;

type Asked = AskedRelease & {
  readonly file: string;
  readonly codebook: string | undefined;
  readonly settings: PrivateSettings;
  readonly charge: AskedCharge | null;
  readonly acceptRejected: boolean;
  readonly places: AskedPlaces | null;
};

/** As it was asked, with the places that were read. */
type Ready = Omit<Asked, 'places'> & { readonly places: AddedPlaces | null };

type Released = { readonly manifest: PrivateManifest; readonly places: string };

/**
 * Makes records and counts with differential privacy, their codebook, manifest, notice and a page to explore, into a new
 * folder --out. With --public-total the number of subjects is told exactly, and the promise is about what was recorded of
 * each. With --ledger the data set's ledger is charged first, and refuses what would go past its budget.
 */
export const releasePrivate: Command = async (words) => {
  const read = askedPrivate(words);
  if (!read.ok) return report(read.problems, words, 2);
  const asked = read.value;
  const codebook = await readCodebook(asked.codebook);
  if (!codebook.ok) return report(codebook.problems, words, codebook.status);
  const open = openColumns(codebook.value);
  if (open.length > 0) return report(open, words, 1);
  const say = (problems: Parameters<typeof report>[0]) => void report(problems, words, 1);
  const { acceptRejected } = asked;
  const places = await readAddedPlaces(asked.places, { words, acceptRejected });
  if (!places.ok) return report(places.problems, words, places.status);
  const table = await readRecords(asked.file, codebook.value, { acceptRejected, say });
  if (!table.ok) return report(table.problems, words, table.status);
  const many = tooManyColumns(table.value.table.columns.length);
  if (many.length > 0) return report(many, words, 1);
  const done = await released(table.value.table, { ...asked, places: places.value });
  if (!done.ok) return report(done.problems, words, done.status);
  said(asked, done.value, words);
  return 0;
};

function askedPrivate(words: readonly string[]): Outcome<Asked> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { in: file, codebook, ...given } = read.value;
  const missing = needed({ '--in': file, '--out': given.out, '--epsilon': given.epsilon });
  if (file === undefined || missing.length > 0) return refused(...missing);
  const release = releaseAsked(given);
  if (!release.ok) return release;
  const settings = parsed(PrivateSettings, {
    epsilon: Number(given.epsilon),
    delta: Number(given.delta ?? '1e-6'),
    length: Number(given.length ?? '3'),
    publicTotal: given['public-total'] === true,
  });
  if (!settings.ok) return settings;
  const asked = chargeAsked(given);
  if (!asked.ok) return asked;
  const places = placesAsked(given);
  if (!places.ok) return places;
  if (places.value !== null && asked.value !== null && asked.value.kind !== 'release')
    return refused(problem('places-without-page', { kind: asked.value.kind }));
  return fine({
    ...release.value,
    ...{ file, codebook, settings: settings.value, charge: asked.value },
    acceptRejected: given['accept-rejected'] === true,
    places: places.value,
  });
}

async function released(table: CodedTable, asked: Ready): Promise<Step<Released>> {
  const ledger = await chargedFor(table, asked);
  if (!ledger.ok) return ledger;
  const words = wordsBy(asked.seed);
  const counts = privateCounts(table, asked.settings, words);
  if (counts === null || !counts.ok) return stopped(counts ?? refused(problem('stopped')), 1);
  return written(table, counts.value, { asked, ledger: ledger.value, words });
}

/** Charges the ledger for what is about to be drawn; null without one. */
async function chargedFor(table: CodedTable, asked: Ready): Promise<Step<Ledger | null>> {
  if (asked.charge === null) return { ok: true, value: null };
  const discovers = table.columns.some(({ declared }) => !declared);
  const { length, publicTotal } = asked.settings;
  const { rho, delta } = budgetPlan(asked.settings, discovers);
  return charge(asked.charge, asked.file, {
    ...{ at: new Date().toISOString(), rho, delta },
    mechanism: `Counts of up to ${length} values with discrete Gaussian noise${publicTotal === true ? ', the number of subjects public' : ''}, and records made of them (${madeBy})`,
  });
}

async function written(
  table: CodedTable,
  counts: PrivateCounts,
  of: { readonly asked: Ready; readonly ledger: Ledger | null; readonly words: () => number },
): Promise<Step<Released>> {
  const { asked, ledger, words } = of;
  const made = privateRecords(counts, words);
  if (made === null) return stopped(refused(problem('stopped')), 1);
  const records = privateTable(counts, made, table);
  const manifest = privateManifestOf({
    ...{ settings: asked.settings, table, counts, ledger: ledger !== null, madeBy },
    ...(ledger !== null && { line: ledger.lines.length }),
    madeAt: new Date().toISOString(),
    chance: chanceBy(asked.seed),
  });
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const shown = ledger === null ? null : shownToPublic(ledger);
  const texts = {
    synthetic: recordsText(records),
    counts: privateCountsText(counts),
    manifest: json(manifest),
    codebook: json(releasedCodebook(records.columns, () => true)),
  };
  const files = filesOf(asked, { ...texts, ledger: shown });
  if (!files.ok) return stopped(files, 1);
  mkdirSync(asked.folder, { recursive: true });
  const all = { ...files.value.files, ...(shown !== null && { 'ledger.json': json(shown) }) };
  const kept = await writeAll(asked.folder, all);
  return kept.ok ? { ok: true, value: { manifest, places: files.value.said } } : kept;
}

/** What a preview or a tuning run drew stays in the house: without the notice and the page that a release is read by. */
function filesOf(
  { charge: asked, title, places }: Ready,
  texts: ReleaseTexts,
): Outcome<BundleSaid> {
  const { synthetic, counts, manifest, codebook } = texts;
  if (asked === null || asked.kind === 'release') return bundledWith(places, title, texts);
  const files = {
    ...{ 'synthetic.csv': synthetic, 'counts.csv': counts },
    ...{ 'manifest.json': manifest, 'codebook.json': codebook },
  };
  return fine({ files, said: '' });
}

function said(
  { folder, charge: asked }: Asked,
  { manifest, places }: Released,
  words: readonly string[],
): void {
  const { epsilon, delta, length, rows, rowsLow, rowsHigh, warnings, drawn } = manifest;
  const howMany =
    manifest.publicTotal === true
      ? 'as many as there are'
      : `the true number is between ${rowsLow} and ${rowsHigh} in 95 of 100 cases`;
  const noise = drawn.map(
    (each) =>
      `of ${each.length} value${each.length === 1 ? '' : 's'} ±${(2 * each.deviation).toFixed(0)}`,
  );
  const stays =
    asked === null || asked.kind === 'release'
      ? ''
      : `It was charged as a ${asked.kind === 'preview' ? 'preview' : 'tuning run'} and stays in the house; freehold release publish lets it leave.\n`;
  process.stdout.write(
    words.includes('--json')
      ? `${JSON.stringify({ out: folder, epsilon, delta, length, records: rows })}\n`
      : `Wrote ${folder}: ${rows} records (${howMany}).\n${manifest.guarantee}\nNoise alone puts counts off by (95 of 100): ${noise.join(', ')}. Each count has its own bounds in counts.csv.\n${warnings.map((each) => `Note: ${each}\n`).join('')}${stays}${places}`,
  );
}
