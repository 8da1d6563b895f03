import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileSize } from '../data/words.ts';
import { Button } from '../parts/button.tsx';
import type { NumberedRun } from './desk.ts';
import { listedCounts } from './published-counts.ts';
import { CountsTable, readAtOnce } from './published-table.tsx';

/** The counts of a run as they would leave, for whoever knows the people and the places to read. */
export function RunCounts({ run: { number, madeAt, files, manifest } }: { run: NumberedRun }) {
  const file = files['counts.csv'];
  const [asked, ask] = useState(file.size <= readAtOnce);
  const { data } = useQuery({
    queryKey: ['studio', madeAt, number],
    queryFn: async () => listedCounts(await file.text()),
    enabled: asked,
    networkMode: 'always',
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <section className="stack">
      <h2>The counts, as they would leave</h2>
      <p>
        Somebody who knows the people and the places should read them: a computer does not know that
        there is one hotel.
      </p>
      {!asked && (
        <div>
          <Button onClick={() => ask(true)}>Show the counts ({fileSize(file.size)})</Button>
        </div>
      )}
      {asked && data === undefined && <p role="status">Reading the counts …</p>}
      {data !== undefined && (
        <CountsTable
          counts={data}
          length={manifest.length}
          k={manifest.method === 'private' ? null : manifest.k}
        />
      )}
    </section>
  );
}
