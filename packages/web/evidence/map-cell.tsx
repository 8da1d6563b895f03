import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { DoneHere, MapCell, MapFrame, MapKind, MapStudy } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Table } from '../parts/table.tsx';
import { count } from '../words.ts';
import { cellWords, flagWords } from './map-words.ts';

const atOnce = 50;

/** The studies of one cell, what is missing there, and what the partnership does. */
export function CellStudies({
  partnership,
  frame,
  kind,
  cell,
  studies,
  done,
  onClose,
}: {
  partnership: string;
  frame: MapFrame;
  kind: MapKind;
  cell: MapCell;
  studies: readonly MapStudy[];
  done: readonly DoneHere[];
  onClose: () => void;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState(atOnce);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const ids = new Set(cell.studies);
  const found = studies.filter(({ id }) => ids.has(id));
  const row = frame.rows[kind].find(({ code }) => code === cell.row)?.label ?? cell.row;
  const column = frame.columns.find(({ code }) => code === cell.column)?.label ?? cell.column;
  return (
    <section className="stack map-cell" aria-labelledby="map-cell-title">
      <h2 id="map-cell-title" ref={title} tabIndex={-1}>
        {row} and {column.toLowerCase()}
      </h2>
      <p>{sentence(cellWords(cell, done))}</p>
      {cell.flags.length > 0 && (
        <ul className="small">
          {cell.flags.map((flag) => (
            <li key={flag}>
              <strong>{flagWords[flag][1]}:</strong> {flagWords[flag][2]}.
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <section className="stack-tight">
          <h3>What we do here</h3>
          <ul>
            {done.map(({ id, name, status }) => (
              <li key={id}>
                <Link
                  to="/p/$partnership/plan/interventions/$intervention"
                  params={{ partnership, intervention: id }}
                >
                  {name}
                </Link>{' '}
                <span className="small soft">{status}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.length > 0 && (
        <Table<MapStudy>
          caption={`${count(found.length, 'study', 'studies')}, as the filters above keep them`}
          rows={found.slice(0, shown)}
          rowKey={({ id }) => id}
          stacks
          columns={[
            {
              title: 'Study',
              heads: true,
              cell: ({ id, title: name }) => (
                <Link
                  to="/p/$partnership/evidence/studies/$study"
                  params={{ partnership, study: id }}
                >
                  {name}
                </Link>
              ),
            },
            { title: 'Year', cell: ({ year }) => year ?? '–' },
            { title: 'Country', cell: ({ countries }) => orDash(countries) },
            { title: 'People', cell: ({ populations }) => orDash(populations) },
            { title: 'Design', cell: ({ design, review }) => designWords(design, review) },
            { title: 'Grade', figure: true, cell: ({ sms }) => sms ?? '– not graded' },
            { title: 'Found', cell: (study) => directionWords(study, cell.column) },
          ]}
        />
      )}
      <div className="row">
        {found.length > shown && (
          <Button onClick={() => setShown(shown + atOnce)}>Show {atOnce} more</Button>
        )}
        <Button tone="quiet" onClick={onClose}>
          Close this cell
        </Button>
      </div>
    </section>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function orDash(items: readonly string[]): string {
  return items.length === 0 ? '– not said' : items.join(', ');
}

function designWords(design: string, review: boolean): string {
  const said = design === '' ? '– not said' : design;
  return review ? `${said} (review)` : said;
}

function directionWords({ findings }: MapStudy, column: string): string {
  const directions = findings
    .filter(({ outcome }) => outcome === column)
    .map(({ direction }) => direction);
  return [...new Set(directions)].join(', ');
}
