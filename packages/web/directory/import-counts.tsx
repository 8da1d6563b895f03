import type { Job } from '../data/job-view.tsx';
import { Table } from '../parts/table.tsx';
import { number } from '../words.ts';
import { cleanUpWords } from './words.ts';

/** Where every row, cell and name of the files went: the numbers add up to what was in them. */
export function ImportCounts({ job }: { job: Pick<Job, 'result'> }) {
  const counts = job.result?.counts;
  if (counts === undefined) return null;
  const sums = [...new Set(Object.keys(counts).map(stem))].filter((each) => each in stems);
  return (
    <div className="stack">
      {sums.map((each) => {
        const lines = Object.entries(counts).filter(([key]) => stem(key) === each);
        const all = lines.reduce((sum, [, n]) => sum + n, 0);
        return (
          <details key={each} className="method">
            <summary>
              {stems[each]}: {number(all)}, all accounted for
            </summary>
            <Table
              caption={stems[each]}
              rows={lines}
              rowKey={([key]) => key}
              columns={[
                { title: 'What became of them', heads: true, cell: ([key]) => fateWords(key) },
                { title: 'How many', figure: true, cell: ([, n]) => number(n) },
              ]}
            />
          </details>
        );
      })}
    </div>
  );
}

function stem(key: string): string {
  return key.split('.').slice(0, 2).join('.');
}

const stems: Readonly<Record<string, string>> = {
  'partnerships.rows': 'Rows of partnerships',
  'partnerships.cells': 'Cells of partnerships',
  'members.rows': 'Rows of members',
  'members.cells': 'Cells of members',
  'members.items': 'Names among the members',
};

function fateWords(key: string): string {
  const fate = key.split('.').slice(2).join('.');
  const [, kind = ''] = fate.split('queued:');
  const queued = Object.entries(cleanUpWords).find(([each]) => each === kind)?.[1];
  return queued === undefined ? (fates[fate] ?? fate) : `To clean up: ${queued[0].toLowerCase()}`;
}

const fates: Readonly<Record<string, string>> = {
  partnership: 'A partnership',
  'further-area': 'A further area of one',
  used: 'Used',
  repeated: 'The same again',
  empty: 'Empty',
  'empty-unnamed-column': 'Empty, in a column without a name',
  'left-aside': 'Left aside by the mapping',
  'unknown-column': 'In a column that the mapping does not know',
  'split-into-items': 'Cut into names',
  'same-name': 'An organisation by its name',
  'known-as': 'An organisation by another of its names',
  'name-and-short-form': 'An organisation by name and short form',
  'accepted-before': 'An organisation by a spelling accepted before',
  'new-name': 'A new organisation',
};
