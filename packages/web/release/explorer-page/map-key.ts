import { number } from '@freehold/core/document';
import type { Frame } from '@freehold/core/release/explorer';
import { svg } from '../../document/offline-parts.ts';
import type { Scale } from './map-drawing.ts';
import { mapWords } from './map-words.ts';

/** The strip below the map in which sizes are explained. */
export const keyHeight = 96;

/** What a circle's size and a line's width stand for, as part of the picture. */
export function mapKey(scale: Scale, hasLines: boolean, { width, height }: Frame): Element {
  const middle = height + keyHeight - 38;
  const half = width / 2;
  return svg(
    'g',
    { class: 'key', 'aria-hidden': 'true' },
    svg('line', {
      class: 'rule',
      x1: '0',
      x2: String(width),
      y1: String(height),
      y2: String(height),
    }),
    words(mapWords.size, 4, height + 16),
    ...row(
      roundDown([scale.mostSpot, scale.mostSpot / 4, scale.mostSpot / 25]),
      4,
      half,
      (count, x) => {
        const r = scale.radius(count);
        return [
          svg('circle', {
            class: 'released',
            cx: String(x + r),
            cy: String(middle),
            r: r.toFixed(1),
          }),
          r * 2,
        ];
      },
      middle,
    ),
    ...(hasLines
      ? [
          words(mapWords.width, half + 4, height + 16),
          ...row(
            roundDown([scale.mostLine, scale.mostLine / 5]),
            half + 4,
            width,
            (count, x) => {
              const wide = Math.max(1, (scale.widest * count) / scale.mostLine);
              return [
                svg('path', {
                  class: 'shaft',
                  d: `M${x} ${middle}h28`,
                  'stroke-width': wide.toFixed(1),
                }),
                28,
              ];
            },
            middle,
          ),
        ]
      : []),
  );
}

/** Marks with their numbers, one after the other, as many as have room. */
function row(
  counts: readonly number[],
  from: number,
  to: number,
  mark: (count: number, x: number) => readonly [Element, number],
  middle: number,
): readonly Element[] {
  const all: Element[] = [];
  let x = from;
  for (const count of counts) {
    const [drawn, wide] = mark(count, x);
    const said = number(count);
    const end = x + wide + 5 + said.length * 7 + 14;
    if (end > to) break;
    all.push(drawn, words(said, x + wide + 5, middle + 4));
    x = end;
  }
  return all;
}

/** Numbers of one digit that say much, and each once: 987 becomes 900. */
function roundDown(counts: readonly number[]): readonly number[] {
  const round = counts.map((count) => {
    const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
    return Math.max(1, Math.floor(count / power) * power);
  });
  return [...new Set(round)];
}

function words(text: string, x: number, y: number): Element {
  return svg('text', { x: String(x), y: String(y), 'font-size': '12' }, text);
}
