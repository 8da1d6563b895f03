import { PreviewTable } from '../data/preview-table.tsx';
import { Choice } from '../parts/field.tsx';
import { Button } from '../parts/button.tsx';
import { count, number } from '../words.ts';
import { ChooseRecords } from './choose-records.tsx';
import { CodebookFile } from './codebook-file.tsx';
import { ColumnRow } from './column-row.tsx';
import { RowProblems } from './row-problems.tsx';
import { NextStep } from './next-step.tsx';
import type { Studio } from './use-desk.ts';
import { WorkBar } from './work-bar.tsx';
import { recordsWords } from './words.ts';
import { Wrong } from './wrong.tsx';

/** The file, what its columns hold, and what came of reading it so. */
export function Prepare({ studio }: { studio: Studio }) {
  const { desk, opened, codebook, coded, work } = studio;
  if (opened === null || codebook === null)
    return (
      <div className="stack">
        <Wrong studio={studio} kinds={['open']} />
        <WorkBar studio={studio} />
        <ChooseRecords studio={studio} />
      </div>
    );
  const kept = codebook.columns.filter(({ kind }) => kind !== 'left-out').length;
  return (
    <div className="stack-wide">
      <section className="stack">
        <p>
          <span className="strong">{opened.name}</span>: {count(opened.rows, 'row', 'rows')},{' '}
          {count(opened.columns.length, 'column', 'columns')}{' '}
          <Button tone="quiet" disabled={work !== null} onClick={() => desk.putAway()}>
            Choose another file
          </Button>
        </p>
        <PreviewTable
          sample={{
            form: 'table',
            columns: opened.columns.map(({ name }) => name),
            rows: opened.sample,
          }}
        />
      </section>
      <section className="stack">
        <h2>The codebook: what each column holds</h2>
        <p className="soft">
          Proposed from the file; look at each. {number(kept)} of {number(codebook.columns.length)}{' '}
          columns are kept. What points at a person by itself (names, addresses, numbers of papers)
          should be left out.
        </p>
        <SubjectChoice studio={studio} />
        <ul className="codebook" aria-label="Columns">
          {codebook.columns.map((book, at) => (
            <ColumnRow
              key={book.name}
              book={book}
              rows={opened.rows}
              seen={opened.columns.find(({ name }) => name === book.name) ?? unseen(book.name)}
              onChange={(next) =>
                desk.edit({
                  ...codebook,
                  columns: codebook.columns.map((each, place) => (place === at ? next : each)),
                })
              }
            />
          ))}
        </ul>
        <CodebookFile studio={studio} />
      </section>
      <section className="stack">
        <h2>The records, read by it</h2>
        <Wrong studio={studio} kinds={['code']} />
        <WorkBar studio={studio} />
        {coded === null ? (
          <div>
            <Button tone="primary" disabled={work !== null} onClick={() => void desk.code()}>
              Read the records
            </Button>
          </div>
        ) : (
          <>
            <p role="status">
              {recordsWords(coded.rows, coded.bySubject)} in{' '}
              {count(coded.columns.length, 'column', 'columns')} are ready.
              {coded.bySubject && ' Rows of one subject were put together.'}
            </p>
            <RowProblems coded={coded} />
            <NextStep to="assess" />
          </>
        )}
      </section>
    </div>
  );
}

function SubjectChoice({ studio: { desk, opened, codebook } }: { studio: Studio }) {
  if (opened === null || codebook === null) return null;
  const names = opened.columns.map(({ name }) => name);
  return (
    <Choice
      label="Whose record a row is"
      hint="A column that names the person, where somebody may have several rows. People are then counted, not rows. It is used for that only and never published."
      value={codebook.subject ?? ''}
      options={[
        ['', 'Every row is about somebody else'],
        ...names.map((name) => [name, name] as const),
      ]}
      onChange={(chosen) => {
        const subject = chosen === '' ? null : chosen;
        const there = codebook.columns.filter(({ name }) => name !== subject);
        const back = codebook.subject;
        const columns =
          back === null || back === subject
            ? there
            : [{ kind: 'left-out' as const, name: back }, ...there];
        desk.edit({ ...codebook, subject, columns });
      }}
    />
  );
}

function unseen(name: string) {
  return { name, filled: 0, different: 0, common: [] };
}
