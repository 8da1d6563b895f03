import { day, number } from '@freehold/core/document';
import type { ExplorerPage, Released } from '@freehold/core/release/explorer';
import { make } from '../../document/offline-parts.ts';
import { legendOf, words } from './words.ts';

/** What each kind of number means. */
export function legend(released: Released): HTMLElement {
  const items = legendOf(released).flatMap(([sign, meaning]) => [
    make('dt', {}, sign),
    make('dd', {}, meaning),
  ]);
  return make(
    'section',
    { class: 'legend', 'aria-label': words.reading },
    make('h2', {}, words.reading),
    make('dl', {}, ...items),
  );
}

/** The notice, and the ledger where there is one. */
export function about({ released, notice }: ExplorerPage): HTMLElement {
  const parts = notice.flatMap(({ title, text, points }) => [
    make('h3', {}, title),
    ...text.map((sentence) => make('p', {}, sentence)),
    ...(points.length > 0 ? [make('ul', {}, ...points.map((point) => make('li', {}, point)))] : []),
  ]);
  const section = make(
    'section',
    { 'aria-label': words.notice },
    make('h2', {}, words.notice),
    ...parts,
  );
  if (released.ledger !== null) section.append(ledgerTable(released.ledger));
  return section;
}

function ledgerTable({ lines }: NonNullable<Released['ledger']>): HTMLElement {
  const head = ['No.', 'Day', 'What', 'Mechanism', 'ρ', 'δ', 'Purpose', 'Approved by'];
  const rows = lines.map(({ seq, at, kind, mechanism, rho, delta, purpose, approvedBy }) =>
    make(
      'tr',
      {},
      ...[
        number(seq),
        day(at),
        kind,
        mechanism,
        rho.toPrecision(3),
        String(delta),
        purpose,
        approvedBy.join(', '),
      ].map((cell) => make('td', {}, cell)),
    ),
  );
  return make(
    'div',
    { class: 'scroll ledger', tabindex: '0', role: 'region', 'aria-label': words.ledger },
    make(
      'table',
      {},
      make('caption', {}, words.ledger),
      make('thead', {}, make('tr', {}, ...head.map((each) => make('th', { scope: 'col' }, each)))),
      make('tbody', {}, ...rows),
    ),
  );
}
