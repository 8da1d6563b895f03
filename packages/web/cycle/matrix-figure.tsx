import { FourP, Pathway } from '@freehold/core/cycle';
import { FigureFrame } from '../figure/frame.tsx';
import { Shape } from '../figure/shape.tsx';
import { wrapped } from '../figure/text.ts';
import { useWidth } from '../figure/width.ts';
import { fourPWords, pathwayWords } from '../framework/axes.ts';
import { count, list } from '../words.ts';
import type { Matrix } from './calls.ts';

type Cell = Matrix['cells'][number];

/** Where actions, gaps and assets lie: a person's way against the four Ps, with what is empty shown. */
export function MatrixFigure({ matrix: { place, cells, untagged } }: { matrix: Matrix }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const empty = cells.filter(isEmpty).length;
  const finding =
    empty === cells.length
      ? 'Nothing is marked by pathway and 4P yet'
      : empty === 0
        ? 'Every part of the response has something in it'
        : `${empty} of ${cells.length} parts of the response have nothing in them`;
  const lacking = kinds
    .filter(({ key }) => untagged[key] > 0)
    .map(({ key, one, many }) => count(untagged[key], one, many));
  const wide = (width - labels(width)) / FourP.options.length;
  const height = top + Pathway.options.length * tall;
  return (
    <FigureFrame
      finding={finding}
      measure="Actions not stopped, kept gaps and assets, by a person’s way and the four Ps"
      fileName={`Pathway by 4P, ${place.name}`}
      table={{
        caption: `Pathway by 4P, ${place.name}`,
        columns: [
          { title: 'Pathway' },
          { title: '4P' },
          { title: 'Actions', decimals: 0 },
          { title: 'Gaps', decimals: 0 },
          { title: 'Assets', decimals: 0 },
        ],
        rows: cells.map(({ pathway, fourP, actions, gaps, assets }) => [
          ...[pathwayWords[pathway], fourPWords[fourP], actions, gaps, assets],
        ]),
      }}
      note={
        lacking.length > 0 && (
          <p>
            {list(lacking)} without one of the two marks: in no part. A count says nothing of how
            well something works.
          </p>
        )
      }
    >
      <div ref={box} className="matrix reader">
        <svg
          width={width}
          height={height + 30}
          viewBox={`0 0 ${width} ${height + 30}`}
          role="img"
          aria-label={`${finding}. The table has the counts.`}
        >
          {FourP.options.map((fourP, at) => (
            <text
              key={fourP}
              className="head"
              x={labels(width) + at * wide + wide / 2}
              y={18}
              textAnchor="middle"
            >
              {fourPWords[fourP]}
            </text>
          ))}
          {Pathway.options.map((pathway, rowAt) => (
            <g key={pathway} transform={`translate(0 ${top + rowAt * tall})`}>
              <RowName words={pathwayWords[pathway]} wide={labels(width) - 6} />
              {cells
                .filter((cell) => cell.pathway === pathway)
                .map((cell, at) => (
                  <CellMark
                    key={cell.fourP}
                    cell={cell}
                    x={labels(width) + at * wide}
                    wide={wide}
                  />
                ))}
            </g>
          ))}
          <Key y={height + 14} />
        </svg>
      </div>
    </FigureFrame>
  );
}

const kinds = [
  { key: 'actions', one: 'action', many: 'actions', category: 0 },
  { key: 'gaps', one: 'gap', many: 'gaps', category: 3 },
  { key: 'assets', one: 'asset', many: 'assets', category: 1 },
] as const;

const top = 28;
const tall = 72;

function labels(width: number): number {
  return width < 520 ? 78 : 150;
}

function isEmpty({ actions, gaps, assets }: Cell): boolean {
  return actions + gaps + assets === 0;
}

function RowName({ words, wide }: { words: string; wide: number }) {
  const lines = wrapped(words, { width: wide, size: 13 });
  return (
    <text className="head">
      {lines.map((line, at) => (
        <tspan key={line} x={0} y={tall / 2 + 4 + (at - (lines.length - 1) / 2) * 16}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function CellMark({ cell, x, wide }: { cell: Cell; x: number; wide: number }) {
  const shown = kinds.filter(({ key }) => cell[key] > 0);
  return (
    <g className={shown.length === 0 ? 'empty' : 'full'} transform={`translate(${x + 2} 2)`}>
      <rect width={wide - 4} height={tall - 4} rx={3} />
      {shown.length === 0 && (
        <text className="soft-text" x={(wide - 4) / 2} y={tall / 2 + 2} textAnchor="middle">
          empty
        </text>
      )}
      {shown.map(({ key, category }, at) => (
        <g key={key} transform={`translate(${wide / 2 - 14} ${spot(shown.length, at)})`}>
          <Shape x={0} y={0} r={5} category={category} />
          <text x={14} y={4.5}>
            {cell[key]}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Marks stand under each other, in the middle of their cell. */
function spot(many: number, at: number): number {
  return (tall - 4) / 2 + (at - (many - 1) / 2) * 20;
}

function Key({ y }: { y: number }) {
  return (
    <g transform={`translate(8 ${y})`}>
      {kinds.map(({ many, category }, at) => (
        <g key={many} transform={`translate(${at * 96} 0)`}>
          <Shape x={0} y={0} r={5} category={category} />
          <text x={14} y={4.5}>
            {many}
          </text>
        </g>
      ))}
    </g>
  );
}
