import { useState } from 'react';
import { csvText } from '@freehold/core/table';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Table } from '../parts/table.tsx';
import { count } from '../words.ts';
import type { Result } from './screening-calls.ts';
import { citation, standingWords } from './screening-words.ts';

const choices = [
  ['included', 'Included'],
  ['full-text', 'Full text is waited for'],
  ['excluded', 'Left out'],
  ['open', 'Not decided yet'],
  ['all', 'All'],
] as const;
type Which = (typeof choices)[number][0];

const shown = 100;

/** What came of each publication of a batch, to look through and to take along. */
export function ScreeningResults({
  results,
  title,
  reason,
}: {
  results: readonly Result[];
  title: string;
  reason: (code: string) => string;
}) {
  const [which, setWhich] = useState<Which>('all');
  const found = results.filter((each) => which === 'all' || whichOf(each) === which);
  const take = () => {
    const rows = results.map((each) => [
      ...[each.title, each.authors, each.year, each.container, each.titleAbstract],
      ...[each.titleAbstract === 'included' ? each.fullText : '', reason(each.reason)],
    ]);
    const head = ['title', 'authors', 'year', 'journal', 'title_abstract', 'full_text', 'reason'];
    save(new Blob(['\uFEFF', csvText([head, ...rows])], { type: 'text/csv' }), `${title}.csv`);
  };
  return (
    <section className="stack">
      <h2>What came of each publication</h2>
      <div className="row">
        <Choice label="Show" value={which} options={choices} onChange={setWhich} />
        <Button onClick={take}>Download as CSV</Button>
      </div>
      <Table<Result>
        caption={`${count(found.length, 'publication', 'publications')}${found.length > shown ? `; the first ${shown} are shown, the file has all` : ''}`}
        rows={found.slice(0, shown)}
        rowKey={({ source }) => source}
        stacks
        columns={[
          { title: 'Publication', heads: true, cell: (each) => each.title },
          { title: 'From', cell: (each) => <span className="small">{citation(each)}</span> },
          { title: 'Title and abstract', cell: (each) => standingWords[each.titleAbstract] },
          {
            title: 'Full text',
            cell: (each) =>
              each.titleAbstract === 'included' ? standingWords[each.fullText] : '– not asked',
          },
          { title: 'Reason', cell: (each) => (each.reason === '' ? '–' : reason(each.reason)) },
        ]}
      />
    </section>
  );
}

function whichOf({ titleAbstract, fullText }: Result): Which {
  if (titleAbstract === 'excluded') return 'excluded';
  if (titleAbstract !== 'included') return 'open';
  return fullText === 'included' || fullText === 'excluded' ? fullText : 'full-text';
}
