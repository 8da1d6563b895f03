import type { ColumnBook, ColumnSeen } from '@freehold/core/table';
import { Choice, TextField } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import { count, list } from '../words.ts';
import { ListField } from './list-field.tsx';

type Kept = Exclude<ColumnBook, { kind: 'left-out' }>;
type Editing<Book> = {
  readonly book: Book;
  readonly seen: ColumnSeen;
  readonly onChange: (book: ColumnBook) => void;
};

/** How a column's cells are read, folded away behind a line that says it. */
export function ColumnDetails({ book, seen, onChange }: Editing<ColumnBook>) {
  if (book.kind === 'left-out')
    return <p className="small soft">Nothing of it is counted, made or published.</p>;
  return (
    <details className="codebook-details">
      <summary>{detailWords(book)}</summary>
      <div className="stack">
        <Particular {...{ book, seen, onChange }} />
        {'zero' in book && (
          <Tick
            words="0 is a value, not an empty cell"
            on={book.zero === 'value'}
            onChange={(on) => onChange({ ...book, zero: on ? 'value' : 'absent' })}
          />
        )}
        <ListField
          label="Texts that mean nothing was recorded"
          hint="Beside the empty cell; one a line, such as “unknown”."
          values={book.blanks}
          onChange={(blanks) => onChange({ ...book, blanks })}
        />
      </div>
    </details>
  );
}

function detailWords(book: Kept): string {
  switch (book.kind) {
    case 'number':
      return `Bands at ${list(book.cuts.map(String))}`;
    case 'date':
      return `By ${book.band}`;
    case 'flag':
      return `“${book.yes}” is yes, “${book.no}” is no`;
    case 'multi':
      return `Parted by “${book.delimiter}”; ${valuesWords(book.values)}`;
    case 'category':
    case 'ordered':
      return valuesWords(book.values);
  }
}

function valuesWords(values: 'discover' | readonly string[]): string {
  return values === 'discover'
    ? 'Values as they occur'
    : `${count(values.length, 'value', 'values')} declared`;
}

function Particular({ book, seen, onChange }: Editing<Kept>) {
  switch (book.kind) {
    case 'number':
      return (
        <ListField
          label="Limits of the bands"
          hint="One a line, rising. A limit belongs to the band above it. Choose round ones that say nothing about these records."
          values={book.cuts.map(String)}
          onChange={(texts) => {
            const cuts = [...new Set(texts.map(Number))].filter(Number.isFinite);
            if (cuts.length > 0) onChange({ ...book, cuts: cuts.toSorted((a, b) => a - b) });
          }}
        />
      );
    case 'date':
      return (
        <Choice
          label="Band"
          value={book.band}
          options={[
            ['year', 'Year'],
            ['quarter', 'Quarter'],
            ['month', 'Month'],
          ]}
          onChange={(band) => onChange({ ...book, band })}
        />
      );
    case 'flag':
      return (
        <div className="studio-fields">
          <TextField
            label="Yes is written"
            value={book.yes}
            onChange={(yes) => onChange({ ...book, yes })}
          />
          <TextField
            label="No is written"
            value={book.no}
            onChange={(no) => onChange({ ...book, no })}
          />
        </div>
      );
    case 'ordered':
      return (
        <ListField
          label="Values, in their order"
          hint="One a line; a value that is not here is a problem of its row."
          values={book.values}
          onChange={(values) => values.length > 0 && onChange({ ...book, values })}
        />
      );
    case 'category':
      return <Values {...{ book, seen, onChange }} />;
    case 'multi':
      return (
        <>
          <TextField
            label="What parts the values"
            value={book.delimiter}
            maxLength={10}
            onChange={(delimiter) => delimiter !== '' && onChange({ ...book, delimiter })}
          />
          <Values {...{ book, seen, onChange }} />
        </>
      );
  }
}

function Values({
  book,
  seen,
  onChange,
}: Editing<Extract<ColumnBook, { kind: 'category' | 'multi' }>>) {
  const declared = book.values !== 'discover';
  const met = () => {
    const texts = seen.common.flatMap(({ text }) =>
      book.kind === 'multi' ? text.split(book.delimiter) : [text],
    );
    const values = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
    return values.toSorted();
  };
  return (
    <>
      <Choice
        label="Values"
        hint="Declared values say nothing about who is in the records. Values as they occur tell that somebody has them."
        value={declared ? 'declared' : 'discover'}
        options={[
          ['discover', 'As they occur in the file'],
          ['declared', 'Declared here'],
        ]}
        onChange={(way) =>
          onChange({ ...book, values: way === 'discover' ? 'discover' : orOne(met()) })
        }
      />
      {declared && (
        <ListField
          label="Declared values"
          hint="One a line. Add those that could be there and are not; take out those that should not be told."
          values={book.values === 'discover' ? [] : book.values}
          onChange={(values) => values.length > 0 && onChange({ ...book, values })}
        />
      )}
    </>
  );
}

function orOne(values: string[]): string[] {
  return values.length > 0 ? values : ['1'];
}
