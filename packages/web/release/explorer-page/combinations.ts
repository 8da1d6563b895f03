import { releasedCounts, type Released, type Told } from '@freehold/core/release/explorer';
import { labelled, make } from '../../document/offline-parts.ts';
import { valueText, type View } from './view.ts';
import { figureCell } from './figure-cell.ts';
import { words } from './words.ts';

const aPage = 25;

/** What of the list is looked at. */
export type Listing = { readonly search: string; readonly page: number };

/** Every combination that a count was released of, that has all that is chosen, as a table in pages. */
export function combinationSection(
  view: View,
  { search, page }: Listing,
  change: (listing: Listing) => void,
): HTMLElement {
  const found = rowsOf(view).filter(({ text }) =>
    text.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const from = Math.min(page * aPage, Math.max(0, found.length - 1));
  const shown = found.slice(from, from + aPage);
  const input = make('input', {
    id: 'search',
    type: 'search',
    value: search,
    'data-key': 'search',
  });
  input.addEventListener('input', () => change({ search: input.value, page: 0 }));
  const head = make(
    'tr',
    {},
    make('th', { scope: 'col' }, 'Combination'),
    make('th', { scope: 'col' }, 'Count'),
  );
  const step = (label: string, to: number, off: boolean) => {
    const button = make(
      'button',
      { type: 'button', class: 'plain', 'data-key': `page-${label}`, ...(off && { disabled: '' }) },
      label,
    );
    button.addEventListener('click', () => change({ search, page: to }));
    return button;
  };
  return make(
    'section',
    { 'aria-label': words.combinations },
    make('h2', {}, words.combinations),
    make('p', { class: 'soft' }, words.combinationsSays),
    make('div', { class: 'controls' }, labelled(words.search, input)),
    make(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words.combinationsTable },
      make(
        'table',
        {},
        make('thead', {}, head),
        make('tbody', {}, ...shown.map(({ line }) => line())),
      ),
    ),
    make(
      'p',
      { class: 'pages' },
      step(words.before, page - 1, page === 0),
      make(
        'span',
        { role: 'status' },
        found.length === 0 ? 'None' : words.page(from + 1, from + shown.length, found.length),
      ),
      step(words.next, page + 1, from + aPage >= found.length),
    ),
  );
}

type Line = { readonly text: string; readonly line: () => HTMLElement };

function rowsOf({ released, chosen }: View): readonly Line[] {
  return [...releasedCounts(released)]
    .filter(([pairs]) => holds(pairs, chosen))
    .map(([pairs, told]) => lineOf(released, pairs, told));
}

function holds(pairs: readonly number[], chosen: View['chosen']): boolean {
  return [...chosen].every(([column, codes]) =>
    pairs.some((each, at) => at % 2 === 0 && each === column && codes.includes(pairs[at + 1] ?? 0)),
  );
}

function lineOf(released: Released, pairs: readonly number[], told: Told): Line {
  const values = pairs.flatMap((column, at) => {
    if (at % 2 === 1) return [];
    const name = released.columns[column]?.name ?? '';
    return [`${name}: ${valueText(released, column, pairs[at + 1] ?? 0)}`];
  });
  const text = values.join(' · ');
  return { text, line: () => make('tr', {}, make('td', {}, text), figureCell(told, released)) };
}
