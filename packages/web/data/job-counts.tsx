import { Table } from '../parts/table.tsx';
import { count, list, number } from '../words.ts';
import type { Job } from './calls.ts';

type Result = NonNullable<Job['result']>;

/** What reading a file came to, in counts. */
export function JobCounts({ result }: { result: Result }) {
  return (
    <div className="stack">
      <Table
        stacks
        caption={`${count(result.rows, 'row', 'rows')} read${
          result.skipped > 0 ? `, ${number(result.skipped)} left out by the description` : ''
        }`}
        rows={lines(result)}
        rowKey={({ what }) => what}
        columns={[
          { title: 'What', heads: true, cell: ({ what }) => what },
          { title: 'How many', figure: true, cell: ({ n }) => number(n) },
          { title: 'Meaning', cell: ({ means }) => means },
        ]}
      />
      {result.unknownPlaces.length > 0 && (
        <p>
          Freehold does not know these places: {list(result.unknownPlaces.slice(0, 20))}
          {result.unknownPlaces.length > 20 && ` and ${result.unknownPlaces.length - 20} more`}.
          Import them first, or give their other spelling in the description.
        </p>
      )}
    </div>
  );
}

function lines(result: Result): readonly { what: string; n: number; means: string }[] {
  const { dryRun, kept, links } = result;
  const will = dryRun || !kept ? 'would be' : 'were';
  return [
    { what: 'New', n: result.new, means: `${will} added` },
    { what: 'Changed', n: result.changed, means: `${will} replaced by what the file says` },
    { what: 'Same', n: result.same, means: 'are there already, as they are' },
    { what: 'Rows with a problem', n: result.rejected, means: 'are left out' },
    ...(links === null
      ? []
      : [{ what: 'New links', n: links.new, means: `places that ${will} put into others` }]),
  ];
}
