import { framed, type Place } from '@freehold/core/release/explorer';
import { mapPlacesWords as words } from './map-words.ts';

const width = 480;

/** Places as the map will draw them, without any number. */
export function MapPreview({ places }: { places: readonly Place[] }) {
  const shown = places.flatMap(({ at, rings }) => [at, ...rings.flat()]);
  const frame = framed(shown, { width, mostHeight: 360 });
  const spot = (position: readonly [number, number]) =>
    frame.at(position).map((each) => each.toFixed(1));
  return (
    <svg
      className="map-preview"
      viewBox={`0 0 ${width} ${frame.height}`}
      role="img"
      aria-label={words.picture(places.length)}
    >
      {places.map(({ name, rings }) => (
        <path
          key={name}
          fillRule="evenodd"
          d={rings
            .map((ring) => `M${ring.map((each) => spot(each).join(' ')).join('L')}Z`)
            .join('')}
        />
      ))}
      {places.map(({ name, at }) => (
        <circle key={name} cx={spot(at)[0]} cy={spot(at)[1]} r="2.5">
          <title>{name}</title>
        </circle>
      ))}
    </svg>
  );
}
