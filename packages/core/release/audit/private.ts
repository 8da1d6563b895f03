import { fine, type Outcome } from '../../problem.ts';
import type { Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { betweenPairs, pairText } from '../combination.ts';
import {
  budgetPlan,
  privateCounts,
  privateCountsText,
  privateManifestOf,
  privateRecords,
  privateTable,
  type PrivateCounts,
  type PrivateSettings,
} from '../private/index.ts';
import { recordsText } from '../records.ts';
import { releasedCodebook } from '../released-codebook.ts';
import type { Claim, Mechanism, Told, ToldCount } from './mechanism.ts';

/** Counts with noise as they are released, for an audit: with the records made of them, and the files of both. */
export function privateRelease(settings: PrivateSettings): Mechanism {
  return {
    name: 'private-counts',
    claim: claimOf(settings),
    run: (table, words) => {
      const counts = countsOf(table, settings, words);
      return counts.ok ? fine(toldBy(counts.value)) : counts;
    },
    files: (table, words) => {
      const counts = countsOf(table, settings, words);
      return counts.ok ? filesOf(table, counts.value, settings, words) : {};
    },
  };
}

/** The weaker of what is claimed for columns that are all declared, and for others. */
function claimOf(settings: PrivateSettings): Claim {
  const [declared, open] = [budgetPlan(settings, false), budgetPlan(settings, true)];
  const { epsilon, delta } = settings;
  return { epsilon, delta, rho: Math.max(declared.rho, open.rho), rhoDelta: open.delta };
}

function countsOf(
  table: CodedTable,
  settings: PrivateSettings,
  words: Words,
): Outcome<PrivateCounts> {
  const counts = privateCounts(table, settings, words);
  if (counts === null) throw new TypeError('nobody stopped it');
  return counts;
}

function toldBy(counts: PrivateCounts): Told {
  const told: ToldCount[] = [];
  const pairs = counts.columns.map(({ name, values }) =>
    values.map((value) => pairText(name, value)),
  );
  for (let length = 1; length <= counts.length; length += 1)
    counts.each(length, (columns, values, { count, low, high }) => {
      const texts = columns.map((column, at) => pairs[column]?.[(values[at] ?? 0) - 1] ?? '');
      const column = columns[0] ?? 0;
      told.push({ text: texts.join(betweenPairs), length, column, count, low, high });
    });
  return { subjects: counts.records, counts: told };
}

function filesOf(
  table: CodedTable,
  counts: PrivateCounts,
  settings: PrivateSettings,
  words: Words,
): Readonly<Record<string, string>> {
  const made = privateRecords(counts, words);
  if (made === null) throw new TypeError('nobody stopped it');
  const records = privateTable(counts, made, table);
  const facts = { madeAt: '2026-01-01T00:00:00Z', madeBy: 'an audit', ledger: false };
  const manifest = privateManifestOf({
    ...{ settings, table, counts, chance: 'system entropy', ...facts },
  });
  return {
    'counts.csv': privateCountsText(counts),
    'synthetic.csv': recordsText(records),
    'manifest.json': JSON.stringify(manifest),
    'codebook.json': JSON.stringify(releasedCodebook(records.columns, () => true)),
  };
}
