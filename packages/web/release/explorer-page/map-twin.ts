import { number } from '@freehold/core/document';
import { make } from '../../document/offline-parts.ts';
import { figureCell } from './figure-cell.ts';
import type { Spots, Stray } from './map-spots.ts';
import { mapWords } from './map-words.ts';
import type { View } from './view.ts';
import { saidOf, words } from './words.ts';

const few = 12;

/** The values of a column that are on no map, with their counts. */
export function straysList(view: View, name: string, { strays }: Spots): readonly HTMLElement[] {
  if (strays.length === 0) return [];
  const key = `strays-${name}`;
  const open = view.open.has(key);
  const shown = open ? strays : strays.slice(0, few);
  const list = make(
    'ul',
    { class: 'strays' },
    ...shown.map(({ label, told, beside }) => {
      const { seen, aloud } = saidOf(told, view.released);
      const why = beside === null ? '' : `, ${mapWords.beside(beside)}`;
      return make(
        'li',
        {},
        `${label} `,
        make('b', { 'aria-hidden': 'true' }, seen),
        make('span', { class: 'unseen' }, `: ${aloud}`),
        why,
      );
    }),
  );
  const section = make(
    'section',
    { 'aria-label': mapWords.strays(name, strays.length) },
    make('h4', {}, mapWords.strays(name, strays.length)),
    list,
  );
  if (strays.length > few) {
    const button = make(
      'button',
      { type: 'button', class: 'plain', 'aria-expanded': String(open), 'data-key': key },
      open ? words.fewer : words.more(strays.length),
    );
    button.addEventListener('click', () => {
      const others = [...view.open].filter((each) => each !== key);
      view.change({ open: new Set(open ? others : [...others, key]) });
    });
    section.append(button);
  }
  return [section];
}

/** Every value of the column of the circles, drawn or not, with its count: what is hidden stands as [c]. */
export function mapTable(view: View, name: string, { spots, strays }: Spots): HTMLElement {
  const line = (label: string, told: Stray['told'], where: string) =>
    make('tr', {}, make('td', {}, label), figureCell(told, view.released), make('td', {}, where));
  const rows = [
    ...spots.map(({ label, told }) =>
      line(label, told, told.kind === 'few' ? mapWords.notDrawn : mapWords.drawn),
    ),
    ...strays.map(({ label, told, beside }) =>
      line(label, told, beside === null ? mapWords.unknown : mapWords.beside(beside)),
    ),
  ];
  const head = [name, mapWords.count, mapWords.where].map((each) =>
    make('th', { scope: 'col' }, each),
  );
  const key = 'map-table';
  const details = make(
    'details',
    view.open.has(key) ? { open: '' } : {},
    make('summary', { 'data-key': key }, `${mapWords.twin} (${number(rows.length)})`),
    make(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': mapWords.twin },
      make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows)),
    ),
  );
  details.addEventListener('toggle', () => {
    const others = [...view.open].filter((each) => each !== key);
    if (details.open !== view.open.has(key))
      view.change({ open: new Set(details.open ? [...others, key] : others) });
  });
  return details;
}
