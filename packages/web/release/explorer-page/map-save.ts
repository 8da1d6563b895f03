import { csvText } from '@freehold/core/table';
import { make } from '../../document/offline-parts.ts';
import { pictureOf, pngOf, save, type Picture } from '../../figure/picture.ts';
import type { Spots } from './map-spots.ts';

type Words = Parameters<typeof pictureOf>[1];
type Table = Spots & { readonly name: string };

/** Buttons that hand the map to the person: as a drawing, as a picture, and as the table of what is in it. */
export function mapSaves(
  drawing: SVGSVGElement,
  words: Words,
  tables: readonly Table[],
): HTMLElement {
  const button = (kind: string, take: () => void) => {
    const made = make(
      'button',
      { type: 'button', class: 'plain', 'data-key': `save-${kind}` },
      `Save the map (${kind})`,
    );
    made.addEventListener('click', take);
    return made;
  };
  return make(
    'p',
    { class: 'controls' },
    button('SVG', () =>
      save(new Blob([inLight(drawing, words).svg], { type: 'image/svg+xml' }), 'map.svg'),
    ),
    button(
      'PNG',
      () => void pngOf(inLight(drawing, words)).then((content) => save(content, 'map.png')),
    ),
    button('CSV', () => save(new Blob([tableText(tables)], { type: 'text/csv' }), 'map.csv')),
  );
}

/** A saved map is dark on white, whatever the screen shows. */
function inLight(drawing: SVGSVGElement, words: Words): Picture {
  const { style } = document.documentElement;
  style.setProperty('color-scheme', 'light');
  try {
    return pictureOf(drawing, words);
  } finally {
    style.removeProperty('color-scheme');
  }
}

function tableText(tables: readonly Table[]): string {
  const rows = tables.flatMap(({ name, spots, strays }) =>
    [
      ...spots.map(({ label, told, shape }) => ({ label, told, at: shape.at })),
      ...strays.map(({ label, told }) => ({ label, told, at: null })),
    ].map(({ label, told, at }) => [
      ...[name, label, told.kind === 'few' ? null : told.count],
      ...(told.kind === 'released' ? [told.low, told.high] : [null, null]),
      told.kind === 'few' ? 'hidden' : told.kind,
      ...(at === null ? [null, null] : [at[1], at[0]]),
    ]),
  );
  const head = ['column', 'value', 'count', 'low', 'high', 'kind', 'latitude', 'longitude'];
  return csvText([head, ...rows]);
}
