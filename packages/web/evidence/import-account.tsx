import type { Job } from '../data/job-view.tsx';
import { Table } from '../parts/table.tsx';
import { count, number } from '../words.ts';

/** What became of each file's records: every one is in one of the three columns. */
export function ImportAccount({ job }: { job: Job }) {
  const { counts = {}, rows = 0 } = job.result ?? {};
  const files = new Map<string, Record<string, number>>();
  for (const [name, n] of Object.entries(counts)) {
    const [, file, fate] = /^(.*): (new|duplicate|rejected)$/.exec(name) ?? [];
    if (file !== undefined && fate !== undefined)
      files.set(file, { ...files.get(file), [fate]: n });
  }
  if (files.size === 0) return null;
  const of = (fates: Record<string, number>, fate: string) => fates[fate] ?? 0;
  return (
    <>
      <Table
        caption={`${count(rows, 'record', 'records')}, every one accounted for`}
        rows={[...files].toSorted(([a], [b]) => a.localeCompare(b))}
        rowKey={([file]) => file}
        columns={[
          { title: 'File', heads: true, cell: ([file]) => file },
          ...(['new', 'duplicate', 'rejected'] as const).map((fate) => ({
            title: fateWords[fate],
            figure: true,
            cell: ([, fates]: [string, Record<string, number>]) => number(of(fates, fate)),
          })),
          {
            title: 'Records',
            figure: true,
            cell: ([, fates]) => number(Object.values(fates).reduce((sum, n) => sum + n, 0)),
          },
        ]}
      />
      {(counts['suggestions'] ?? 0) > 0 && (
        <p>
          {count(counts['suggestions'] ?? 0, 'pair', 'pairs')} may be one publication and wait for a
          person.
        </p>
      )}
    </>
  );
}

const fateWords = { new: 'New', duplicate: 'There already', rejected: 'Rejected' } as const;
