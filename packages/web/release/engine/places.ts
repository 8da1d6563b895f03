import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { placedIn, readPlaces } from '@freehold/core/release/explorer';
import { Codebook, declaredIn } from '@freehold/core/table';
import { textOf } from '../../parts/file-text.ts';
import type { PlacesFound, PlacesSettings } from './work.ts';

const mostBytes = 16 * 2 ** 20;

/**
 * Reads a file of public geography, and says which values of the release have a place in it. Problems: those of `readPlaces`,
 * and `places-too-large`.
 */
export async function places({
  file,
  fields,
  files,
}: PlacesSettings): Promise<Outcome<PlacesFound>> {
  if (file.size > mostBytes)
    return refused(problem('places-too-large', { bytes: file.size, most: mostBytes }));
  const codebook = Codebook.parse(JSON.parse(await files['codebook.json'].text()));
  const columns = codebook.columns.map((book) => ({
    name: book.name,
    values: book.kind === 'left-out' ? [] : (declaredIn(book) ?? []),
  }));
  const text = await textOf(file);
  const read = readPlaces(text, fields, columns);
  if (!read.ok) return read;
  return fine({ name: file.name, read: read.value, ...placedIn(read.value.places, columns) });
}
