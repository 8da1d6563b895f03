import type { Outcome } from '@freehold/core/problem';
import { bundled, bundleFiles } from '@freehold/core/release/explorer';
import type { Bundled, BundleSettings } from './work.ts';
import { zipped } from './zip.ts';

/** Puts the files that leave the house together, with the notice and the page to look into them. */
export async function bundle({ title, files, ledger }: BundleSettings): Promise<Outcome<Bundled>> {
  const [synthetic, counts, manifest, codebook] = await Promise.all([
    files['synthetic.csv'].text(),
    files['counts.csv'].text(),
    files['manifest.json'].text(),
    files['codebook.json'].text(),
  ]);
  const made = bundled(title, { synthetic, counts, manifest, codebook, ledger });
  if (!made.ok) return made;
  const all = bundleFiles.map((name) => ({ name, content: new Blob([made.value[name]]) }));
  return { ok: true, value: { files: all, zip: await zipped(all) } };
}
