import type { Released, Told } from '@freehold/core/release/explorer';
import { make } from '../../document/offline-parts.ts';
import { saidOf } from './words.ts';

/** A number with its interval as a cell of a table. */
export function figureCell(told: Told, released: Released): HTMLElement {
  const { seen, ends, aloud } = saidOf(told, released);
  const shown = make(
    'span',
    { 'aria-hidden': 'true' },
    make('b', {}, seen),
    ' ',
    make('small', {}, ends),
  );
  return make('td', { class: 'figure' }, shown, make('span', { class: 'unseen' }, aloud));
}
