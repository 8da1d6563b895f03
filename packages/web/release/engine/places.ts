import { problem, refused, type Outcome } from '@freehold/core/problem';
import { gazetteerOf, readPlaces, releasedPlaces } from '@freehold/core/release/explorer';
import { Codebook, declaredIn } from '@freehold/core/table';
import { encodingOf } from './reading.ts';
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
  const text = new TextDecoder(await encodingOf(file)).decode(await file.arrayBuffer());
  const read = readPlaces(text, fields, columns);
  if (!read.ok) return read;
  const all = read.value.places;
  const find = gazetteerOf(all.map(({ name }) => name));
  const named = new Set(columns.flatMap(({ values }) => values.map(find)));
  return {
    ok: true,
    value: {
      ...{ name: file.name, read: read.value },
      columns: columns.flatMap(({ name, values }) => {
        const missed = values.filter((value) => find(value) === null);
        return missed.length === values.length ? [] : [{ name, values: values.length, missed }];
      }),
      unused: all.filter((_, at) => !named.has(at)).map(({ name }) => name),
      leftOut: all.length - releasedPlaces(all, columns).length,
    },
  };
}
