import {
  atLevel,
  mechanisms,
  Timing,
  timingSaid,
  type Figures,
  type GridCell,
} from '@freehold/core/prevention';
import { FigureFrame } from '../figure/index.ts';
import type { MeasureCode } from './routes.tsx';
import { said, shade } from './cell-words.ts';
import { MatrixPicture } from './matrix-picture.tsx';

const titles: Readonly<Record<MeasureCode, string>> = {
  count: 'interventions',
  spend: 'known spend',
  reach: 'people reached',
};

/**
 * Pathways by timings, shaded by count, spend or reach, with all three written. With `after` each cell says what
 * it would become.
 */
export function HeatMatrix({
  found,
  after = null,
  of,
  level,
  finding,
  place,
}: {
  found: Figures;
  after?: Figures | null;
  of: MeasureCode;
  level: string | null;
  finding: string;
  place: string;
}) {
  const grid = atLevel((after ?? found).cells, level);
  const before = after === null ? null : atLevel(found.cells, level);
  const most = Math.max(0, ...grid.flat().map((cell) => cell[of] ?? 0));
  const currency = found.currency;
  return (
    <FigureFrame
      finding={finding}
      measure={`${titles[of]} by pathway and timing · ${level === null ? 'all levels' : level === '' ? 'level not said' : level} · planned and running · ${place}`}
      fileName={`${place} portfolio by ${of}`}
      table={twin(found, after)}
      picture={<MatrixPicture grid={grid} of={of} most={most} currency={currency} />}
      note={
        <p>
          The darker, the more {titles[of]}. An intervention in several cells counts whole in each;
          its money and the people reached are shared equally among them. An en dash: nothing there,
          or nothing known.
        </p>
      }
    >
      <div className="portfolio-grid">
        <div className="portfolio-head" aria-hidden="true">
          <span />
          {Timing.options.map((when) => (
            <span key={when}>{timingSaid[when]}</span>
          ))}
        </div>
        {mechanisms.map(({ code, report, article }, row) => (
          <section key={code} className="portfolio-row" aria-label={report}>
            <h3>
              {report}
              {article.toLowerCase() !== report.toLowerCase() && (
                <span className="tiny soft">article: {article}</span>
              )}
            </h3>
            {(grid[row] ?? []).map((cell, column) => (
              <Cell
                key={cell.timing}
                {...{ cell, of, most, currency }}
                before={before?.[row]?.[column] ?? null}
              />
            ))}
          </section>
        ))}
      </div>
    </FigureFrame>
  );
}

function Cell({
  cell,
  before,
  of,
  most,
  currency,
}: {
  cell: GridCell;
  before: GridCell | null;
  of: MeasureCode;
  most: number;
  currency: string;
}) {
  const now = said(cell, of, currency);
  const was = before === null ? now : said(before, of, currency);
  return (
    <div
      className="portfolio-cell"
      data-step={shade(cell[of], most)}
      data-changed={was !== now || undefined}
    >
      <span className="when">{timingSaid[cell.timing]}</span>
      <span className="value">
        {was !== now && (
          <>
            <s>{was}</s> <span aria-hidden="true">→</span>{' '}
            <span className="unseen">becomes</span>{' '}
          </>
        )}
        {now}
      </span>
      <span className="rest">{rest(cell, of, currency)}</span>
    </div>
  );
}

function rest(cell: GridCell, of: MeasureCode, currency: string): string {
  if (cell.count === 0) return 'nothing';
  const parts = [
    of !== 'count' && `${cell.count} ${cell.count === 1 ? 'intervention' : 'interventions'}`,
    of !== 'spend' && (cell.spend === null ? 'no known budget' : said(cell, 'spend', currency)),
    of !== 'reach' && cell.reach !== null && `${said(cell, 'reach', currency)} reached`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** Every cell at every level, as it is counted; and what it would become. */
function twin(found: Figures, after: Figures | null) {
  const then = new Map(after?.cells.map((cell) => [keyOf(cell), cell]));
  const cells = after === null ? found.cells : after.cells;
  const was = new Map(found.cells.map((cell) => [keyOf(cell), cell]));
  const extra = after === null ? [] : [{ title: 'Would be' }, { title: 'Spend would be' }];
  return {
    caption: 'The portfolio by pathway, timing and level',
    columns: [
      { title: 'Pathway' },
      { title: 'Timing' },
      { title: 'Level' },
      { title: 'Interventions', decimals: 0 },
      { title: `Known spend, ${found.currency}`, decimals: 0 },
      { title: 'With a known budget', decimals: 0 },
      { title: 'People reached', decimals: 0 },
      ...extra.map((each) => ({ ...each, decimals: 0 })),
    ],
    rows: cells.map((cell) => {
      const now = was.get(keyOf(cell)) ?? { ...cell, count: 0, spend: null, reach: null };
      const next = then.get(keyOf(cell));
      return [
        mechanisms.find(({ code }) => code === cell.pathway)?.report ?? cell.pathway,
        ...[timingSaid[cell.timing], cell.level === '' ? 'not said' : cell.level],
        ...[now.count, now.spend, now.withBudget, now.reach],
        ...(next === undefined ? [] : [next.count, next.spend]),
      ];
    }),
  };
}

function keyOf({ pathway, timing, level }: Figures['cells'][number]): string {
  return `${pathway} ${timing} ${level}`;
}
