import { partnershipClasses } from '../figure/geo-map-classes.ts';

/** What the shades of the map mean; each area bears its number too. */
export function MapLegend() {
  return (
    <ul className="map-legend" aria-label="Partnerships in an area">
      {partnershipClasses.map(({ words }, index) => (
        <li key={words}>
          <svg width={20} height={16} aria-hidden="true">
            <rect className="counted" data-class={index} x={1} y={1} width={18} height={14} />
          </svg>{' '}
          {words}
        </li>
      ))}
    </ul>
  );
}
