import { fine, type Outcome } from '@freehold/core/problem';
import {
  protectedCount,
  recordsText,
  releasedCodebook,
  writeCounts,
  type Counts,
  type Manifest,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import { bundledWith, type AddedPlaces, type BundleSaid } from './release-places.ts';

/** What a release by k-anonymity is written from. */
export type ReleaseParts = {
  readonly table: CodedTable;
  readonly counts: Counts;
  readonly records: CodedTable;
  readonly manifest: Manifest;
  readonly places: AddedPlaces | null;
};

/** Text of counts up to which a page to explore is made: a browser opens no larger one at ease. */
const mostForPage = 64 * 2 ** 20;

/**
 * The small files of a release, beside its counts: records, manifest, codebook of what was released, and, unless the counts
 * are too many for a page, notice and page to explore. Problems are those of `bundled`.
 */
export function releaseFiles(
  title: string,
  { table, counts, records, manifest, places }: ReleaseParts,
): Outcome<BundleSaid> {
  const { k } = manifest;
  const isReleased = (column: number, code: number) => counts.count([column], [code]) >= k;
  const texts = {
    synthetic: recordsText(records),
    manifest: json(manifest),
    codebook: json(releasedCodebook(table.columns, isReleased)),
  };
  const told = countsText(counts, table, k);
  if (told !== null) return bundledWith(places, title, { ...texts, counts: told, ledger: null });
  const { synthetic, manifest: about, codebook } = texts;
  return fine({
    files: { 'synthetic.csv': synthetic, 'manifest.json': about, 'codebook.json': codebook },
    said: places === null ? '' : 'Note: there are too many counts for a page, and so no map.\n',
  });
}

/** Null where it is too long for a page. */
function countsText(counts: Counts, table: CodedTable, k: number): string | null {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const keep = (piece: Uint8Array) => {
    bytes += piece.length;
    if (bytes <= mostForPage) pieces.push(Buffer.from(piece));
  };
  const shown = (count: number) => protectedCount(count, k);
  writeCounts(counts, table.columns, keep, { least: k, shown });
  return bytes > mostForPage ? null : Buffer.concat(pieces).toString('utf8');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
