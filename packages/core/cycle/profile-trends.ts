import { figuresTable, intervalOf, valueOf, type Block, type Figure } from '../document/index.ts';
import { table } from './report-tables.ts';
import type { ProfileInput, ProfileSeries } from './profile-input.ts';

/** Counts of what was found say so wherever they stand. */
const detectionNote: Block = {
  kind: 'note',
  text: 'Counts of referrals and crimes show what was found and reported: detection, not prevalence. A rise can be good news. [c] is a count too small to show.',
};

/** The newest value of each measure of the place, with interval, date and source. */
export function local({ series, place }: ProfileInput): readonly Block[] {
  if (series.length === 0)
    return [{ kind: 'text', text: 'No measure of this place is loaded yet.' }];
  return [
    figuresTable(
      `The newest values for ${place.name}`,
      series.map((each) => latest(each, place.name)),
    ),
    ...noted(series),
  ];
}

/** The same for the nation. */
export function national({ national: series }: ProfileInput): readonly Block[] {
  const [first] = series;
  if (first === undefined)
    return [
      {
        kind: 'text',
        text: 'No values of the nation are loaded, so there is no national picture to set beside the local one.',
      },
    ];
  return [
    figuresTable(
      `The newest values for ${first.placeName}`,
      series.map((each) => latest(each, first.placeName)),
    ),
    ...noted(series),
  ];
}

/** Places that lie in this one, where values of them are loaded. */
export function mapping({ inside }: ProfileInput): readonly Block[] {
  if (inside.length === 0)
    return [{ kind: 'text', text: 'No values of smaller areas inside this place are loaded.' }];
  return [
    figuresTable(
      'The newest values by area',
      inside.map((each) => latest(each, '')),
    ),
    ...noted(inside),
  ];
}

/** Every measure with more than one point, period by period. */
export function overTime({ series }: ProfileInput): readonly Block[] {
  const long = series.filter(({ points }) => points.length > 1);
  if (long.length === 0)
    return [
      { kind: 'text', text: 'No measure of this place has more than one point in time yet.' },
    ];
  return [...long.flatMap(seriesBlocks), ...noted(long)];
}

function seriesBlocks(series: ProfileSeries): readonly Block[] {
  const { title, unit, placeName, breaks, points, source } = series;
  return [
    table(
      `${title}, ${placeName}${unit === '' ? '' : ` (${unit})`}. Source: ${source}`,
      [
        { title: 'Period', width: 30 },
        { title: 'Value', width: 30, figures: true },
        { title: 'Interval', width: 40 },
      ],
      points.slice(-12).map((point) => {
        const figure = { ...latest({ ...series, points: [point] }, ''), unit: '' };
        return [point.period, valueOf(figure), intervalOf(figure)];
      }),
    ),
    ...breaks.map(({ from, note }) => ({
      kind: 'note' as const,
      text: `Counting changed on ${from}: ${note} Before and after are not alike.`,
    })),
  ];
}

function latest(
  { title, unit, decimals, placeName, points, source }: ProfileSeries,
  own: string,
): Figure {
  const point = points.at(-1);
  return {
    what: placeName === own ? title : `${title}, ${placeName}`,
    ...{ value: point?.value ?? null, low: point?.low ?? null, high: point?.high ?? null },
    ...{ decimals, unit, n: null, date: point?.period ?? '', source },
    suppressed: point?.suppressed ?? false,
    because: 'no value',
  };
}

function noted(series: readonly ProfileSeries[]): readonly Block[] {
  return series.some(({ detection }) => detection) ? [detectionNote] : [];
}
