import type { Bar, Filtered, Released } from '@freehold/core/release/explorer';
import { make } from '../../document/offline-parts.ts';
import { isTime, timeLine } from './time.ts';
import { toggled, valueText, type View } from './view.ts';
import { saidOf, words } from './words.ts';

/** One chart: the values of a column, or the columns that hold a single value. */
type Chart = {
  readonly title: string;
  readonly says: string;
  readonly rows: readonly Row[];
  /** The column, where the chart is of one. */
  readonly column: number | null;
};
export type Row = Bar & { readonly column: number; readonly label: string };

const mostRows = 12;

/** A chart for each column; pressing a bar narrows all others down. */
export function charts(view: View, { bars }: Filtered): readonly HTMLElement[] {
  return chartsOf(view, bars).map((chart) => drawn(view, chart));
}

function chartsOf(view: View, bars: Filtered['bars']): readonly Chart[] {
  const { released } = view;
  const rowsOf = (column: number): readonly Row[] =>
    (bars[column] ?? []).map((bar) => ({
      ...bar,
      column,
      label: valueText(released, column, bar.code),
    }));
  const marks = released.columns.flatMap(({ name, values }, column) =>
    values.length === 1
      ? rowsOf(column).map((row) => ({
          ...row,
          label: /^(1|yes|true)$/i.test(row.label) ? name : `${name}: ${row.label}`,
        }))
      : [],
  );
  const own = released.columns.flatMap(({ name, values }, column) => {
    if (values.length < 2) return [];
    const says = words.coverage(coverage(view, column));
    return [{ title: name, says, rows: inOrder(released, column, rowsOf(column)), column }];
  });
  const marked = {
    title: words.marks,
    says: words.marksSays,
    rows: marks.toSorted(bySize),
    column: null,
  };
  return marks.length > 0 ? [...own, marked] : own;
}

/** Bands and dates keep their order; other values stand by size. */
function inOrder({ columns }: Released, column: number, rows: readonly Row[]): readonly Row[] {
  const { kind = '', values = [] } = columns[column] ?? {};
  return ['ordered', 'number', 'date', 'flag'].includes(kind) || isTime(values)
    ? rows
    : rows.toSorted(bySize);
}

function bySize(a: Row, b: Row): number {
  return sizeOf(b) - sizeOf(a);
}

export function sizeOf({ told }: Pick<Row, 'told'>): number {
  return told.kind === 'few' ? 0 : told.count;
}

/** The share that a column has a released value of; what is hidden counts as not recorded. */
function coverage({ teller, released }: View, column: number): number {
  const counts = (released.columns[column]?.values ?? []).map((_, at) =>
    sizeOf({ told: teller.told(new Map([[column, [at + 1]]]), 0) }),
  );
  const rows = sizeOf({ told: teller.told(new Map(), 0) });
  return rows === 0 ? 0 : Math.min(1, counts.reduce((sum, count) => sum + count, 0) / rows);
}

function drawn(view: View, { title, says, rows, column }: Chart): HTMLElement {
  const all = view.open.has(title);
  const shown = all ? rows : rows.filter(({ on }, at) => at < mostRows || on);
  const most = Math.max(
    1,
    ...rows.map(({ told }) => (told.kind === 'released' ? told.high : sizeOf({ told }))),
  );
  const list = make(
    'ul',
    { class: 'bars' },
    ...shown.map((row) => make('li', {}, bar(view, row, most))),
  );
  const section = make(
    'section',
    { class: 'chart', 'aria-label': title },
    make('h3', {}, title),
    make('p', { class: 'soft' }, says),
  );
  const values = column === null ? [] : (view.released.columns[column]?.values ?? []);
  if (isTime(values)) section.append(timeLine(rows, `${title} ${words.time}`));
  section.append(list);
  if (rows.length > mostRows) section.append(more(view, title, rows.length));
  return section;
}

function bar(view: View, row: Row, most: number): HTMLElement {
  const { column, code, on, label, told } = row;
  const said = saidOf(told, view.released);
  const fill = make('span', { class: `fill ${told.kind}` });
  fill.style.setProperty('inline-size', `${(100 * sizeOf(row)) / most}%`);
  const track = make('span', { class: 'track', 'aria-hidden': 'true' }, fill);
  if (told.kind === 'released' && told.high > told.low) {
    const span = make('span', { class: 'span' });
    span.style.setProperty('inset-inline-start', `${(100 * told.low) / most}%`);
    span.style.setProperty('inline-size', `${(100 * (told.high - told.low)) / most}%`);
    track.append(span);
  }
  const button = make(
    'button',
    { type: 'button', 'aria-pressed': String(on), 'data-key': `bar-${column}-${code}` },
    make('span', { class: 'name' }, label),
    track,
    make(
      'span',
      { class: 'number', 'aria-hidden': 'true' },
      make('b', {}, said.seen),
      make('small', {}, said.ends),
    ),
    make('span', { class: 'unseen' }, `: ${said.aloud}`),
  );
  button.addEventListener('click', () =>
    view.change({ chosen: toggled(view.chosen, column, code) }),
  );
  return button;
}

function more(view: View, title: string, n: number): HTMLElement {
  const open = view.open.has(title);
  const button = make(
    'button',
    { type: 'button', class: 'plain', 'aria-expanded': String(open), 'data-key': `more-${title}` },
    open ? words.fewer : words.more(n),
  );
  button.addEventListener('click', () => {
    const others = [...view.open].filter((each) => each !== title);
    view.change({ open: new Set(open ? others : [...others, title]) });
  });
  return button;
}
