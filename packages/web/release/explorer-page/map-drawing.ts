import { framed, type Frame, type Position, type Shape } from '@freehold/core/release/explorer';
import { svg } from '../../document/offline-parts.ts';
import { sizeOf } from './bars.ts';
import { labelsFor, labelSize } from './map-labels.ts';
import { drawnLine, type Line } from './map-lines.ts';
import { mapKey, keyHeight } from './map-key.ts';
import type { Spot } from './map-spots.ts';
import { toggled, type View } from './view.ts';
import { saidOf } from './words.ts';

/** What is drawn: circles of one column, lines between two, on the outlines of countries and places. */
export type Drawing = {
  readonly column: number;
  readonly spots: readonly Spot[];
  readonly lines: readonly Line[];
  /** Places that lines come from and that have no circle. */
  readonly origins: readonly Spot[];
  readonly land: readonly Shape[];
  readonly areas: readonly Shape[];
  /** What has to be in the picture. */
  readonly shown: readonly Position[];
  readonly title: string;
};

export type Scale = {
  /** The largest count of a circle and of a line. */
  readonly mostSpot: number;
  readonly mostLine: number;
  readonly widest: number;
  readonly radius: (count: number) => number;
};

/** The map itself, `width` pixels wide. Places are buttons; one is in the order of the tab key, arrows go on from it. */
export function mapDrawing(view: View, drawing: Drawing, width: number): SVGSVGElement {
  const { spots, lines, origins, title } = drawing;
  const mostHeight = width < 600 ? width * 1.2 : Math.min(660, width * 0.62);
  const frame = framed(drawing.shown, { width, mostHeight });
  const scale = scaleOf(drawing, width);
  const drawn = spots.filter(({ told }) => told.kind !== 'few');
  const radii = new Map(spots.map((spot) => [spot.shape, scale.radius(sizeOf(spot))]));
  const labels = labelsFor(
    drawn.map((spot) => ({
      at: frame.at(spot.shape.at),
      radius: scale.radius(spot.told.kind === 'released' ? spot.told.high : sizeOf(spot)),
      text: `${spot.label} ${saidOf(spot.told, view.released).seen}`,
    })),
    { width, height: frame.height, most: width < 600 ? 6 : 14, wide: textWidth },
  );
  const height = frame.height + keyHeight;
  const picture = svg(
    'svg',
    {
      ...{ viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height) },
      ...{ role: 'group', 'aria-label': title, class: 'map' },
    },
    // A picture within the picture: what lies beyond its edge is cut off.
    svg(
      'svg',
      { width: String(width), height: String(frame.height) },
      ...grounds(drawing, frame),
      ...lines.map((line) => lineMark(line, frame, scale, radii.get(line.to.shape) ?? 0)),
      ...origins.map(({ shape }) => dot(frame, shape)),
      ...drawn.map((spot) => place(view, drawing, spot, frame, scale)),
      ...labels.map(({ at: [x, y], anchor, text }) =>
        svg(
          'text',
          {
            ...{ class: 'label', x: x.toFixed(1), y: y.toFixed(1) },
            ...{ 'text-anchor': anchor, 'font-size': String(labelSize), 'aria-hidden': 'true' },
          },
          text,
        ),
      ),
    ),
    mapKey(scale, lines.length > 0, frame),
  );
  picture.addEventListener('keydown', (event) => walked(event, picture));
  return picture;
}

let ruler: CanvasRenderingContext2D | null = null;

/** How wide a label is in the font of this browser. */
function textWidth(text: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) return text.length * labelSize * 0.6;
  ruler.font = `${labelSize}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

function scaleOf({ spots, lines }: Drawing, width: number): Scale {
  const mostSpot = Math.max(
    1,
    ...spots.map(({ told }) => (told.kind === 'released' ? told.high : sizeOf({ told }))),
  );
  const mostLine = Math.max(1, ...lines.map(({ flow }) => sizeOf(flow)));
  const largest = Math.min(34, Math.max(20, width / 28));
  const radius = (count: number) =>
    count <= 0 ? 0 : Math.max(2, largest * Math.sqrt(count / mostSpot));
  return { mostSpot, mostLine, widest: largest / 3, radius };
}

function grounds({ land, areas, spots }: Drawing, frame: Frame): readonly Element[] {
  const chosen = new Set(spots.filter(({ on }) => on).map(({ shape }) => shape));
  const outline = (name: string) => (shape: Shape) =>
    shape.rings.length === 0
      ? []
      : [
          svg('path', {
            ...{ class: chosen.has(shape) ? `${name} on` : name, d: pathOf(shape, frame) },
            ...{ 'fill-rule': 'evenodd', 'aria-hidden': 'true' },
          }),
        ];
  return [...land.flatMap(outline('land')), ...areas.flatMap(outline('area'))];
}

function pathOf({ rings }: Shape, frame: Frame): string {
  return rings
    .map((ring) => {
      const points = ring.map((position) =>
        frame
          .at(position)
          .map((each) => each.toFixed(1))
          .join(' '),
      );
      return `M${points.join('L')}Z`;
    })
    .join('');
}

function lineMark(
  line: Line,
  frame: Frame,
  { mostLine: most, widest }: Scale,
  radius: number,
): Element {
  const { path, head, width } = drawnLine(line, frame, { most, widest, radius });
  return svg(
    'g',
    {
      class: 'line',
      'aria-hidden': 'true',
      'data-from': line.from.label,
      'data-to': line.to.label,
    },
    svg('path', { class: 'shaft', d: path, 'stroke-width': width.toFixed(1) }),
    svg('path', { class: 'head', d: head }),
  );
}

function dot(frame: Frame, { at }: Shape): Element {
  const [x, y] = frame.at(at);
  return svg('circle', {
    ...{ class: 'origin', cx: x.toFixed(1), cy: y.toFixed(1), r: '2.5', 'aria-hidden': 'true' },
  });
}

function place(
  view: View,
  { column, spots }: Drawing,
  spot: Spot,
  frame: Frame,
  { radius }: Scale,
): Element {
  const { code, label, told, on, shape } = spot;
  const [cx, cy] = frame.at(shape.at).map((each) => each.toFixed(1));
  const circle = (name: string, count: number) =>
    svg('circle', { class: name, cx: cx ?? '', cy: cy ?? '', r: radius(count).toFixed(1) });
  const said = saidOf(told, view.released);
  const mark = svg(
    'g',
    {
      ...{ class: on ? 'place on' : 'place', role: 'button', 'aria-pressed': String(on) },
      ...{
        'aria-label': `${label}: ${said.aloud}`,
        'data-key': `map-${code}`,
        'data-label': label,
      },
      tabindex: spot === spots[0] ? '0' : '-1',
    },
    svg('title', {}, `${label}: ${said.seen}${said.ends === '' ? '' : ` (${said.ends})`}`),
    ...(told.kind === 'released' && told.high > told.count ? [circle('most', told.high)] : []),
    circle(told.kind, sizeOf({ told })),
  );
  const press = () => view.change({ chosen: toggled(view.chosen, column, code) });
  mark.addEventListener('click', press);
  mark.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press();
  });
  for (const [event, lit] of [
    ['pointerenter', true],
    ['pointerleave', false],
    ['focus', true],
    ['blur', false],
  ] as const)
    mark.addEventListener(event, () => light(mark, lit ? label : null));
  return mark;
}

/** Lines that neither begin nor end in a place step back while it is looked at. */
function light(mark: Element, label: string | null): void {
  for (const line of mark.parentElement?.querySelectorAll('.line') ?? []) {
    const ends = [line.getAttribute('data-from'), line.getAttribute('data-to')];
    line.classList.toggle('dim', label !== null && !ends.includes(label));
  }
}

/** Arrows, Home and End go through the places, which stand by size. */
function walked(event: KeyboardEvent, picture: Element): void {
  const places = [...picture.querySelectorAll<SVGGElement>('.place')];
  const at = places.findIndex((each) => each === document.activeElement);
  const to = nextPlace(event.key, at, places.length);
  const next = to === null ? undefined : places[to];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  for (const each of places) each.setAttribute('tabindex', each === next ? '0' : '-1');
  next.focus();
}

function nextPlace(key: string, at: number, length: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, length - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}
