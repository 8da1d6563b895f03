import {
  sectorMatrix,
  type Dimension,
  type ItemCoverage,
  type Work,
} from '@freehold/core/partnership';
import { codeWords } from '../directory/words.ts';
import { FigureFrame } from '../figure/index.ts';
import { count } from '../words.ts';
import type { CoverageAnswer } from './calls.ts';
import { workWords } from './words.ts';

/** Kinds of work by sectors: how many organisations of each do what, and who is alone. */
export function CoverMatrix({
  directory,
  items,
  dimension,
  area,
  silent,
}: {
  directory: CoverageAnswer;
  items: readonly ItemCoverage<Work>[];
  dimension: Dimension;
  area: string | null;
  silent: number;
}) {
  const cells = sectorMatrix(directory, items, area);
  const sectors = [...new Set(cells.map(({ sector }) => sector))].toSorted();
  const whats = [...new Set(items.map(({ item }) => item.what))];
  const names = new Map(directory.organisations.map(({ id, name }) => [id, name]));
  const of = (what: string, sector: string) =>
    cells.find((cell) => cell.what === what && cell.sector === sector)?.organisations ?? [];
  const all = (what: string) =>
    new Set(cells.filter((cell) => cell.what === what).flatMap((cell) => cell.organisations)).size;
  const title = `Who does what ${area === null ? 'in any area' : `in ${area}`}, by sector`;
  return (
    <FigureFrame
      finding={title}
      measure="Number of organisations; an en dash where there is none"
      fileName={title}
      source="the partnership’s directory"
      table={{
        caption: title,
        columns: [
          { title: 'Work' },
          { title: 'Sector' },
          { title: 'Organisations', decimals: 0 },
          { title: 'Which' },
        ],
        rows: whats.flatMap((what) =>
          sectors.map((sector) => [
            workWords(dimension, what),
            codeWords('sector', sector),
            of(what, sector).length,
            of(what, sector)
              .map((id) => names.get(id) ?? '')
              .join('; '),
          ]),
        ),
      }}
      picture={<Matrix whats={whats} sectors={sectors} of={of} dimension={dimension} />}
      note={
        silent > 0 && (
          <p className="small">
            {count(silent, 'partnership', 'partnerships')} at work say nothing about what they do or
            where. What they cover is not known and not counted.
          </p>
        )
      }
    >
      {/* The frame takes the focus so that a keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-frame" tabIndex={0} role="group" aria-label="Table; scrolls sideways">
        <table className="table cover-matrix">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Work</th>
              {sectors.map((sector) => (
                <th key={sector} scope="col">
                  {codeWords('sector', sector)}
                </th>
              ))}
              <th scope="col">All</th>
            </tr>
          </thead>
          <tbody>
            {whats.map((what) => (
              <tr key={what}>
                <th scope="row">{workWords(dimension, what)}</th>
                {sectors.map((sector) => (
                  <td
                    key={sector}
                    title={of(what, sector)
                      .map((id) => names.get(id) ?? '')
                      .join('; ')}
                  >
                    {of(what, sector).length || '–'}
                  </td>
                ))}
                <td data-state={all(what) === 0 ? 'none' : all(what) === 1 ? 'one' : 'several'}>
                  {all(what) === 0 ? 'nobody' : all(what) === 1 ? '1: alone' : all(what)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FigureFrame>
  );
}

/** The matrix as a picture to save. */
function Matrix({
  whats,
  sectors,
  of,
  dimension,
}: {
  whats: readonly string[];
  sectors: readonly string[];
  of: (what: string, sector: string) => readonly string[];
  dimension: Dimension;
}) {
  const [left, wide, high, top] = [230, 64, 26, 110];
  const width = left + sectors.length * wide + 20;
  return (
    <svg width={width} height={top + whats.length * high + 10}>
      {sectors.map((sector, at) => (
        <text
          key={sector}
          fontSize={12}
          transform={`translate(${left + at * wide + wide / 2} ${top - 8}) rotate(-40)`}
        >
          {codeWords('sector', sector)}
        </text>
      ))}
      {whats.map((what, row) => (
        <g key={what} transform={`translate(0 ${top + row * high + high / 2})`}>
          <text fontSize={13} dominantBaseline="central">
            {workWords(dimension, what)}
          </text>
          {sectors.map((sector, at) => (
            <text
              key={sector}
              fontSize={13}
              x={left + at * wide + wide / 2}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {of(what, sector).length || '–'}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}
