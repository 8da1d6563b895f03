import type { AnyManifest } from './any-manifest.ts';

/** The fewest that a count stands for; null where noise protects, and small counts are no secret. */
export function leastOf(manifest: AnyManifest): number | null {
  return manifest.method === 'private' ? null : manifest.k;
}

/** How many the release stands for, with both ends of what is possible or likely. */
export function rowsOf(manifest: AnyManifest) {
  const { rows } = manifest;
  return manifest.method === 'private'
    ? { count: rows, low: manifest.rowsLow, high: manifest.rowsHigh }
    : { count: rows, low: rows, high: rows + manifest.k - 1 };
}
