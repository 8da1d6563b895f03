import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { claimColumns, outcomeColumns } from '@freehold/core/recovery';
import { csvText, records, type TableRecord } from '@freehold/core/table';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { textOf } from '../parts/file-text.ts';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, list } from '../words.ts';
import { checkFile, keepFile, type CountFile } from './calls.ts';
import { PastFiles } from './past-files.tsx';

const columnsOf = { claims: claimColumns, outcomes: outcomeColumns } as const;

/** From a file of counts to figures: its first rows, what it would bring, and only then keeping it. */
export function CountImport({
  partnership,
  kind,
  files,
  may,
}: {
  partnership: string;
  kind: 'claims' | 'outcomes';
  files: readonly CountFile[];
  may: boolean;
}) {
  const [text, setText] = useState('');
  return (
    <section className="stack" aria-labelledby="import-title">
      <h2 id="import-title">Bring counts in</h2>
      {may ? (
        <>
          <p className="soft">
            A CSV with the columns {columnsOf[kind].join(', ')}. Anything else in the file is left
            alone and kept nowhere. For its years the newest file counts.
          </p>
          <div>
            <a className="button quiet" href={emptyFile(kind)} download={`${kind}.csv`}>
              An empty file to fill in
            </a>
          </div>
          <Field label="File of counts (CSV)">
            {(wiring) => (
              <input
                {...wiring}
                type="file"
                className="input"
                accept=".csv,.tsv,.txt"
                onChange={({ target }) => {
                  const [file] = target.files ?? [];
                  if (file !== undefined) void textOf(file).then(setText);
                }}
              />
            )}
          </Field>
          {text !== '' && <Steps key={text} {...{ partnership, kind, text }} />}
        </>
      ) : (
        <p>A co-ordinator or an analyst of your partnership brings counts in.</p>
      )}
      <PastFiles {...{ partnership, files, may }} />
    </section>
  );
}

function emptyFile(kind: 'claims' | 'outcomes'): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(csvText([columnsOf[kind]]))}`;
}

function Steps({
  partnership,
  kind,
  text,
}: {
  partnership: string;
  kind: 'claims' | 'outcomes';
  text: string;
}) {
  const [source, setSource] = useState('');
  const sent = { kind, text, source };
  const check = useMutation({ mutationFn: () => checkFile(partnership, sent) });
  const keep = useMutation({ mutationFn: () => keepFile(partnership, sent) });
  const { columns, records: rows } = records(text.slice(0, 20_000));
  const found = check.data;
  return (
    <>
      <Table<TableRecord>
        caption="The first rows, as they were read"
        rows={rows.slice(0, 8)}
        rowKey={({ row }) => String(row)}
        columns={columns.map((title, at) => ({
          ...{ title: title === '' ? `Column ${at + 1}` : title },
          cell: ({ cells }) => cells[title] ?? '',
        }))}
      />
      <TextField
        label="Where the counts come from"
        hint="It stands beside every figure, such as “Law centre, casework system”."
        maxLength={300}
        value={source}
        onChange={setSource}
      />
      <Problems error={check.error ?? keep.error} />
      {found !== undefined && (
        <p role="status">
          {count(found.rows, 'row', 'rows')} about {list(found.years.map(String))}.{' '}
          {found.replaces.length > 0 &&
            `${list(found.replaces.map(String))} ${found.replaces.length === 1 ? 'is' : 'are'} there already: this file would count instead.`}
        </p>
      )}
      <div className="row">
        <Button disabled={check.isPending} onClick={() => check.mutate()}>
          Check the file
        </Button>
        {found !== undefined && (
          <Button
            tone="primary"
            disabled={keep.isPending || keep.isSuccess}
            onClick={() => keep.mutate()}
          >
            Keep it
          </Button>
        )}
        <span role="status" className="small soft">
          {keep.isSuccess ? 'Kept.' : found === undefined ? 'Nothing is kept yet.' : ''}
        </span>
      </div>
    </>
  );
}
