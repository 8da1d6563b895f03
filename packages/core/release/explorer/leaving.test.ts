import { expect, test } from 'vitest';
import { generator, sha256 } from '../../numeric/index.ts';
import { charged, letLeave, newLedger, type Charge, type Ledger } from '../../privacy/index.ts';
import {
  privateCounts,
  privateCountsText,
  privateManifestOf,
  privateTable,
} from '../private/index.ts';
import { madeRows, tableOf } from '../private/testing.ts';
import { recordsText } from '../records.ts';
import { releasedCodebook } from '../released-codebook.ts';
import { bundled } from './bundle.ts';

const settings = { epsilon: 1, delta: 1e-6, length: 2 };
const table = tableOf(madeRows(500, [3, 2]), [3, 2]);
const counts = privateCounts(table, settings, generator(1).next);
if (counts?.ok !== true) throw new Error('no counts');
const kept = counts.value;
const { count } = kept.records;
// Blank records are records.
const blank = table.columns.map(() => new Uint32Array(count));
const records = privateTable(kept, { records: count, columns: blank }, table);

/** The files of the release that says it was drawn for this line, together with the ledger. */
function together(line: number | undefined, { dataSet, budget, lines }: Ledger) {
  const done = bundled('Made up', {
    synthetic: recordsText(records),
    counts: privateCountsText(kept),
    codebook: JSON.stringify(releasedCodebook(records.columns, () => true)),
    manifest: JSON.stringify(manifestFor(line)),
    ledger: { dataSet, budget, lines },
  });
  return done.ok ? [] : done.problems.map(({ code }) => code);
}

const manifestFor = (line: number | undefined) =>
  privateManifestOf({
    ...{ settings, table, counts: kept, ledger: true, chance: 'system entropy' },
    ...(line !== undefined && { line }),
    ...{ madeAt: '2026-01-01T00:00:00Z', madeBy: 'Freehold' },
  });

const { rho } = manifestFor(undefined).budget;
const by = { at: '2026-01-01T00:00:00Z', purpose: 'a test', approvedBy: ['A'] };
function ledgerOf(...kinds: readonly Charge['kind'][]): Ledger {
  const budget = { epsilon: 4, delta: 1e-5, approvals: 1 };
  return kinds.reduce(
    (ledger: Ledger, kind) => {
      const next = charged(ledger, { ...by, kind, rho, delta: 0, mechanism: 'counts' }, sha256);
      if (!next.ok) throw new Error(next.problems[0]?.code);
      return next.value;
    },
    newLedger(sha256('made up'), budget, { words: generator(3).next, digest: sha256 }),
  );
}

test('[RL-58] what was drawn for a preview or for tuning is not published before a line lets it leave', () => {
  expect(together(1, ledgerOf('release'))).toEqual([]);
  for (const kind of ['preview', 'tuning'] as const) {
    const ledger = ledgerOf('release', kind);
    // That another line paid as much for a release does not let this one leave.
    expect(together(2, ledger)).toEqual(['line-stays']);
    expect(together(1, ledger)).toEqual([]);
    const leaving = letLeave(ledger, 2, by, sha256);
    if (!leaving.ok) throw new Error(leaving.problems[0]?.code);
    expect(together(2, leaving.value)).toEqual([]);
    expect(together(3, leaving.value)).toEqual(['ledger-without-release']);
  }
});

test('[RL-58] a manifest of before there were previews is covered by any line that may leave', () => {
  expect(together(undefined, ledgerOf('preview'))).toEqual(['line-stays']);
  expect(together(undefined, ledgerOf('preview', 'release'))).toEqual([]);
});
