import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { citation } from '@freehold/core/source';
import { figureWords } from '../figure/words.ts';
import { buttonClass } from '../parts/button.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { Loading } from '../parts/page.tsx';
import { problemsOf } from '../parts/problems.tsx';
import { problemSentence } from '../words.ts';
import { Table } from '../parts/table.tsx';
import type { Home, Measured, MeasuredRow } from './calls.ts';

/** The newest value of each measure for a place, with the place that the data are for. */
export function MeasuredTable({
  partnership,
  place,
  measured: { data, error },
}: {
  partnership: string;
  place: Home['place'];
  measured: Pick<UseQueryResult<Measured>, 'data' | 'error'>;
}) {
  if (error) {
    return (
      <Notice tone="bad" title="Measured data cannot be shown">
        {problemsOf(error).map(({ code, details }) => (
          <p key={code}>{problemSentence(code, details)}</p>
        ))}
      </Notice>
    );
  }
  if (data === undefined) return <Loading what="measured data" />;
  if (data.rows.length === 0) return <NoData partnership={partnership} name={place.name} />;
  const detection = data.rows.some(({ measure }) => measure.detection);
  return (
    <section className="stack" aria-labelledby="measured">
      <h2 id="measured">What official data say</h2>
      <Table
        stacks
        caption="The newest value of each measure, and the place that it is for. A measure leads to its position in a group and to its series."
        rows={data.rows}
        rowKey={({ measure }) => measure.code}
        columns={[
          {
            title: 'Measure',
            heads: true,
            cell: ({ measure, placeId }) => (
              <Link
                to="/p/$partnership/compare"
                params={{ partnership }}
                search={{ measure: measure.code, place: placeId }}
              >
                {measure.title}
              </Link>
            ),
          },
          {
            title: 'Value',
            cell: ({ measure, latest }) => (
              <Figure
                value={latest?.value ?? null}
                decimals={measure.decimals}
                unit={measure.unit}
                suppressed={latest?.suppressed ?? false}
                interval={intervalOf(latest)}
                date={latest?.period ?? ''}
              />
            ),
          },
          {
            title: 'For',
            cell: ({ own, placeName }) => (own ? place.name : `${placeName} (around it)`),
          },
          {
            title: 'Source',
            cell: ({ source }) => <span className="small soft">{citation(source)}</span>,
          },
          { title: 'Periods', figure: true, cell: ({ n }) => n },
        ]}
      />
      {detection && <p className="small soft">{figureWords.detection}</p>}
    </section>
  );
}

function NoData({ partnership, name }: { partnership: string; name: string }) {
  return (
    <Empty title={`No official data about ${name} yet`}>
      <p>
        Deprivation, homelessness, referrals: what is measured stands beside what people rate. Bring
        a CSV file from the publisher; Freehold checks it row by row before anything is kept.
      </p>
      <div>
        <Link className={buttonClass()} to="/p/$partnership/data/import" params={{ partnership }}>
          Import data
        </Link>
      </div>
    </Empty>
  );
}

function intervalOf(point: MeasuredRow['latest']): readonly [number, number] | null {
  if (point === null || point.low === null || point.high === null) return null;
  return [point.low, point.high];
}
