import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
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
      {card.series !== null && <SeriesBeside key={card.code} series={card.series} />}
    </aside>
  );
}

/** Open where there is room beside the question; a line to open where there is not. */
function SeriesBeside({ series }: { series: Series }) {
  const room = useSyncExternalStore(onRoom, () => beside.matches);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? room;
  return (
    <details
      className="measured"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) setChosen(currentTarget.open);
      }}
    >
      <summary>
        Measured on this topic: <span className="soft">{series.title.toLowerCase()}</span>
      </summary>
      {open && (
        <Suspense fallback={<Loading what="the measured data" />}>
          <Measured series={series} />
        </Suspense>
      )}
    </details>
  );
}

// The same width as in look/rate.css, from which the column beside the question exists.
const beside = matchMedia('(min-width: 1180px)');

function onRoom(tell: () => void): () => void {
  beside.addEventListener('change', tell);
  return () => beside.removeEventListener('change', tell);
}
