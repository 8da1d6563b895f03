import { problem, refused, type Outcome } from '@freehold/core/problem';
import {
  madeBy,
  privateCounts,
  privateCountsText,
  privateManifestOf,
  privateRecords,
  privateTable,
  recordsText,
  releasedCodebook,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import { csvBlob, jsonBlob } from './blobs.ts';
import { systemWords } from './chance.ts';
import { part } from './shares.ts';
import type { NoiseSettings, Run, Watch } from './work.ts';

/**
 * Makes a release with differential privacy. The ledger was charged before this is asked for. Nothing beyond what was drawn
 * with noise comes back: no true figure, no error against one.
 */
export function privateRelease(
  table: CodedTable,
  asked: NoiseSettings,
  watch: Watch,
): Outcome<Run> {
  const began = performance.now();
  const words = systemWords();
  const { kind: _kind, charged, ...settings } = asked;
  const counts = privateCounts(table, settings, words, part(watch, 0, 0.5));
  if (counts === null) return refused(problem('stopped'));
  if (!counts.ok) return counts;
  const made = privateRecords(counts.value, words, part(watch, 0.5, 1));
  if (made === null) return refused(problem('stopped'));
  const records = privateTable(counts.value, made, table);
  const madeAt = new Date().toISOString();
  const manifest = privateManifestOf({
    ...{ madeAt, madeBy, ledger: true, line: charged.seq, chance: 'system entropy' },
    ...{ settings, table, counts: counts.value },
  });
  const sizes = Array.from({ length: counts.value.length }, (_, at) => counts.value.size(at + 1));
  return {
    ok: true,
    value: {
      ...{ settings: asked, madeAt, manifest, inside: null },
      combinations: sizes.reduce((sum, each) => sum + each, 0),
      files: {
        'synthetic.csv': csvBlob(recordsText(records)),
        'counts.csv': csvBlob(privateCountsText(counts.value)),
        'manifest.json': jsonBlob(manifest),
        'codebook.json': jsonBlob(releasedCodebook(records.columns, () => true)),
      },
      seconds: (performance.now() - began) / 1000,
    },
  };
}
