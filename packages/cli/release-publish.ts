import { join } from 'node:path';
import { letLeave, mayLeave, shownToPublic, type Ledger } from '@freehold/core/privacy';
import { fine, parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { PrivateManifest } from '@freehold/core/release';
import { ShownLedger } from '@freehold/core/release/explorer';
import { needed, options, type Command } from './command.ts';
import { located, readJson, readText, stopped, writeAll, type Step } from './files.ts';
import { holding, keepLedger } from './release-charge.ts';
import { digest, readLedger } from './release-ledger-file.ts';
import { usualTitle } from './release-options.ts';
import {
  bundledWith,
  placesAsked,
  placesOptions,
  readAddedPlaces,
  type AddedPlaces,
  type AskedPlaces,
} from './release-places.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  ledger: { type: 'string' },
  purpose: { type: 'string' },
  'approved-by': { type: 'string', multiple: true },
  title: { type: 'string' },
  ...placesOptions,
  'accept-rejected': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Asked = {
  readonly folder: string;
  readonly ledger: string;
  readonly purpose: string;
  readonly approvedBy: readonly string[];
  readonly title: string;
  readonly places: AskedPlaces | null;
  readonly acceptRejected: boolean;
};

/**
 * Makes a release of what a preview or a tuning run drew into --in: a line of the ledger lets it leave, which costs nothing
 * and takes the same approvals, and notice, page to explore and the ledger as the public sees it are put beside it.
 */
export const releasePublish: Command = async (words) => {
  const read = askedPublish(words);
  if (!read.ok) return report(read.problems, words, 2);
  const { folder, ledger } = read.value;
  const places = await readAddedPlaces(read.value.places, { words, ...read.value });
  if (!places.ok) return report(places.problems, words, places.status);
  const done = await holding(ledger, () => published({ ...read.value, places: places.value }));
  if (!done.ok) return report(done.problems, words, done.status);
  process.stdout.write(
    words.includes('--json')
      ? `${JSON.stringify({ out: folder, line: done.value.line })}\n`
      : `${folder} may leave: line ${done.value.line} of the ledger says so, and nothing more was spent.\n${done.value.said}`,
  );
  return 0;
};

function askedPublish(words: readonly string[]): Outcome<Asked> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { in: folder, ledger, purpose, 'approved-by': approvedBy, title } = read.value;
  const named = { '--in': folder, '--ledger': ledger, '--purpose': purpose };
  const missing = needed({ ...named, '--approved-by': approvedBy });
  if (folder === undefined || ledger === undefined || purpose === undefined)
    return refused(...missing);
  if (approvedBy === undefined) return refused(...missing);
  const places = placesAsked(read.value);
  if (!places.ok) return places;
  return fine({
    ...{ folder, ledger, purpose, approvedBy, title: title ?? usualTitle },
    ...{ places: places.value, acceptRejected: read.value['accept-rejected'] === true },
  });
}

type Ready = Omit<Asked, 'places'> & { readonly places: AddedPlaces | null };

type Published = { readonly line: number; readonly said: string };

/** The number of the line that lets it leave, and what became of the places. Nothing is written of a release that does not hold together. */
async function published(asked: Ready): Promise<Step<Published>> {
  const { folder, title } = asked;
  const line = await lineOf(folder);
  if (!line.ok) return line;
  const before = await ledgerOf(asked);
  if (!before.ok) return before;
  const after = leaving(before.value, line.value, asked);
  if (!after.ok) return stopped(located(asked.ledger, after), 1);
  const texts = await textsIn(folder);
  if (!texts.ok) return texts;
  const shown = shownToPublic(after.value);
  const bundle = bundledWith(asked.places, title, { ...texts.value, ledger: shown });
  if (!bundle.ok) return stopped(bundle, 1);
  const kept = await keepLedger(asked.ledger, after.value);
  if (!kept.ok) return kept;
  const ledger = `${JSON.stringify(shown, null, 2)}\n`;
  const written = await writeAll(folder, { ...bundle.value.files, 'ledger.json': ledger });
  const value = { line: after.value.lines.length, said: bundle.value.said };
  return written.ok ? { ok: true, value } : written;
}

async function lineOf(folder: string): Promise<Step<number>> {
  const manifest = await readJson(join(folder, 'manifest.json'), (input) =>
    parsed(PrivateManifest, input),
  );
  if (!manifest.ok) return manifest;
  const { line } = manifest.value;
  return line === undefined
    ? stopped(refused(problem('release-not-charged', { folder })), 1)
    : { ok: true, value: line };
}

/** The ledger, if it is the one that the release was charged to. */
async function ledgerOf({ folder, ledger }: Ready): Promise<Step<Ledger>> {
  const copy = await readJson(join(folder, 'ledger.json'), (input) => parsed(ShownLedger, input));
  if (!copy.ok) return copy;
  const read = await readLedger(ledger);
  if (!read.ok || read.value.dataSet === copy.value.dataSet) return read;
  return stopped(refused(problem('ledger-other-release', { file: ledger, folder })), 1);
}

function leaving(ledger: Ledger, line: number, { purpose, approvedBy }: Ready): Outcome<Ledger> {
  // Where writing was cut short the line is there already, and the rest is done again.
  if (mayLeave(ledger.lines, line)) return fine(ledger);
  const told = { at: new Date().toISOString(), purpose, approvedBy: [...approvedBy] };
  return letLeave(ledger, line, told, digest);
}

async function textsIn(folder: string) {
  const names = ['synthetic.csv', 'counts.csv', 'manifest.json', 'codebook.json'] as const;
  const read = await Promise.all(names.map((name) => readText(join(folder, name))));
  const bad = read.find((each) => !each.ok);
  if (bad !== undefined) return stopped(bad, 2);
  const [synthetic = '', counts = '', manifest = '', codebook = ''] = read.map((each) =>
    each.ok ? each.value : '',
  );
  // Places that were added before stay.
  const places = await readText(join(folder, 'places.json'));
  const own = places.ok ? { places: places.value } : {};
  return { ok: true, value: { synthetic, counts, manifest, codebook, ...own } } as const;
}
