import type { NetworkKey } from '../figure/network.ts';

/** What the colours mean. Choosing a line lifts its group out of the rest, so that colour is not needed to find it. */
export function Key({
  keys,
  lifted,
  onLift,
}: {
  keys: readonly NetworkKey[];
  lifted: number | null;
  onLift: (category: number | null) => void;
}) {
  if (keys.length === 0) return null;
  return (
    <ul className="network-key" aria-label="Colours">
      {keys.map(({ category, words }) => (
        <li key={category}>
          <button
            type="button"
            aria-pressed={lifted === category}
            onClick={() => onLift(lifted === category ? null : category)}
          >
            <svg width="14" height="14" aria-hidden="true">
              <circle cx="7" cy="7" r="6" className="shape" data-category={category} />
            </svg>
            {words}
          </button>
        </li>
      ))}
    </ul>
  );
}
