import { lazy, Suspense } from 'react';
import { ScoreCell } from '../parts/number.tsx';
import { Loading } from '../parts/page.tsx';
import type { Card, Series } from './rate.ts';

// Drawing comes with the first card that has something to draw: a phone should not wait for it.
const Measured = lazy(async () => ({ default: (await import('./measured.tsx')).Measured }));

/** What is known beside the question: the last agreed score and the measured series. Nothing where nothing is. */
export function Beside({ card }: { card: Card }) {
  if (card.last === null && card.series === null) return null;
  return (
    <aside className="beside stack" aria-label="What is known so far">
      {card.last !== null && (
        <p className="small">
          <span className="soft">Last score</span> <ScoreCell score={card.last.score} />{' '}
          <span className="soft">{card.last.title}</span>
        </p>
      )}
      {card.series !== null && <SeriesBeside series={card.series} />}
    </aside>
  );
}

function SeriesBeside({ series }: { series: Series }) {
  return (
    <Suspense fallback={<Loading what="the measured data" />}>
      <Measured series={series} />
    </Suspense>
  );
}
