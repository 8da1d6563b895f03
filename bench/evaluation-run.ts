import { counted, evaluationOf, inputOf } from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import { compiledKernel } from '../packages/cli/release-kernel.ts';
import { readRecords } from '../packages/cli/release-table.ts';

// One evaluation in a process of its own: evaluation-run.ts FILE LENGTH. The release is the table with a seventh of its cells
// taken from the next row, which makes up many combinations. Says CPU milliseconds (medians of five) and the ratio.

const [file = '', length = '3'] = process.argv.slice(2);
const read = await readRecords(file, null, { acceptRejected: false, say: () => {} });
if (!read.ok) throw new Error('the table has problems');
const { table } = read.value;
const release = mixed(table);

const countOnce = (of: CodedTable) => {
  const counts = counted(inputOf(of), { length: Number(length), least: 1 }, compiledKernel());
  if (counts === null) throw new Error('nobody stopped it');
  return counts;
};
const truth = countOnce(table);
const aggregation = median(() => countOnce(table));
const evaluation = median(() => evaluationOf(truth, countOnce(release), 10));
const { maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    ...{ aggregationCpuMs: aggregation, evaluationCpuMs: evaluation },
    ofTwoAggregations: Number((evaluation / (2 * aggregation)).toFixed(2)),
    peakMiB: Math.round(maxRSS / 1024),
  }),
);

function median(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return Math.round(times.toSorted((a, b) => a - b)[2] ?? 0);
}

function mixed({ rows, bySubject, columns }: CodedTable): CodedTable {
  return {
    ...{ rows, bySubject },
    columns: columns.map((column, at) => ({
      ...column,
      codes: column.codes.map((code, row) =>
        row % 7 === at % 7 ? (column.codes[(row + 1) % rows] ?? 0) : code,
      ),
    })),
  };
}
