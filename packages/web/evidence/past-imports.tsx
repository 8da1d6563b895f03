import { useQuery } from '@tanstack/react-query';
import { Table } from '../parts/table.tsx';
import { moment, number } from '../words.ts';
import { importsQuery } from './calls.ts';

/** What has been brought in, each with the account of every record. */
export function PastImports({ partnership }: { partnership: string }) {
  const { data } = useQuery(importsQuery(partnership));
  const imports = data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <section className="stack">
      <h2>Past imports</h2>
      <Table
        caption="Every record of each, and what became of it"
        rows={imports}
        rowKey={({ id }) => id}
        stacks
        columns={[
          { title: 'Files', heads: true, cell: ({ title }) => title },
          { title: 'When', cell: ({ at, byName }) => `${moment(at)} · ${byName}` },
          { title: 'New', figure: true, cell: ({ counts }) => number(counts.new) },
          { title: 'There already', figure: true, cell: ({ counts }) => number(counts.duplicate) },
          { title: 'Rejected', figure: true, cell: ({ counts }) => number(counts.rejected) },
          { title: 'Studies', figure: true, cell: ({ counts }) => number(counts.studies) },
          {
            title: 'Account',
            cell: ({ id }) => (
              <a
                href={`/api/partnerships/${partnership}/evidence-imports/${id}/records.csv`}
                download=""
              >
                Every record (CSV)
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}
