import { Ticks } from '../parts/tick.tsx';

/** Ticks of a long list of codes, folded away until somebody wants them. */
export function CodeTicks(ticks: Parameters<typeof Ticks>[0]) {
  const { legend, chosen } = ticks;
  return (
    <details className="put-away">
      <summary>
        {legend}
        {chosen.length > 0 && `: ${chosen.length} chosen`}
      </summary>
      <Ticks {...ticks} />
    </details>
  );
}
