import { useRef, type KeyboardEvent } from 'react';
import { number, percent } from '../words.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { cellDetail, step, type HeatLevel, type HeatCell } from './heat.ts';
import { HeatPicture } from './heat-picture.tsx';
import { FigureLink } from './link.tsx';

/**
 * All topics of a place, a row a level. Each cell is a link with its number written; interval and coverage
 * stand under it. Tab moves cell by cell; the arrow keys move within a level and between levels.
 */
export function HeatGrid({
  finding,
  measure,
  fileName,
  levels,
  source = '',
  decimals = 1,
  legend = scoreLegend,
}: {
  finding: string;
  measure: string;
  fileName: string;
  levels: readonly HeatLevel[];
  source?: string;
  /** 0 where levels were chosen and nothing was averaged. */
  decimals?: number;
  legend?: string;
}) {
  const grid = useRef<HTMLOListElement>(null);
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      source={source}
      table={twin(measure, levels, decimals)}
      picture={<HeatPicture {...{ levels, decimals }} />}
      note={<HeatLegend words={legend} />}
    >
      {/* The arrow keys are a short cut between links that Tab reaches too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol className="heat" ref={grid} onKeyDown={(event) => walk(event, grid.current)}>
        {levels.map((level) => (
          <li key={level.code} className="heat-level">
            <h3>{level.title}</h3>
            <ul>
              {level.cells.map((cell) => (
                <li key={cell.code}>
                  <Cell {...{ cell, decimals }} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </FigureFrame>
  );
}

function Cell({ cell, decimals }: { cell: HeatCell; decimals: number }) {
  const inside = (
    <>
      <span className="heat-title">{cell.title}</span>
      <span className="heat-score">{cell.score === null ? '–' : number(cell.score, decimals)}</span>
      <span className="heat-detail">{cellDetail(cell)}</span>
      <span className="heat-cover" style={{ inlineSize: percent(cell.coverage ?? 0) }} />
    </>
  );
  return (
    <div className="heat-cell" data-step={step(cell.score)}>
      {cell.href === undefined ? inside : <FigureLink href={cell.href}>{inside}</FigureLink>}
    </div>
  );
}

const scoreLegend =
  '0 is weakest, 4 is strongest, – has no score. The line at a cell’s foot is the share of the answers asked for that were given; “don’t know” does not count.';

function HeatLegend({ words }: { words: string }) {
  return (
    <p className="heat-legend">
      {['0', '1', '2', '3', '4', 'none'].map((each) => (
        <span key={each} className="score-cell" data-step={each}>
          {each === 'none' ? '–' : each}
        </span>
      ))}
      <span>{words}</span>
    </p>
  );
}

function walk(event: KeyboardEvent, grid: HTMLElement | null): void {
  const rows = [...(grid?.querySelectorAll('.heat-level') ?? [])].map((row) => [
    ...row.querySelectorAll<HTMLAnchorElement>('a'),
  ]);
  const here = document.activeElement;
  const row = rows.findIndex((links) => links.some((link) => link === here));
  const column = rows[row]?.findIndex((link) => link === here) ?? -1;
  if (row < 0) return;
  const next = target(event.key, rows, row, column);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function target(
  key: string,
  rows: readonly (readonly HTMLAnchorElement[])[],
  row: number,
  column: number,
): HTMLAnchorElement | undefined {
  const beside = (to: number) => rows[to]?.[Math.min(column, (rows[to]?.length ?? 1) - 1)];
  switch (key) {
    case 'ArrowRight':
      return rows[row]?.[column + 1];
    case 'ArrowLeft':
      return rows[row]?.[column - 1];
    case 'ArrowDown':
      return beside(row + 1);
    case 'ArrowUp':
      return beside(row - 1);
    default:
      return undefined;
  }
}

function twin(caption: string, levels: readonly HeatLevel[], decimals: number): Twin {
  return {
    caption,
    columns: [
      { title: 'Topic' },
      { title: 'Code' },
      { title: 'Level' },
      { title: 'Score', decimals },
      { title: 'Low', decimals },
      { title: 'High', decimals },
      { title: 'Answered' },
      { title: 'Note' },
    ],
    rows: levels.flatMap((level) =>
      level.cells.map(({ title, code, score, low, high, coverage, note = '' }) => [
        title,
        code,
        level.title,
        score,
        low,
        high,
        coverage === null ? null : percent(coverage),
        note,
      ]),
    ),
  };
}
