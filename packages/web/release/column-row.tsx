import { asKind, type Codebook, type ColumnBook, type ColumnSeen } from '@freehold/core/table';
import { ColumnDetails } from './column-details.tsx';
import { kindWords, seenWords } from './words.ts';

const kinds: readonly ColumnBook['kind'][] = [
  ...(['category', 'ordered', 'flag', 'multi', 'number', 'date', 'left-out'] as const),
];

/** One column of the codebook: what was met, what it is, and how its cells are read. */
export function ColumnRow({
  book,
  seen,
  rows,
  onChange,
}: {
  book: Codebook['columns'][number];
  seen: ColumnSeen;
  rows: number;
  onChange: (book: ColumnBook) => void;
}) {
  return (
    <li className="codebook-column" data-out={book.kind === 'left-out' || undefined}>
      <div className="stack-tight">
        <span className="strong">{book.name}</span>
        <span className="small soft">{seenWords(seen, rows)}</span>
      </div>
      <select
        aria-label={`What ${book.name} holds`}
        className="input"
        value={book.kind}
        onChange={({ target }) => {
          const kind = kinds.find((each) => each === target.value);
          if (kind !== undefined) onChange(asKind(seen, kind));
        }}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </select>
      <ColumnDetails book={book} seen={seen} onChange={onChange} />
    </li>
  );
}
