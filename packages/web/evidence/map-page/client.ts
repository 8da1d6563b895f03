import {
  bubbleRadius,
  choicesOf,
  doneByRow,
  filtered,
  gapMap,
  mapFinding,
  mapKinds,
  noFilter,
  rowsBy,
  strengthOf,
  strengths,
  type MapCell,
  type MapFilter,
  type MapKind,
  type MapPage,
  type MapStudy,
} from '@freehold/core/evidence';
import {
  actingWords,
  cellWords,
  confidenceWords,
  findingWords,
  flagWords,
  kindWords,
  strengthWords,
} from '../map-words.ts';
import { labelled, make, svg } from '../../document/offline-parts.ts';

// The script of a map that was saved as one file. It reads what stands in the file and asks no network for anything.

const held = document.querySelector('#data')?.textContent ?? 'null';
const page = JSON.parse(held) as MapPage;
const main = document.querySelector('main') ?? document.body;

let kind: MapKind = 'interventions';
let filter: MapFilter = noFilter;
let at = 0;
let open: { readonly row: string; readonly column: string } | null = null;

const says = make('p', { role: 'status' });
const acting = make('p', {});
const figure = make('div', { class: 'scroll' });
const detail = make('section', { 'aria-label': 'Studies of the cell' });
main.append(controls(), says, acting, figure, key(), detail);
draw();

function draw(): void {
  const studies = filtered(page.studies, filter);
  const rows = page.frame.rows[kind];
  const cells = gapMap(studies, rows, page.frame.columns, rowsBy[kind], page.rule);
  const done = doneByRow(page.done, kind);
  const finding = mapFinding(cells, done);
  says.textContent = `${findingWords(finding)}. ${studies.length} of ${page.studies.length} studies kept.`;
  acting.textContent = actingWords(
    finding,
    (row) => rows.find(({ code }) => code === row)?.label ?? row,
  );
  at = Math.min(at, Math.max(cells.length - 1, 0));
  figure.replaceChildren(grid(cells, done));
  const chosen = cells.find(({ row, column }) => row === open?.row && column === open.column);
  detail.replaceChildren(...(chosen === undefined ? [] : cellDetail(chosen, studies, done)));
}

type Done = ReturnType<typeof doneByRow>;

function grid(cells: readonly MapCell[], done: Done): HTMLElement {
  const { columns } = page.frame;
  const most = Math.max(...cells.map(({ studies }) => studies.length), 1);
  const table = make('table', { role: 'grid', 'aria-label': 'Evidence and gap map' });
  const head = make('tr', {}, make('th', { scope: 'col' }, kindWords[kind][1]));
  head.append(...columns.map(({ label }) => make('th', { scope: 'col' }, label)));
  const body = page.frame.rows[kind].map(({ code, label }, row) => {
    const ours = done.get(code) ?? [];
    const name = make('th', { scope: 'row' }, label);
    if (ours.length > 0) name.append(' ', make('span', { class: 'ours' }, String(ours.length)));
    const line = make('tr', {}, name);
    columns.forEach((column, i) => {
      const index = row * columns.length + i;
      const cell = cells[index];
      if (cell === undefined) return;
      const box = make('td', {
        ...{ role: 'gridcell', 'data-cell': String(index), tabindex: index === at ? '0' : '-1' },
        ...(ours.length > 0 && { class: 'acted' }),
      });
      const says = `${label}, ${column.label}: ${cellWords(cell, ours)}`;
      box.append(make('span', { class: 'unseen' }, says), ...marks(cell, most));
      box.addEventListener('click', () => pick(index, cell));
      line.append(box);
    });
    return line;
  });
  table.append(make('thead', {}, head), make('tbody', {}, ...body));
  table.addEventListener('keydown', (event) => press(event, cells));
  return table;
}

function marks(cell: MapCell, most: number): readonly Node[] {
  const n = cell.studies.length;
  const hidden = { 'aria-hidden': 'true' };
  if (n === 0) return [make('span', hidden, '–')];
  const round = {
    cx: '20',
    cy: '20',
    r: String(bubbleRadius(n, most, 19)),
    class: cell.confidence,
  };
  const bubble = svg('svg', { width: '40', height: '40', ...hidden }, svg('circle', round));
  const letters = cell.flags.map((flag) => flagWords[flag][0]).join('');
  return [
    bubble,
    make(
      'span',
      { class: 'says', ...hidden },
      make('b', {}, String(n)),
      ` ${confidenceWords[cell.confidence][1]}`,
    ),
    make('span', { class: 'flags', ...hidden }, letters),
  ];
}

function pick(index: number, { row, column }: MapCell): void {
  at = index;
  open = { row, column };
  draw();
  detail.scrollIntoView({ block: 'nearest' });
  focusCell(at);
}

function focusCell(index: number): void {
  figure.querySelector<HTMLElement>(`[data-cell="${index}"]`)?.focus({ preventScroll: true });
}

function press(event: KeyboardEvent, cells: readonly MapCell[]): void {
  const wide = page.frame.columns.length;
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowRight: 1, ArrowLeft: -1, ArrowDown: wide, ArrowUp: -wide },
  };
  const cell = cells[at];
  const step = steps[event.key];
  if ((event.key === 'Enter' || event.key === ' ') && cell !== undefined) pick(at, cell);
  else if (step !== undefined && cells[at + step] !== undefined) {
    figure.querySelector(`[data-cell="${at}"]`)?.setAttribute('tabindex', '-1');
    at += step;
    const next = figure.querySelector<HTMLElement>(`[data-cell="${at}"]`);
    next?.setAttribute('tabindex', '0');
    next?.focus();
  } else return;
  event.preventDefault();
}

function cellDetail(cell: MapCell, studies: readonly MapStudy[], done: Done): readonly Node[] {
  const ids = new Set(cell.studies);
  const label = (items: readonly { code: string; label: string }[], code: string) =>
    items.find((each) => each.code === code)?.label ?? code;
  const ours = done.get(cell.row) ?? [];
  const title = `${label(page.frame.rows[kind], cell.row)} and ${label(page.frame.columns, cell.column).toLowerCase()}`;
  const list = studies
    .filter(({ id }) => ids.has(id))
    .map(({ title: name, year, countries, design, sms }) =>
      make(
        'li',
        {},
        make('b', {}, name),
        ` ${[year ?? 'no year', countries.join(', '), design, sms === null ? 'not graded' : `grade ${sms}`].filter((part) => part !== '').join(' · ')}`,
      ),
    );
  return [
    make('h2', {}, title),
    make('p', {}, cellWords(cell, ours)),
    make('p', {}, ours.map(({ name }) => name).join('; ')),
    make('ol', {}, ...list),
  ];
}

function controls(): HTMLElement {
  const rows = make('select', { id: 'rows' });
  rows.append(...mapKinds.map((each) => make('option', { value: each }, kindWords[each][0])));
  rows.addEventListener('change', () => {
    kind = mapKinds.find((each) => each === rows.value) ?? kind;
    open = null;
    draw();
  });
  const words = make('input', { id: 'words', type: 'search' });
  words.addEventListener('input', () => change({ words: words.value }));
  const years = (['from', 'to'] as const).map((end) => {
    const input = make('input', { id: end, type: 'number' });
    input.addEventListener('input', () =>
      change({ [end]: /^\d{4}$/.test(input.value) ? Number(input.value) : null }),
    );
    return labelled(end === 'from' ? 'From year' : 'To year', input);
  });
  return make(
    'div',
    { class: 'controls' },
    labelled('Rows', rows),
    labelled('Words of the title', words),
    ...years,
    ticks(
      'Strength',
      (study) => [strengthOf(study)],
      (chosen) => change({ strengths: strengths.filter((each) => chosen.includes(each)) }),
    ),
    ticks(
      'Country',
      ({ countries }) => countries,
      (countries) => change({ countries }),
    ),
    ticks(
      'Design',
      ({ design }) => [design],
      (designs) => change({ designs }),
    ),
    ticks(
      'People',
      ({ populations }) => populations,
      (populations) => change({ populations }),
    ),
    ticks(
      'Setting',
      ({ setting }) => [setting],
      (settings) => change({ settings }),
    ),
    ticks(
      'Form of exploitation',
      ({ exploitation }) => exploitation,
      (exploitation) => change({ exploitation }),
    ),
  );
}

function change(part: Partial<MapFilter>): void {
  filter = { ...filter, ...part };
  draw();
}

function ticks(
  legend: string,
  of: (study: MapStudy) => readonly string[],
  onChange: (chosen: readonly string[]) => void,
): HTMLElement {
  const chosen = new Set<string>();
  const boxes = choicesOf(page.studies, of).map(({ value, n }) => {
    const input = make('input', { type: 'checkbox', value });
    input.addEventListener('change', () => {
      if (input.checked) chosen.add(value);
      else chosen.delete(value);
      onChange([...chosen]);
    });
    return make('label', {}, input, ` ${wordsOf(value)} (${n})`);
  });
  return make('details', {}, make('summary', {}, legend), ...boxes);
}

function wordsOf(value: string): string {
  const strength = strengths.find((each) => each === value);
  return strength === undefined ? value : strengthWords[strength];
}

function key(): HTMLElement {
  const gaps = Object.values(flagWords).map(([letter, name, meaning]) =>
    make('li', {}, make('b', {}, `${letter} ${name}`), `: ${meaning}`),
  );
  return make(
    'section',
    {},
    make('p', {}, 'A bubble’s area is the number of studies; its shade and word the confidence.'),
    make('ul', { class: 'key' }, ...gaps),
  );
}
