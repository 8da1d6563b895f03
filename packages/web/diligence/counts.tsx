import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { counted, CountedKind } from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { Figure } from '../parts/number.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { number } from '../words.ts';
import { CountForm } from './count-form.tsx';
import { countsQuery, removeCount } from './statement-calls.ts';

const kinds: Readonly<Record<CountedKind, string>> = {
  training: 'Training',
  complaints: 'Ways to complain',
  voice: 'Workers’ voice',
};

/** Training, ways to complain and workers' voice as counts, each with what it is part of and its source. */
export function Counts({ partnership, may }: { partnership: string; may: boolean }) {
  const { data, error } = useQuery(countsQuery(partnership));
  const [open, setOpen] = useState(false);
  const { offer, offerUndo } = useUndo();
  const remove = useMutation({
    mutationFn: ({ id, removed }: { id: string; removed: boolean; title: string }) =>
      removeCount(partnership, id, removed),
    onSuccess: (_, asked) =>
      offerUndo({
        says: `${asked.removed ? 'Taken out' : 'Put back'}: ${asked.title}.`,
        undo: () => remove.mutate({ ...asked, removed: !asked.removed }),
      }),
  });
  const counts = data?.counts ?? [];
  return (
    <section className="stack" aria-labelledby="counts-title">
      <header className="row row-end">
        <h2 id="counts-title">Training, ways to complain, workers’ voice</h2>
        {may && <Button onClick={() => setOpen(true)}>Add a count</Button>}
      </header>
      <p className="soft">
        Counts by year or quarter, nobody by name. What workers said and complained of is shown as
        [c] where it is under {data?.least ?? 5}, or where another count would give it away.
      </p>
      <Undo offer={offer} />
      <Problems error={error ?? remove.error} />
      {counts.length === 0 && <p>Nothing is counted yet.</p>}
      {CountedKind.options.map((kind) => {
        const own = counts.flatMap((each) => {
          const of = counted.find(({ code }) => code === each.measure);
          return of?.kind === kind ? [{ ...each, of }] : [];
        });
        return own.length === 0 ? null : (
          <Table
            key={kind}
            caption={kinds[kind]}
            rows={own}
            rowKey={({ id }) => id}
            stacks
            columns={[
              { title: 'What', heads: true, cell: ({ of }) => of.title },
              { title: 'When', cell: ({ year, quarter }) => when(year, quarter) },
              {
                title: 'Count',
                figure: true,
                cell: ({ n, suppressed }) => (
                  <Figure value={n} decimals={0} suppressed={suppressed} />
                ),
              },
              {
                title: 'Out of',
                cell: ({ of, outOf }) =>
                  of.outOf === ''
                    ? '– no part of anything'
                    : `${outOf === null ? '–' : number(outOf)} ${of.outOf}`,
              },
              {
                title: 'Source',
                cell: ({ source, note }) =>
                  [source, note].filter((each) => each !== '').join(' · '),
              },
              ...(may
                ? [
                    {
                      title: 'Change',
                      cell: ({ id, of, year, quarter }: (typeof own)[number]) => (
                        <Button
                          tone="quiet"
                          onClick={() => remove.mutate({ id, removed: true, title: of.title })}
                        >
                          Take out
                          <span className="unseen">
                            : {of.title}, {when(year, quarter)}
                          </span>
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        );
      })}
      {open && <CountForm partnership={partnership} onClose={() => setOpen(false)} />}
    </section>
  );
}

function when(year: number, quarter: number): string {
  return quarter === 0 ? String(year) : `${year}, quarter ${quarter}`;
}
