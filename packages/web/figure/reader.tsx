import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { figureWords } from './words.ts';

/**
 * Lets a keyboard walk through the marks of a drawing: arrows, Home and End move, Enter opens, Escape leaves.
 * The mark that is reached is read out, and written under the drawing for everybody.
 *
 * `children` draws, given which mark is reached (null for none) and how to say that a pointer reached one.
 */
export function Reader({
  label,
  readings,
  onOpen,
  children,
}: {
  label: string;
  readings: readonly string[];
  onOpen?: (index: number) => void;
  children: (at: number | null, reach: (index: number | null) => void) => ReactNode;
}) {
  const [reached, reach] = useState<number | null>(null);
  const hint = useId();
  const at = reached !== null && reached < readings.length ? reached : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && at !== null) onOpen?.(at);
    const next = moved(event.key, at, readings.length);
    if (next === undefined) return;
    event.preventDefault();
    reach(next);
  };
  return (
    <>
      {/* An application, so that screen readers hand the arrow keys over. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="reader"
        role="application"
        aria-roledescription="chart"
        aria-label={label}
        aria-describedby={hint}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => reach(null)}
      >
        {children(at, reach)}
      </div>
      <span id={hint} className="unseen">
        {figureWords.arrows(readings.length)}
      </span>
      <p className="reading" aria-live="polite">
        {at === null ? <span className="soft">{figureWords.hint}</span> : readings[at]}
      </p>
    </>
  );
}

function moved(key: string, at: number | null, n: number): number | null | undefined {
  if (n === 0) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at === null ? 0 : Math.min(n - 1, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return at === null ? n - 1 : Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return n - 1;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
