import { useQueries } from '@tanstack/react-query';
import { citation } from '@freehold/core/source';
import { SeriesChart, seriesFinding, sharedDomain } from '../figure/index.ts';
import { Figure } from '../parts/number.tsx';
import { count } from '../words.ts';
import { seriesQuery, type Measure, type Position, type Series } from './calls.ts';

/** The measure over time: of the place, and of the others where they are few enough to look at. */
export function SeriesRow({
  partnership,
  place,
  measure,
  members,
}: {
  partnership: string;
  place: { readonly id: string; readonly name: string };
  measure: Measure;
  members: Position['members'];
}) {
  const others = members.filter(({ id }) => id !== place.id);
  const shown = [place, ...(others.length < mostBeside ? others : [])];
  const series = useQueries({
    queries: shown.map(({ id }) => seriesQuery(partnership, id, measure.code)),
  });
  const loaded = series.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const first = loaded[0];
  const drawn = loaded.filter(({ points }, index) => index === 0 || points.length > 1);
  const domain = sharedDomain(drawn.map(({ points }) => points));
  if (first === undefined) return null;
  return (
    <section className="stack" aria-labelledby="series">
      <h2 id="series">Over time</h2>
      {first.points.length < 2 ? (
        <OneValue series={first} />
      ) : (
        <div className={drawn.length > 1 ? 'multiples' : undefined}>
          {drawn.map((each) => (
            <One key={each.place.id} series={each} small={drawn.length > 1} domain={domain} />
          ))}
        </div>
      )}
      {drawn.length > 1 && <p className="small soft">All charts have the same scale.</p>}
      {drawn.length < loaded.length && first.points.length > 1 && (
        <p className="small soft">
          Not drawn: {count(loaded.length - drawn.length, 'place', 'places')} with one period only.
        </p>
      )}
      {others.length >= mostBeside && (
        <p className="small soft">
          Choose up to {mostBeside - 1} places above to see their series beside this one.
        </p>
      )}
    </section>
  );
}

const mostBeside = 9;

function One({
  series,
  small,
  domain,
}: {
  series: Series;
  small: boolean;
  domain: readonly [number, number];
}) {
  const { measure, place, points, source } = series;
  return (
    <SeriesChart
      finding={`${place.name}: ${seriesFinding(points, measure)}`}
      title={measure.title}
      placeName={place.name}
      fileName={`${place.name} ${measure.code}`}
      points={points}
      unit={measure.unit}
      decimals={measure.decimals}
      breaks={measure.breaks}
      source={source === null ? '' : citation(source)}
      detection={measure.detection}
      small={small}
      domain={domain}
    />
  );
}

function OneValue({ series: { points, measure, source } }: { series: Series }) {
  const [only] = points;
  if (only === undefined) return <p className="soft">No value of this place has been imported.</p>;
  return (
    <p>
      <Figure
        value={only.value}
        decimals={measure.decimals}
        unit={measure.unit}
        suppressed={only.suppressed}
        date={only.period}
        source={source === null ? '' : citation(source)}
      />{' '}
      One period only, so there is no line to draw.
    </p>
  );
}
