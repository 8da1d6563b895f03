import type { CompareSettings } from './engine/work.ts';

/** An earlier release as it was chosen: what it is called, and the two files of it that are read. */
export type EarlierFiles = {
  readonly title: string;
  readonly files: Pick<CompareSettings, 'counts' | 'manifest'>;
};

/** More would be no manifest. */
const mostManifest = 2 ** 22;

/** The counts and the manifest among files from a disk; null where there are other files than these two. */
export async function earlierFiles(files: readonly File[]): Promise<EarlierFiles | null> {
  const [counts, ...tables] = files.filter(({ name }) => /\.csv$/i.test(name));
  const [manifest, ...others] = files.filter(({ name }) => /\.json$/i.test(name));
  if (counts === undefined || manifest === undefined || tables.length + others.length > 0)
    return null;
  const text = manifest.size > mostManifest ? '' : await manifest.text();
  return { title: `${counts.name} and ${manifest.name}`, files: { counts, manifest: text } };
}
