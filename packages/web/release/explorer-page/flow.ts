import { flows, type Filtered, type Flow, type Released } from '@freehold/core/release/explorer';
import { labelled, make, svg } from '../../document/offline-parts.ts';
import { sizeOf } from './bars.ts';
import type { Ground } from './map-ground.ts';
import { mapFigure } from './map.ts';
import { valueText, type Ends, type View } from './view.ts';
import { figureCell } from './figure-cell.ts';
import { words } from './words.ts';

const mostSides = 8;
const mostRows = 15;
const [wide, nameWide, thick] = [760, 220, 10] as const;

/**
 * Where people came from and where they were found, as far as the columns' names tell; else columns of places, and the
 * first two.
 */
export function usualEnds({ columns }: Released, ground: Ground | null): Ends | null {
  const several = columns.flatMap(({ values }, at) => (values.length > 1 ? [at] : []));
  const named = (pattern: RegExp, but = -1) =>
    several.find((at) => at !== but && pattern.test(columns[at]?.name ?? ''));
  const placed = (but = -1) => several.find((at) => at !== but && ground?.columns.has(at));
  const from = named(/origin|nationality|citizen|from/i) ?? placed() ?? several[0];
  if (from === undefined) return null;
  const to =
    named(/exploit.*(country|place)|(country|place).*exploit|destination|found/i, from) ??
    placed(from) ??
    several.find((at) => at !== from);
  return to === undefined ? null : { from, to };
}

/** The pairs of two columns' values: a table, and a drawing of the largest. */
export function flowSection(
  view: View,
  ends: Ends,
  now: Filtered,
  change: (ends: Ends) => void,
): HTMLElement {
  const all = flows(view.teller, view.chosen, ends.from, ends.to).toSorted(
    (a, b) => sizeOf(b) - sizeOf(a),
  );
  const section = make(
    'section',
    { 'aria-label': words.flow },
    make('h2', {}, words.flow),
    controls(view, ends, change),
    ...mapFigure(view, { ends, all, now }),
  );
  if (all.length === 0) {
    section.append(make('p', {}, words.noFlow));
    return section;
  }
  const drawn = largest(all);
  section.append(
    make('p', { class: 'soft' }, words.pairs(all.length, drawn.length)),
    make('div', { class: 'flow' }, picture(view, ends, drawn)),
    table(view, ends, all),
  );
  return section;
}

function controls(view: View, ends: Ends, change: (ends: Ends) => void): HTMLElement {
  const choice = (id: 'from' | 'to', other: number) => {
    const select = make('select', { id, 'data-key': id });
    for (const [at, { name, values }] of view.released.columns.entries()) {
      if (values.length < 2 || at === other) continue;
      const option = make('option', { value: String(at) }, name);
      option.selected = at === ends[id];
      select.append(option);
    }
    select.addEventListener('change', () => change({ ...ends, [id]: Number(select.value) }));
    return labelled(words[id], select);
  };
  const swap = make('button', { type: 'button', class: 'plain', 'data-key': 'swap' }, words.swap);
  swap.addEventListener('click', () => change({ from: ends.to, to: ends.from }));
  return make('div', { class: 'controls' }, choice('from', ends.to), choice('to', ends.from), swap);
}

/** The pairs between the values that have most, as many a side as can be told apart. */
function largest(all: readonly Flow[]): readonly Flow[] {
  const most = (end: 'from' | 'to') => {
    const sums = new Map<number, number>();
    for (const flow of all) sums.set(flow[end], (sums.get(flow[end]) ?? 0) + sizeOf(flow));
    return new Set(
      [...sums]
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, mostSides)
        .map(([code]) => code),
    );
  };
  const [from, to] = [most('from'), most('to')];
  return all.filter((flow) => from.has(flow.from) && to.has(flow.to));
}

function picture(view: View, ends: Ends, drawn: readonly Flow[]): Element {
  const left = stacked(drawn, 'from');
  const right = stacked(drawn, 'to');
  const tall = Math.max(left.tall, right.tall);
  const [inner, outer] = [nameWide + thick, wide - nameWide - thick];
  const middle = (inner + outer) / 2;
  const ribbons = drawn.map((flow) => {
    const [a, b] = [left.place(flow), right.place(flow)];
    const path = `M${inner},${a} C${middle},${a} ${middle},${b} ${outer},${b}`;
    return svg('path', {
      class: `ribbon ${flow.told.kind}`,
      d: path,
      'stroke-width': String(left.width(flow)),
    });
  });
  const names = [
    ...left.blocks.map(({ code, at, size }) => [
      svg('rect', {
        class: 'block',
        x: String(nameWide),
        y: String(at),
        width: String(thick),
        height: String(size),
      }),
      svg(
        'text',
        { x: String(nameWide - 8), y: String(at + size / 2 + 4), 'text-anchor': 'end' },
        short(valueText(view.released, ends.from, code)),
      ),
    ]),
    ...right.blocks.map(({ code, at, size }) => [
      svg('rect', {
        class: 'block',
        x: String(outer),
        y: String(at),
        width: String(thick),
        height: String(size),
      }),
      svg(
        'text',
        { x: String(outer + thick + 8), y: String(at + size / 2 + 4) },
        short(valueText(view.released, ends.to, code)),
      ),
    ]),
  ].flat();
  return svg(
    'svg',
    { viewBox: `0 0 ${wide} ${tall}`, 'aria-hidden': 'true' },
    ...ribbons,
    ...names,
  );
}

/** Where each value's block stands on one side, and where in it each flow begins or ends. */
function stacked(drawn: readonly Flow[], end: 'from' | 'to') {
  const sum = drawn.reduce((total, flow) => total + sizeOf(flow), 0);
  const width = (flow: Flow) => Math.max(1, (300 * sizeOf(flow)) / Math.max(1, sum));
  const places = new Map<Flow, number>();
  const blocks: { readonly code: number; readonly at: number; readonly size: number }[] = [];
  let at = 4;
  for (const code of new Set(drawn.map((flow) => flow[end]))) {
    const begin = at;
    for (const flow of drawn.filter((each) => each[end] === code)) {
      places.set(flow, at + width(flow) / 2);
      at += width(flow);
    }
    const size = at - begin;
    blocks.push({ code, at: begin, size });
    at = begin + Math.max(size, 16) + 6;
  }
  return { blocks, tall: at, width, place: (flow: Flow) => places.get(flow) ?? 0 };
}

function short(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}

function table(view: View, ends: Ends, all: readonly Flow[]): HTMLElement {
  const { released, open } = view;
  const name = (column: number) => released.columns[column]?.name ?? '';
  const whole = open.has(words.flow);
  const rows = (whole ? all : all.slice(0, mostRows)).map(({ from, to, told }) =>
    make(
      'tr',
      {},
      make('td', {}, valueText(released, ends.from, from)),
      make('td', {}, valueText(released, ends.to, to)),
      figureCell(told, released),
    ),
  );
  const head = make(
    'tr',
    {},
    ...[name(ends.from), name(ends.to), 'Count'].map((each) => make('th', { scope: 'col' }, each)),
  );
  const box = make(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words.flowTable },
    make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows)),
  );
  if (all.length <= mostRows) return box;
  const button = make(
    'button',
    { type: 'button', class: 'plain', 'data-key': 'more-flow' },
    whole ? words.fewer : words.more(all.length),
  );
  button.addEventListener('click', () => {
    const others = [...open].filter((each) => each !== words.flow);
    view.change({ open: new Set(whole ? others : [...others, words.flow]) });
  });
  return make('div', {}, box, button);
}
