import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelsFor, labelSize, type Labelled } from './map-labels.ts';

const room = { width: 390, height: 460, most: 20, wide: (text: string) => text.length * 7 };

test('a name goes to the side where no other circle is, and stays away where there is none', () => {
  const mark = (x: number, y: number, text: string, radius = 10): Labelled => ({
    at: [x, y],
    radius,
    text,
  });
  const alone = labelsFor([mark(200, 200, 'Leeds')], room);
  expect(alone).toEqual([{ at: [214, 204], anchor: 'start', text: 'Leeds' }]);
  const [beside] = labelsFor([mark(200, 200, 'Leeds'), mark(230, 200, 'York')], room);
  expect(beside).toMatchObject({ anchor: 'end', text: 'Leeds' });
  const hemmed = [
    mark(200, 200, 'Leeds'),
    ...[170, 230].flatMap((x) => [180, 200, 220].map((y) => mark(x, y, ''))),
    ...[180, 220].map((y) => mark(200, y, '')),
  ];
  expect(labelsFor(hemmed, room).filter(({ text }) => text === 'Leeds')).toEqual([]);
});

test('no name lies over a circle or another name, wherever the circles are', () => {
  const marks = fc.array(
    fc.record({
      at: fc.tuple(fc.integer({ min: 0, max: 390 }), fc.integer({ min: 0, max: 460 })),
      radius: fc.integer({ min: 2, max: 34 }),
      text: fc.constantFrom('Leeds 40', 'Greater Manchester 120', 'Kent [c]'),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(marks, (circles) => {
      const boxes = labelsFor(circles, room).map(({ at: [x, y], anchor, text }) => {
        const wide = room.wide(text);
        const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
        return { left, right: left + wide, top: y - labelSize, bottom: y + 4 };
      });
      for (const [at, box] of boxes.entries()) {
        expect(box.left >= 0 && box.right <= 390 && box.top >= 0 && box.bottom <= 460).toBe(true);
        for (const { at: centre, radius } of circles) {
          const [x, y] = centre;
          const nearest = [
            Math.min(Math.max(x, box.left), box.right),
            Math.min(Math.max(y, box.top), box.bottom),
          ] as const;
          expect(Math.hypot(x - nearest[0], y - nearest[1])).toBeGreaterThanOrEqual(radius);
        }
        for (const other of boxes.slice(at + 1))
          expect(
            box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top,
          ).toBe(true);
      }
    }),
  );
});
