import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { bubbleRadius, type DoneHere, type MapCell } from '@freehold/core/evidence';
import type { DrawnMap } from './map-figure.tsx';
import { cellWords, confidenceWords, doneWords, flagWords, kindWords } from './map-words.ts';

export type CellAt = { readonly row: string; readonly column: string };

const largest = 19;
const none: readonly DoneHere[] = [];

/**
 * The map as a grid: Tab reaches it once, arrows move from cell to cell, Home and End along a row, Enter opens the
 * studies of a cell.
 */
export function MapGrid({
  kind,
  rows,
  columns,
  cells,
  done,
  chosen,
  onOpen,
}: DrawnMap & { chosen: CellAt | null; onOpen: (cell: CellAt) => void }) {
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(0);
  const most = Math.max(...cells.map(({ studies }) => studies.length), 1);
  const wide = columns.length;
  // A filter may leave fewer cells than there were.
  const here = Math.min(at, cells.length - 1);
  const go = (to: number) => {
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const to = target(event.key, here, { wide, all: cells.length });
    const cell = cells[here];
    if (to !== null) go(to);
    else if ((event.key === 'Enter' || event.key === ' ') && cell !== undefined) onOpen(cell);
    else return;
    event.preventDefault();
  };
  return (
    <div className="map-scroll">
      <table
        className="gap-map"
        // A table that is walked by arrows is a grid, and no other element has rows and headers by itself.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        ref={grid}
        onKeyDown={press}
        aria-label="Evidence and gap map"
      >
        <thead>
          <tr>
            <th scope="col">{kindWords[kind][1]}</th>
            {columns.map(({ code, label }) => (
              <th key={code} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, label }, row) => {
            const ours = done.get(code) ?? none;
            return (
              <tr key={code}>
                <th scope="row">
                  <span>{label}</span>
                  {ours.length > 0 && (
                    <span className="ours" title={doneWords(ours)}>
                      <span className="unseen">{doneWords(ours)}: </span>
                      {ours.length}
                    </span>
                  )}
                </th>
                {cells.slice(row * wide, (row + 1) * wide).map((cell, column) => (
                  <Cell
                    key={cell.column}
                    {...{ cell, ours }}
                    index={row * wide + column}
                    name={`${label}, ${columns[column]?.label ?? ''}`}
                    radius={bubbleRadius(cell.studies.length, most, largest)}
                    focusable={row * wide + column === here}
                    open={chosen?.row === cell.row && chosen.column === cell.column}
                    onPick={(to) => {
                      setAt(to);
                      onOpen({ row: cell.row, column: cell.column });
                    }}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  cell: MapCell;
  ours: readonly DoneHere[];
  index: number;
  name: string;
  radius: number;
  focusable: boolean;
  open: boolean;
  onPick: (index: number) => void;
};

const Cell = memo(
  function Cell({ cell, ours, index, name, radius, focusable, open, onPick }: CellProps) {
    const n = cell.studies.length;
    const side = 2 * largest + 2;
    const flags = cell.flags.filter((flag) => flag !== 'absolute');
    return (
      <td
        tabIndex={focusable ? 0 : -1}
        data-cell={index}
        data-ours={ours.length > 0 ? '' : undefined}
        aria-selected={open}
        onClick={() => onPick(index)}
      >
        <span className="unseen">{`${name}: ${cellWords(cell, ours)}`}</span>
        {n === 0 ? (
          <span className="nothing" aria-hidden="true">
            –
          </span>
        ) : (
          <>
            <svg width={side} height={side} viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
              <circle
                cx={side / 2}
                cy={side / 2}
                r={radius}
                className="bubble"
                data-confidence={cell.confidence}
              />
            </svg>
            <span className="says" aria-hidden="true">
              <b>{n}</b> {confidenceWords[cell.confidence][1]}
            </span>
            {flags.length > 0 && (
              <span className="flags" aria-hidden="true">
                {flags.map((flag) => flagWords[flag][0]).join('')}
              </span>
            )}
          </>
        )}
      </td>
    );
  },
  (before, after) =>
    before.radius === after.radius &&
    before.focusable === after.focusable &&
    before.open === after.open &&
    before.name === after.name &&
    before.index === after.index &&
    before.ours === after.ours &&
    alike(before.cell, after.cell),
);

/** What a cell shows is the same, so that it need not be drawn again. */
function alike(a: MapCell, b: MapCell): boolean {
  return (
    a === b ||
    (a.row === b.row &&
      a.column === b.column &&
      a.studies.length === b.studies.length &&
      a.confidence === b.confidence &&
      a.bestSms === b.bestSms &&
      a.graded === b.graded &&
      a.flags.join() === b.flags.join())
  );
}

function target(
  key: string,
  at: number,
  { wide, all }: { readonly wide: number; readonly all: number },
): number | null {
  const first = at - (at % wide);
  const last = first + wide - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(at + 1, last);
    case 'ArrowLeft':
      return Math.max(at - 1, first);
    case 'ArrowDown':
      return at + wide < all ? at + wide : at;
    case 'ArrowUp':
      return at - wide >= 0 ? at - wide : at;
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}
