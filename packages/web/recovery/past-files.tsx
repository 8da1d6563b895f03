import { useMutation } from '@tanstack/react-query';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { moment } from '../words.ts';
import { removeFile, type CountFile } from './calls.ts';

/** What was brought in, the newest first; one that is taken out can be put back. */
export function PastFiles({
  partnership,
  files,
  may,
}: {
  partnership: string;
  files: readonly CountFile[];
  may: boolean;
}) {
  const change = useMutation({
    mutationFn: ({ id, removedAt }: CountFile) => removeFile(partnership, id, removedAt === null),
  });
  if (files.length === 0) return null;
  return (
    <>
      <Problems error={change.error} />
      <Table
        caption="Files that were brought in; for each year the newest one counts"
        rows={files}
        rowKey={({ id }) => id}
        stacks
        columns={[
          { title: 'When', heads: true, cell: ({ at }) => moment(at) },
          { title: 'Years', cell: ({ years }) => years.join(', ') },
          { title: 'Rows', figure: true, cell: ({ rows }) => rows },
          { title: 'Source', cell: ({ source }) => (source === '' ? '– not said' : source) },
          { title: 'By', cell: ({ byName }) => byName },
          {
            title: 'State',
            cell: (file) => (
              <span className="row">
                {file.removedAt === null ? 'Kept' : 'Taken out'}
                {may && (
                  <Button tone="quiet" onClick={() => change.mutate(file)}>
                    {file.removedAt === null ? 'Take out' : 'Put back'}
                    <span className="unseen">: file of {moment(file.at)}</span>
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
