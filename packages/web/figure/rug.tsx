import { number } from '../words.ts';
import { FigureFrame, type Twin } from './frame.tsx';
import { step } from './heat.ts';
import { Reader } from './reader.tsx';
import { fitted } from './text.ts';
import { useWidth } from './width.ts';

/** One square of a rug; `alike` says that it cannot be told apart from the first column's. */
export type RugCell = { readonly score: number | null; readonly alike: boolean };
export type RugRow = { readonly label: string; readonly cells: readonly RugCell[] };

/**
 * Scores of several places over all topics: a row a topic, a column a place, each square with its number. Squares
 * that cannot be told apart from the first column's are drawn thin. The columns' order says nothing.
 */
export function Rug({
  finding,
  measure,
  fileName,
  columns,
  rows,
}: {
  finding: string;
  measure: string;
  fileName: string;
  columns: readonly string[];
  rows: readonly RugRow[];
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const labelWidth = width >= 620 ? 230 : 0;
  const rowHeight = labelWidth > 0 ? 30 : 52;
  const cell = (width - labelWidth) / Math.max(1, columns.length);
  const height = headRoom + rows.length * rowHeight + 4;
  const readings = rows.flatMap(({ label, cells }) =>
    cells.map(({ score, alike }, at) => {
      const shown = score === null ? 'no score' : number(score, 1);
      const told = alike && at > 0 ? `, not told apart from ${columns[0] ?? ''}` : '';
      return `${label}, ${columns[at] ?? ''}: ${shown}${told}`;
    }),
  );
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      table={twin(measure, columns, rows)}
      note={
        <p>
          0 is weakest, 4 is strongest, – has no score. A smaller square cannot be told apart from{' '}
          {columns[0]}. Places stand by name or by nearness, never by score.
        </p>
      }
    >
      <div ref={box}>
        <Reader label={finding} readings={readings}>
          {(at, reach) => (
            <svg
              className="rug"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              aria-hidden="true"
              onPointerLeave={() => reach(null)}
            >
              {columns.map((name, column) => (
                <text
                  key={name}
                  x={labelWidth + cell * (column + 0.5)}
                  y={18}
                  fontSize={12}
                  fontWeight={column === 0 ? 650 : 400}
                  textAnchor="middle"
                >
                  {fitted(name, cell - 4, 12)}
                </text>
              ))}
              {rows.map(({ label, cells }, row) => {
                const top = headRoom + row * rowHeight;
                const squareTop = labelWidth > 0 ? top : top + 20;
                return (
                  <g key={label}>
                    <text x={0} y={labelWidth > 0 ? top + 19 : top + 14} fontSize={13}>
                      {fitted(label, labelWidth > 0 ? labelWidth - 10 : width, 13)}
                    </text>
                    {cells.map(({ score, alike }, column) => {
                      const inset = alike && column > 0 ? 5 : 1;
                      const index = row * columns.length + column;
                      return (
                        <g
                          key={columns[column]}
                          className="rug-cell"
                          data-step={step(score)}
                          data-reached={at === index || undefined}
                          onPointerEnter={() => reach(index)}
                        >
                          <rect
                            x={labelWidth + cell * column + inset}
                            y={squareTop + inset}
                            width={Math.max(4, cell - inset * 2)}
                            height={28 - inset * 2}
                            rx={2}
                          />
                          <text
                            x={labelWidth + cell * (column + 0.5)}
                            y={squareTop + 14}
                            fontSize={12}
                            textAnchor="middle"
                            dominantBaseline="central"
                          >
                            {score === null ? '–' : number(score, 1)}
                          </text>
                        </g>
                      );
                    })}
                  </g>
                );
              })}
            </svg>
          )}
        </Reader>
      </div>
    </FigureFrame>
  );
}

const headRoom = 28;

function twin(caption: string, columns: readonly string[], rows: readonly RugRow[]): Twin {
  return {
    caption,
    columns: [{ title: 'Topic' }, ...columns.map((title) => ({ title, decimals: 1 }))],
    rows: rows.map(({ label, cells }) => [label, ...cells.map(({ score }) => score)]),
  };
}
