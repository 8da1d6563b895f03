import {
  filtered,
  Teller,
  type Chosen,
  type ExplorerPage,
  type Filtered,
} from '@freehold/core/release/explorer';
import { csvText, type Cell } from '@freehold/core/table';
import { make } from '../../document/offline-parts.ts';
import { about, legend } from './about.ts';
import { charts } from './bars.ts';
import { combinationSection, type Listing } from './combinations.ts';
import { flowSection, usualEnds } from './flow.ts';
import { groundOf } from './map-ground.ts';
import { chosenText, toggled, valueText, type Changed, type Look, type View } from './view.ts';
import { saidOf, words } from './words.ts';

// The script of a release that is one file. It reads what stands in the file and asks no network for anything.

const held = document.querySelector('#data')?.textContent ?? 'null';
const page = JSON.parse(held) as ExplorerPage;
const { released } = page;
const teller = new Teller(released);
const main = document.querySelector('main') ?? document.body;

let chosen: Chosen = new Map();
let open: ReadonlySet<string> = new Set();
const ground = groundOf(page.atlas);
let look: Look = { circles: null, frame: null };
let ends = usualEnds(released, ground);
let listing: Listing = { search: '', page: 0 };

const says = make('p', { role: 'status', class: 'says' });
const chips = make('div', { class: 'chips' });
const bars = make('div', { class: 'charts' });
const flow = make('div', {});
const list = make('div', {});
main.append(
  make('div', { class: 'now' }, says, chips),
  legend(released),
  bars,
  flow,
  list,
  about(page),
);
draw();

// Only the map has to fit; its names would be too small to read if it were scaled.
let drawnAt = widthNow();
if (ground !== null)
  addEventListener('resize', () => {
    if (widthNow() === drawnAt) return;
    drawnAt = widthNow();
    draw();
  });

function widthNow(): number {
  return Math.max(280, Math.round(main.clientWidth));
}

function draw(): void {
  const key = document.activeElement?.getAttribute('data-key') ?? null;
  const width = widthNow();
  const view: View = { released, teller, chosen, open, ground, look, width, change };
  const now = filtered(teller, chosen);
  const { seen, ends: reach } = saidOf(now.whole, released);
  const text = chosenText(released, chosen);
  says.textContent = words.whole(reach === '' ? seen : `${seen} (${reach})`, text);
  chips.replaceChildren(...chipsOf(now));
  bars.replaceChildren(...charts(view, now));
  flow.replaceChildren(
    ...(ends === null
      ? []
      : [flowSection(view, ends, now, (next) => redrawn(() => (ends = next)))]),
  );
  list.replaceChildren(
    combinationSection(view, listing, (next) => redrawn(() => (listing = next))),
  );
  focusAgain(key);
}

function change(next: Changed): void {
  redrawn(() => {
    if (next.chosen !== undefined) listing = { ...listing, page: 0 };
    chosen = next.chosen ?? chosen;
    open = next.open ?? open;
    look = next.look ?? look;
  });
}

function redrawn(step: () => void): void {
  step();
  draw();
}

function chipsOf(now: Filtered): readonly Node[] {
  const save = make('button', { type: 'button', class: 'plain', 'data-key': 'save' }, words.save);
  save.addEventListener('click', () => saved(now));
  if (chosen.size === 0) return [make('p', { class: 'soft' }, words.nothingChosen), save];
  const each = [...chosen].flatMap(([column, codes]) =>
    codes.map((code) => {
      const value = `${released.columns[column]?.name ?? ''}: ${valueText(released, column, code)}`;
      const chip = make(
        'button',
        { type: 'button', class: 'chip', 'aria-label': `Take out ${value}` },
        `${value} ×`,
      );
      chip.addEventListener('click', () => change({ chosen: toggled(chosen, column, code) }));
      return chip;
    }),
  );
  const clear = make('button', { type: 'button', class: 'plain' }, words.clear);
  clear.addEventListener('click', () => change({ chosen: new Map() }));
  return [make('span', { class: 'soft' }, words.chosen), ...each, clear, save];
}

/** What was pressed is drawn anew; whoever uses a keyboard stays where they were. */
function focusAgain(key: string | null): void {
  if (key === null) return;
  const again = [...document.querySelectorAll<HTMLElement>('[data-key]')].find(
    (each) => each.getAttribute('data-key') === key,
  );
  again?.focus({ preventScroll: true });
  if (again instanceof HTMLInputElement)
    again.setSelectionRange(again.value.length, again.value.length);
}

function saved({ bars: all }: Filtered): void {
  const rows: (readonly Cell[])[] = all.flatMap((column, at) =>
    column.map(({ code, told }) => [
      released.columns[at]?.name ?? '',
      valueText(released, at, code),
      ...(told.kind === 'few' ? [null] : [told.count]),
      ...(told.kind === 'released' ? [told.low, told.high] : [null, null]),
      told.kind === 'few' ? 'hidden' : told.kind,
      chosenText(released, chosen),
    ]),
  );
  const text = csvText([['column', 'value', 'count', 'low', 'high', 'kind', 'chosen'], ...rows]);
  const link = make('a', {
    download: 'counts shown.csv',
    href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })),
  });
  link.click();
  URL.revokeObjectURL(link.href);
}
