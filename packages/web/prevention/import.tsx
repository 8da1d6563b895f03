import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { Button, buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import '../parts/workbook-words.ts';
import { count } from '../words.ts';
import { InterventionCheck, preventionChanged, sendTable, typesQuery } from './calls.ts';
import { FileField } from './file-field.tsx';
import { PreventionFrame, useHere } from './frame.tsx';
import { RowProblems } from './row-problems.tsx';
import { typeWords } from './words.ts';

const Done = z.object({ added: z.array(z.string()), already: z.number() });

/** A table of interventions is looked at first; nothing is kept until somebody says so. */
export function ImportInterventions() {
  const here = useHere();
  const { partnership, search } = here;
  const { data, error } = useQuery(typesQuery(partnership));
  const [file, setFile] = useState<File | null>(null);
  const address = `/api/partnerships/${partnership}/interventions`;
  const check = useMutation({
    mutationFn: (chosen: File) => sendTable(`${address}/check`, chosen, InterventionCheck),
  });
  const keep = useMutation({
    mutationFn: (chosen: File) => sendTable(`${address}/import`, chosen, Done),
    onSuccess: preventionChanged,
  });
  const found = check.data;
  return (
    <PreventionFrame
      here={here}
      tab="Interventions"
      title={titleOf(found, keep.data)}
      lede="A CSV or XLSX file, one intervention a row. It is read and shown first; nothing is kept until you say so."
      error={error}
      ready={data !== undefined}
    >
      {keep.data === undefined ? (
        <>
          <FileField
            label="File of interventions"
            hint="Columns name, type, pathways and timing are needed; the others may be missing."
            busy={check.isPending}
            onChoose={(chosen) => {
              setFile(chosen);
              check.mutate(chosen);
            }}
          />
          <p className="small">
            The simplest start is the table of what is there:{' '}
            <a href={`${address}/export?format=xlsx`} download="">
              download it as XLSX
            </a>{' '}
            and add rows. What is there already, by name, type and first day, is not added again.
          </p>
          <Problems error={check.error ?? keep.error} />
          {found !== undefined && data !== undefined && (
            <>
              <RowProblems problems={found.problems} n={found.problemCount} />
              <Preview found={found} label={(code) => typeWords(data.list, code)} />
              {found.problemCount === 0 && found.fresh > 0 && file !== null && (
                <div className="row">
                  <Button
                    tone="primary"
                    disabled={keep.isPending}
                    onClick={() => keep.mutate(file)}
                  >
                    Keep {count(found.fresh, 'intervention', 'interventions')}
                  </Button>
                </div>
              )}
            </>
          )}
        </>
      ) : (
        <Notice
          tone="good"
          title={`${count(keep.data.added.length, 'intervention', 'interventions')} added`}
        >
          <p>
            {keep.data.already > 0 &&
              `${count(keep.data.already, 'row was', 'rows were')} there already and stayed as it was. `}
            Each can be changed or removed on its own page.
          </p>
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/plan/interventions"
            params={{ partnership }}
            search={search}
          >
            See all interventions
          </Link>
        </Notice>
      )}
    </PreventionFrame>
  );
}

function titleOf(
  found: InterventionCheck | undefined,
  done: z.infer<typeof Done> | undefined,
): string {
  if (done !== undefined)
    return `${count(done.added.length, 'intervention', 'interventions')} added`;
  if (found === undefined) return 'Import a table of interventions';
  if (found.problemCount > 0)
    return `${count(found.problemCount, 'thing', 'things')} to mend before anything is kept`;
  return `${count(found.fresh, 'row is', 'rows are')} new, ${found.already} there already`;
}

function Preview({ found, label }: { found: InterventionCheck; label: (code: string) => string }) {
  if (found.rows.length === 0) return null;
  return (
    <Table<InterventionCheck['rows'][number]>
      caption={`The first ${found.rows.length} of ${found.read} rows, as they were read`}
      stacks
      rows={found.rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { title: 'Row', figure: true, cell: ({ row }) => row },
        { title: 'Intervention', heads: true, cell: ({ name }) => name },
        { title: 'Type', cell: ({ type }) => label(type) },
        { title: 'Pathways', cell: ({ pathways }) => pathways.join(', ') },
        { title: 'Timing', cell: ({ timing }) => timing.join(', ') },
        { title: 'Lead', cell: ({ lead }) => (lead === '' ? '–' : lead) },
        { title: 'What becomes of it', cell: ({ fresh }) => (fresh ? 'new' : 'there already') },
      ]}
    />
  );
}
