import { useState } from 'react';
import {
  changeWords,
  coreOutcomes,
  Met,
  metWords,
  pointWords,
  RecoveryPoint,
  raterWords,
  rateWords,
  shownWords,
  type RatedBy,
} from '@freehold/core/recovery';
import { IntervalPlot } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { Table } from '../parts/table.tsx';
import { percent } from '../words.ts';
import type { Outcome } from './calls.ts';

/** What one kind of rater says of a year's people: one point in time drawn, all of them as a table. */
export function RecoveryFigures({
  year,
  rater,
  outcomes,
  source,
}: {
  year: number;
  rater: RatedBy;
  outcomes: readonly Outcome[];
  source: string;
}) {
  const [point, setPoint] = useState<RecoveryPoint>(() => newest(outcomes));
  return (
    <section className="stack" aria-labelledby={`by-${rater}`}>
      <h2 id={`by-${rater}`}>{raterWords[rater]}</h2>
      <div className="filters">
        <Choice<RecoveryPoint>
          label={`When, for ${raterWords[rater].toLowerCase()}`}
          value={point}
          options={RecoveryPoint.options.map((each) => [each, pointWords[each]] as const)}
          onChange={setPoint}
        />
      </div>
      <IntervalPlot
        finding={`${raterWords[rater]}: the share for whom each outcome is met`}
        measure={`${pointWords[point]} · support began in ${year}`}
        fileName={`recovery ${rater} ${year} ${point}`}
        source={source}
        scale={{ least: 0, most: 100, decimals: 0, unit: '%' }}
        rows={outcomes.map(({ outcome, points }) => rowOf(points, point, titleOf(outcome)))}
      />
      <Table
        caption={`Met, over time: ${raterWords[rater].toLowerCase()}. A dash is a time at which nobody was asked`}
        rows={outcomes}
        rowKey={({ outcome }) => outcome}
        stacks
        columns={[
          { title: 'Outcome', heads: true, cell: ({ outcome }) => titleOf(outcome) },
          ...RecoveryPoint.options.map((each) => ({
            title: pointWords[each],

            cell: ({ points }: Outcome) => <Cell {...pointOf(points, each)} />,
          })),
        ]}
      />
      <Answers outcomes={outcomes} point={point} />
    </section>
  );
}

type Point = Outcome['points'][number];

function Cell({ point }: { point: Point | undefined }) {
  if (point === undefined || point.total === 0) return <>–</>;
  const { value, low, high, n } = point.met;
  const said = changeWords(point);
  if (value === null || low === null || high === null) return <>{rateWords(point.met)}</>;
  return (
    <span className="number">
      <span className="value">{percent(value)}</span>
      <span className="detail">
        {percent(low)} to {percent(high)} · n {n}
      </span>
      {said !== null && <span className="detail">{said}</span>}
    </span>
  );
}

function Answers({ outcomes, point }: { outcomes: readonly Outcome[]; point: RecoveryPoint }) {
  return (
    <details className="method">
      <summary>How many answered what, {pointWords[point].toLowerCase()}</summary>
      <Table
        caption={`Answers, ${pointWords[point].toLowerCase()}`}
        rows={outcomes}
        rowKey={({ outcome }) => outcome}
        stacks
        columns={[
          { title: 'Outcome', heads: true, cell: ({ outcome }) => titleOf(outcome) },
          ...Met.options.map((met) => ({
            title: metWords[met],
            figure: true,
            cell: ({ points }: Outcome) => {
              const found = pointOf(points, point).point;
              return found === undefined ? '–' : shownWords(found.answers[met]);
            },
          })),
          {
            title: 'People',
            figure: true,
            cell: ({ points }) => shownWords(pointOf(points, point).point?.total ?? null),
          },
          {
            title: 'Known',
            figure: true,
            cell: ({ points }) => {
              const coverage = pointOf(points, point).point?.coverage ?? null;
              return coverage === null ? '–' : percent(coverage);
            },
          },
        ]}
      />
    </details>
  );
}

function pointOf(points: readonly Point[], code: RecoveryPoint) {
  return { point: points.find((each) => each.point === code) };
}

function rowOf(points: readonly Point[], code: RecoveryPoint, label: string) {
  const { point } = pointOf(points, code);
  const times = (share: number | null) => (share === null ? null : share * 100);
  const { value = null, low = null, high = null, because = 'none' } = point?.met ?? {};
  return {
    ...{ label, value: times(value), low: times(low), high: times(high) },
    coverage: point?.coverage ?? null,
    note: because === 'suppressed' ? '[c]' : because === 'none' ? 'nobody asked' : '',
  };
}

/** The latest point at which anybody was asked. */
function newest(outcomes: readonly Outcome[]): RecoveryPoint {
  const asked = RecoveryPoint.options.filter((code) =>
    outcomes.some(({ points }) => points.some((each) => each.point === code && each.total !== 0)),
  );
  return asked.at(-1) ?? 'entry';
}

function titleOf(outcome: string): string {
  return coreOutcomes.find(({ code }) => code === outcome)?.title ?? outcome;
}
