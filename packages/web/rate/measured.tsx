import { SeriesChart, seriesFinding } from '../figure/index.ts';
import type { Series } from './rate.ts';

/** The measured series beside a question, small, with its table, source and breaks. */
export function Measured({ series }: { series: Series }) {
  const { title, unit, decimals, placeName, points, breaks, source, detection } = series;
  return (
    <SeriesChart
      small
      finding={seriesFinding(points, { decimals, unit })}
      title={title}
      placeName={placeName}
      fileName={title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}
      points={points}
      unit={unit}
      decimals={decimals}
      breaks={breaks}
      source={source}
      detection={detection}
    />
  );
}
