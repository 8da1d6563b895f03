import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileSize } from '../data/words.ts';
import { Pager } from '../evidence/pager.tsx';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Figure } from '../parts/number.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { number } from '../words.ts';
import { countsQuery, type Release } from './published-calls.ts';
import { found } from './published-counts.ts';
import '../look/evidence.css';

const pageSize = 20;

// More is read only when somebody asks for it.
export const readAtOnce = 2 ** 20;

/** The counts that were released, with words to look for, page by page. */
export function PublishedCounts({
  partnership,
  release,
}: {
  partnership: string;
  release: Release;
}) {
  const size = release.files.find(({ name }) => name === 'counts.csv')?.size ?? 0;
  const [asked, ask] = useState(size <= readAtOnce);
  const { data, error, isFetching } = useQuery({
    ...countsQuery(partnership, release.id),
    enabled: asked,
  });
  return (
    <section className="stack">
      <h2>Released counts</h2>
      <Problems error={error} />
      {!asked && (
        <div>
          <Button onClick={() => ask(true)}>Show the counts ({fileSize(size)})</Button>
        </div>
      )}
      {isFetching && <p role="status">Reading the counts …</p>}
      {data !== undefined && (
        <CountsTable
          counts={data}
          length={release.length}
          k={release.guarantee.kind === 'k' ? release.guarantee.k : null}
        />
      )}
    </section>
  );
}

/** Counts that may be told, with words to look for, page by page. */
export function CountsTable({
  counts,
  length,
  k,
}: {
  counts: Parameters<typeof found>[0];
  length: number;
  /** Null for counts with noise. */
  k: number | null;
}) {
  const [words, setWords] = useState('');
  const [chosen, choose] = useState('any');
  const [page, setPage] = useState(1);
  const rows = found(counts, { words, length: chosen === 'any' ? null : Number(chosen) });
  const lengths = Array.from({ length }, (_, at) => String(at + 1));
  return (
    <>
      <div className="filters">
        <TextField
          label="Words in the combination"
          hint="Such as a place and an age; all must be in it."
          type="search"
          value={words}
          onChange={(next) => {
            setWords(next);
            setPage(1);
          }}
        />
        <Choice
          label="Values together"
          value={chosen}
          options={[['any', 'Any number'], ...lengths.map((each) => [each, each] as const)]}
          onChange={(next) => {
            choose(next);
            setPage(1);
          }}
        />
      </div>
      <Table
        caption={`${number(rows.length)} of ${number(counts.length)} released combinations; what is not among them is ${k === null ? 'too small to tell from noise' : `[c]: fewer than ${k}`}`}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={({ text }) => text}
        columns={[
          { title: 'Combination', heads: true, cell: ({ text }) => text },
          {
            title: 'Count, and what is possible',
            cell: ({ count, ends }) => (
              <Figure
                value={count}
                decimals={0}
                interval={ends ?? [count, count + (k === null ? 0 : k - 1)]}
              />
            ),
          },
        ]}
      />
      {rows.length > pageSize && (
        <Pager page={page} size={pageSize} total={rows.length} onPage={setPage} />
      )}
    </>
  );
}
