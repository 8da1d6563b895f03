// Counting the combinations of a table of records. In one breath:
//
//   const table: CodedTable = …                                  // core/table: TableCoder, by a codebook
//   const kernel = kernelFrom(instance.exports, memory)          // of kernelModule(); or twinKernel(), without WebAssembly
//   const input = inputOf(table)
//   const estimate = estimated(input, { length: 3, least: 1 }, kernel, { now, mostBytes })
//   const counts = counted(input, { length: 3, least: 1 }, kernel)      // null: stopped
//
// Columns are numbers from 0 in the table's order, values are codes from 1 (`table.columns[c].values[code - 1]`), code 0
// is absent. Columns of a combination rise.
//
//   counts.count([0, 4], [2, 1])           the count of a combination (0: none, or under `least`)
//   counts.find([0, 4], [2, 1])            its entry, 0 … counts.size(2) − 1, or −1: an index for flat arrays of one's own
//   counts.countAt(2, entry), countsOf(2)  counts by entry
//   counts.each(3, visit, { least: k })    every combination with at least k;  { most: k - 1 }: the rare ones
//   counts.marginal([0, 4], visit)         all values of one set of columns
//   counts.next([0, 4], [2, 1], 7, visit)  the values of column 7 that occur with them (7 beyond 4), for building records
//   counts.within(row, 2, visit)           the combinations that one row is in: what a subject contributes
//   merged(a, b)                           counts of two tables with the same columns and values, added
//
// Several workers share `sharedWork(input, options)`: each calls `work(job, kernel, send)`, and `Gathering` puts
// together what they send. `risk` says what is rare in each column and value; `writeCounts` writes CSV.
//
// With differential privacy, instead of all that:
//
//   const { rho, delta } = budgetPlan(settings, discovers)     // what a ledger is charged, before anything is drawn
//   const counts = privateCounts(table, { epsilon: 1, delta: 1e-6, length: 3 }, words)   // an Outcome; null: stopped
//   const records = privateRecords(counts.value, words)                                  // null: stopped
//   privateManifestOf({ settings, table, counts: counts.value, madeAt, madeBy, ledger: true, chance })
//   privateCountsText(counts.value), recordsText(privateTable(counts.value, records, table))
export { betweenPairs, escaped, pairsIn, pairText } from './combination.ts';
export { assembled, type Grouped } from './count/assembled.ts';
export { counted, Gathering, type Watch } from './count/count.ts';
export { type Counts, type Order, type Visit } from './count/counts.ts';
export { estimated, refusal, type Estimate, type LengthEstimate } from './count/estimate.ts';
export { inputOf, type CountInput, type CountOptions } from './count/input.ts';
export { merged } from './count/merged.ts';
export { type Part } from './count/part.ts';
export { buffersOf, sharedWork, stop, work, type Done, type SharedWork } from './count/work.ts';
export { utf8, writeCounts, type Sink } from './count-text.ts';
export { type Kernel, type KernelMemory } from './kernel/kernel.ts';
export { kernelFrom, kernelModule } from './kernel/module.ts';
export { twinKernel } from './kernel/twin.ts';
export { risk, type RareColumn, type RareLength, type Risk } from './risk.ts';
export { evaluationOf, type Evaluation, type FurtherChecks } from './evaluation/evaluation.ts';
export { alike } from './evaluation/alike.ts';
export { type Attack, type Rate } from './evaluation/attack.ts';
export { attacksOn, type Attacks } from './evaluation/attacks.ts';
export { earlierInWords } from './evaluation/in-words.ts';
export { type Attacked } from './evaluation/victims.ts';
export { type Figure } from './evaluation/tally.ts';
export { expansion, nearness, type Nearness } from './evaluation/utility.ts';
export {
  differencing,
  recordsDiffering,
  shownCounts,
  type Differencing,
  type RecordsDiffering,
  type ShownCounts,
} from './differencing.ts';
export { earlierManifest, EarlierReader, earlierTold, type EarlierRelease } from './earlier.ts';
export { factsOf } from './facts.ts';
export { homogeneity, seeminglyAlike, type AlikeGroup, type Homogeneity } from './homogeneity.ts';
export { madeBy, Manifest, manifestOf, Method, type ReleaseFacts } from './manifest.ts';
export {
  budgetPlan,
  openColumns,
  privateCounts,
  PrivateCounts,
  privateCountsText,
  PrivateManifest,
  privateManifestOf,
  privateRecords,
  PrivateSettings,
  privateTable,
  tooManyColumns,
  tried,
  type BudgetPlan,
  type OverRuns,
  type PrivateCount,
  type TrialPlan,
  type Tried,
  type TriedLength,
} from './private/index.ts';
export { recordsAsTable, recordsText } from './records.ts';
export { releasedCodebook } from './released-codebook.ts';
export { standInBook, unguardedTable, type StandInForm } from './stand-in.ts';
export { best, type MadeRecords } from './synthesis/best.ts';
export { byCounts } from './synthesis/by-counts.ts';
export { byRows, type Seeds } from './synthesis/by-rows.ts';
export {
  numberedBy,
  reportedBy,
  type Numbering,
  type ReportedTable,
} from './synthesis/numbered.ts';
export { Reported, type Telling } from './synthesis/reported.ts';
export { synthesized } from './synthesis/synthesized.ts';
export { protectedCount } from './synthesis/targets.ts';
