import { ofKind, type Baseline, type BaselinePoint } from '@freehold/core/crisis';
import { seriesOfEach } from '../data/series.ts';
import type { Work } from '../database/within.ts';
import type { KeptItem } from './store.ts';

/** How many of the newest periods make a baseline. */
const most = 24;

/**
 * What series of a place show before a day, and from it on, by measure. Only counts of the place itself, and only
 * since the last break in counting: before it the same number meant something else. One statement.
 */
export async function seriesAround(
  tx: Work,
  place: string,
  measures: readonly string[],
  on: string | null,
): Promise<ReadonlyMap<string, Around>> {
  if (measures.length === 0) return new Map();
  const found = await seriesOfEach(tx, place, measures);
  return new Map(
    found
      .filter(({ own, measure }) => own && measure.valueKind === 'count')
      .map(({ measure, points, source }) => {
        const since = measure.breaks.reduce((last, { from }) => (from > last ? from : last), '');
        const usable = points.filter(({ start }) => start >= since).map(pointOf);
        const before = usable.filter(({ end }) => on === null || end < on).slice(-most);
        const after = usable.filter(({ start }) => on !== null && start >= on);
        return [measure.code, { title: measure.title, source: source?.title ?? '', before, after }];
      }),
  );
}

export type Around = {
  readonly title: string;
  readonly source: string;
  readonly before: readonly BaselinePoint[];
  readonly after: readonly BaselinePoint[];
};

/** The baselines that come from series, filled with what these show before a day. [CR-9] */
export function filledFrom(
  items: readonly KeptItem[],
  series: ReadonlyMap<string, Around>,
): readonly Pick<KeptItem, 'id' | 'content'>[] {
  return ofKind(items, 'baseline').flatMap(({ id, content }) => {
    const found = series.get(content.measure);
    return content.counts !== 'measure' || found === undefined
      ? []
      : [{ id, content: { ...content, points: [...found.before] } }];
  });
}

/** The measures whose series stand on the board. */
export function measuresOf(items: readonly KeptItem[]): readonly string[] {
  return ofKind(items, 'baseline').flatMap(({ content }: { readonly content: Baseline }) =>
    content.counts === 'measure' ? [content.measure] : [],
  );
}

function pointOf({
  start,
  end,
  value,
  suppressed,
}: {
  readonly start: string;
  readonly end: string;
  readonly value: number | null;
  readonly suppressed: boolean;
}): BaselinePoint {
  return { start, end, count: value, suppressed };
}
