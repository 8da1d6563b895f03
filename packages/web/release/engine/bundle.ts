import { fine, type Outcome } from '@freehold/core/problem';
import {
  bundleFiles,
  placesIn,
  placesText,
  releasedFrom,
  toldOf,
  type Places,
  type Released,
} from '@freehold/core/release/explorer';
import type { AddedPlaces, Bundled, BundleSettings } from './work.ts';
import { zipped } from './zip.ts';

/**
 * Puts the files that leave the house together, with the notice and the page to look into them, and what of added places
 * belongs to the release.
 */
export async function bundle(asked: BundleSettings): Promise<Outcome<Bundled>> {
  const { title, files, ledger } = asked;
  const [synthetic, counts, manifest, codebook] = await Promise.all([
    files['synthetic.csv'].text(),
    files['counts.csv'].text(),
    files['manifest.json'].text(),
    files['codebook.json'].text(),
  ]);
  const released = releasedFrom({ synthetic, counts, manifest, codebook, ledger });
  if (!released.ok) return released;
  const places = addedTo(released.value, asked.places);
  if (!places.ok) return places;
  const told = toldOf(title, { ...released.value, places: places.value });
  const made = {
    ...{ 'synthetic.csv': synthetic, 'counts.csv': counts },
    ...{ 'manifest.json': manifest, 'codebook.json': codebook, ...told },
  };
  const all = [
    ...bundleFiles.map((name) => ({ name, content: new Blob([made[name]]) })),
    ...(places.value === null
      ? []
      : [
          {
            name: 'places.json',
            content: new Blob([placesText(places.value, released.value.columns)]),
          },
        ]),
  ];
  return fine({ files: all, zip: await zipped(all) });
}

function addedTo({ columns }: Released, added: AddedPlaces | null): Outcome<Places | null> {
  if (added === null) return fine(null);
  return placesIn(placesText(added, columns), columns);
}
