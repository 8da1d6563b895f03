import { stat } from 'node:fs/promises';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import {
  bundled,
  placedIn,
  placesText,
  readPlaces,
  releasedFrom,
  unsaid,
  type Place,
  type Placed,
  type ReleaseTexts,
} from '@freehold/core/release/explorer';
import { needed } from './command.ts';
import { located, readText, stopped, type Step } from './files.ts';
import { report } from './report.ts';

/** Options of every command that writes the page of a release. */
export const placesOptions = {
  places: { type: 'string' },
  'places-source': { type: 'string' },
  'places-name': { type: 'string' },
} as const;

export type AskedPlaces = {
  readonly file: string;
  /** Where they are from, and by which licence. */
  readonly source: string;
  /** The column or property that names them; null is found out. */
  readonly name: string | null;
};

/** Public geography for the map of a release's page. */
export type AddedPlaces = AskedPlaces & { readonly places: readonly Place[] };

const mostBytes = 16 * 2 ** 20;
const mostListed = 10;

/** Problem: `option-needed`, where one of the options is given without the other. */
export function placesAsked(given: {
  readonly [Name in keyof typeof placesOptions]?: string | undefined;
}): Outcome<AskedPlaces | null> {
  const { places: file, 'places-source': said, 'places-name': name = null } = given;
  const source = said?.trim() === '' ? undefined : said?.trim();
  if (file === undefined && source === undefined && name === null) return fine(null);
  if (file === undefined || source === undefined)
    return refused(...needed({ '--places': file, '--places-source': source }));
  return fine({ file, source, name });
}

/**
 * Reads the file of places before anything is drawn, so that what is wrong with it costs nothing. Problems of rows are
 * said; without `acceptRejected` they stop what follows. Which field names the places is found without a look at the
 * records. Problems: those of `readPlaces`, `places-too-large`, `places-unnamed`, `places-rejected`.
 */
export async function readAddedPlaces(
  asked: AskedPlaces | null,
  {
    words,
    acceptRejected,
  }: { readonly words: readonly string[]; readonly acceptRejected: boolean },
): Promise<Step<AddedPlaces | null>> {
  if (asked === null) return { ok: true, value: null };
  const { file, name } = asked;
  const text = await textOf(file);
  if (!text.ok) return stopped(text, 2);
  const read = readPlaces(text.value, { ...unsaid, name }, []);
  if (!read.ok) return stopped(located(file, read), 1);
  const { places, problems, fields, taken } = read.value;
  const here = (code: string, details = {}) =>
    stopped(refused(problem(code, details, { file })), 1);
  if (taken.name === null || !fields.includes(taken.name))
    return here('places-unnamed', { fields });
  if (read.value.kind === 'table' && (taken.latitude === null || taken.longitude === null))
    return here('places-without-degrees', { fields });
  const found = problems.map((each) => ({ ...each, where: { file, ...each.where } }));
  report(found, words, 1);
  const rejected = new Set(problems.map(({ where }) => where?.row)).size;
  if (rejected > 0 && !acceptRejected) return here('places-rejected', { rejected });
  return { ok: true, value: { ...asked, places } };
}

async function textOf(file: string): Promise<Outcome<string>> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  return size > mostBytes
    ? refused(problem('places-too-large', { bytes: size, most: mostBytes }, { file }))
    : readText(file);
}

export type BundleSaid = {
  readonly files: Readonly<Record<string, string>>;
  /** What became of the places, in lines to be read. */
  readonly said: string;
};

/** As `bundled`, with those of the places that belong to the release; without, where it names none of them. */
export function bundledWith(
  added: AddedPlaces | null,
  title: string,
  texts: ReleaseTexts,
): Outcome<BundleSaid> {
  const released = added === null ? null : releasedFrom(texts);
  if (released?.ok === false) return released;
  const columns = released?.value.columns ?? [];
  const placed = placedIn(added?.places ?? [], columns);
  const places =
    added === null || placed.columns.length === 0 ? {} : { places: placesText(added, columns) };
  const files = bundled(title, { ...texts, ...places });
  return files.ok
    ? fine({ files: files.value, said: added === null ? '' : saidOf(added.file, placed) })
    : files;
}

function saidOf(file: string, { columns, leftOut }: Placed): string {
  if (columns.length === 0)
    return `Note: no released value is a place of ${file}, so the map has none of it. Say which column or property names the places with --places-name.\n`;
  const lines = columns.map(({ name, values, missed }) => {
    const without = missed.slice(0, mostListed).join(', ');
    const more = missed.length > mostListed ? ` and ${missed.length - mostListed} more` : '';
    return `Map: ${values - missed.length} of ${values} released values of ${name} have a place.${missed.length > 0 ? ` Without one: ${without}${more}.` : ''}\n`;
  });
  const points = leftOut === 1 ? '1 point' : `${leftOut} points`;
  return `${lines.join('')}${leftOut > 0 ? `${points} that no released value names stayed behind.\n` : ''}`;
}
