import type { Filtered, Flow } from '@freehold/core/release/explorer';
import { make } from '../../document/offline-parts.ts';
import { sizeOf } from './bars.ts';
import { mapChoices } from './map-choices.ts';
import { mapDrawing, type Drawing } from './map-drawing.ts';
import type { Ground } from './map-ground.ts';
import { mostLines } from './map-lines.ts';
import { planOf, type Plan } from './map-plan.ts';
import { mapSaves } from './map-save.ts';
import type { Spot, Spots } from './map-spots.ts';
import { mapTable, straysList } from './map-twin.ts';
import { mapWords } from './map-words.ts';
import { chosenText, type Ends, type View } from './view.ts';
import { saidOf } from './words.ts';

/** Where two columns' values and pairs lie: circles for the values of one, lines from one to the other. */
export function mapFigure(
  view: View,
  pairs: { ends: Ends; all: readonly Flow[]; now: Filtered },
): readonly Node[] {
  const { ground, released } = view;
  if (ground === null) return [];
  const name = (column: number) => released.columns[column]?.name ?? '';
  const plan = planOf(view, pairs, ground);
  if (plan === null) {
    const others = [...ground.columns.keys()].map(name).join(', ');
    return [make('p', { class: 'soft' }, mapWords.neither(others))];
  }
  const { placed, found, circles } = plan;
  const drawing = drawingOf(view, ground, plan);
  const { title } = drawing;
  const picture = mapDrawing(view, drawing, view.width);
  const says = saysOf(plan, drawing);
  const sources = mapWords.sources(
    plan.layers.has('places') ? ground.source : null,
    drawing.land.length > 0,
  );
  const measure = [name(circles), chosenText(released, view.chosen)];
  const words = {
    finding: title,
    measure: measure.filter((each) => each !== '').join('; '),
    foot: [...says, sources],
  };
  return [
    make(
      'figure',
      { class: 'map-figure', 'aria-label': title },
      make(
        'figcaption',
        {},
        make('h3', {}, title),
        make('p', { class: 'soft' }, [mapWords.press(name(circles)), ...says].join(' ')),
      ),
      ...(placed.length > 1 ? [mapChoices(view, plan)] : []),
      picture,
      make('p', { class: 'soft' }, `${sources}.`),
      mapSaves(
        picture,
        words,
        [...found].map(([column, of]) => ({ name: name(column), ...of })),
      ),
    ),
    ...placed.flatMap((each) => straysList(view, name(each), found.get(each) ?? none)),
    mapTable(view, name(circles), found.get(circles) ?? none),
  ];
}

const none: Spots = { spots: [], strays: [] };

function drawingOf(view: View, { layers }: Ground, plan: Plan): Drawing {
  const { circles, placed, looked } = plan;
  const { spots } = plan.found.get(circles) ?? none;
  const lines = looked.length === placed.length ? plan.lines.slice(0, mostLines) : [];
  const hasAreas = layers.places.some(({ rings }) => rings.length > 0);
  return {
    ...{ column: circles, spots, lines, shown: plan.shown },
    title: titleOf(view, spots[0]),
    origins: originsOf(
      lines.flatMap(({ from, to }) => [from, to]),
      spots,
    ),
    // Countries are drawn too coarsely to lie under areas of a part of one.
    land: plan.layers.has('world') || !hasAreas ? layers.world : [],
    areas: plan.layers.has('places') ? layers.places : [],
  };
}

function titleOf({ released }: View, largest: Spot | undefined): string {
  if (largest === undefined || sizeOf(largest) === 0) return mapWords.nothing;
  return mapWords.title(largest.label, saidOf(largest.told, released).seen);
}

/** Ends of lines that have no circle. */
function originsOf(ends: readonly Spot[], circles: readonly Spot[]): readonly Spot[] {
  const drawn = new Set(circles.filter(isDrawn).map(({ shape }) => shape));
  const others = new Map(ends.map((spot) => [spot.shape, spot]));
  return [...others.values()].filter(({ shape }) => !drawn.has(shape));
}

function isDrawn({ told }: Spot): boolean {
  return told.kind !== 'few';
}

/** What is drawn, and what is not and where it is told instead. */
function saysOf({ lines, within, unreleased }: Plan, drawing: Drawing): readonly string[] {
  const isWhole = lines.length === 0 || drawing.lines.length > 0;
  return [
    isWhole ? mapWords.lines(drawing.lines.length, lines.length) : mapWords.outside(lines.length),
    mapWords.within(within),
    mapWords.unreleased(unreleased),
    mapWords.hidden(drawing.spots.filter((spot) => !isDrawn(spot)).length),
  ].filter((each) => each !== '');
}
