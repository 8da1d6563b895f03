import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';

/** A list of things with fields of their own: none yet is "not answered", an empty list says "none". */
export function Rows<Row>({
  legend,
  one,
  rows,
  blank,
  none = true,
  onChange,
  children,
}: {
  legend: string;
  one: string;
  rows: readonly Row[] | null;
  blank: () => Row;
  /** Whether "there is none" is an answer of its own. */
  none?: boolean;
  onChange: (rows: Row[] | null) => void;
  children: (row: Row, set: (row: Row) => void) => ReactNode;
}) {
  const all = rows ?? [];
  return (
    <fieldset className="stack">
      <legend>{legend}</legend>
      {none && rows === null && <p className="small soft">Not answered.</p>}
      {none && rows?.length === 0 && <p className="small soft">None.</p>}
      {all.map((row, at) => (
        <div key={at} className="partners-filters one-of-many">
          {children(row, (changed) => onChange(all.toSpliced(at, 1, changed)))}
          <Button
            tone="quiet"
            aria-label={`Take out: ${one} ${at + 1}`}
            onClick={() => onChange(all.toSpliced(at, 1))}
          >
            Take out
          </Button>
        </div>
      ))}
      <div className="row">
        <Button onClick={() => onChange([...all, blank()])}>Add {one}</Button>
        {none && rows === null && <Button onClick={() => onChange([])}>There is none</Button>}
        {none && rows?.length === 0 && <Button onClick={() => onChange(null)}>Not answered</Button>}
      </div>
    </fieldset>
  );
}
