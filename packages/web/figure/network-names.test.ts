import { expect, test } from 'vitest';
import { Names, type Spot } from './network-names.ts';

const look = { ink: 'black', paper: 'white' };
const name = 'Lantern Trust';

/** A sheet on which each letter is ten wide, and what was written on it: words and where they begin. */
function sheet(width: number, marks: readonly Spot[] = []) {
  const written: [words: string, left: number][] = [];
  const context = {
    measureText: (words: string) => ({ width: 10 * words.length }),
    strokeText: () => undefined,
    fillText: (words: string, left: number) => written.push([words, left]),
  } as unknown as CanvasRenderingContext2D;
  const names = new Names(context);
  names.clear(width, marks);
  return { names, written };
}
const at = (x: number, y: number): Spot => ({ x, y, radius: 6 });

test('a name stands to the right of its mark, and to the left where the sheet ends', () => {
  const { names, written } = sheet(400);
  names.write(name, at(100, 50), look);
  names.write(name, at(390, 50), look);
  expect(written).toEqual([
    [name, 110],
    [name, 250],
  ]);
});

test('a name goes to the side where it covers no other mark', () => {
  const { names, written } = sheet(400, [at(200, 50), at(260, 55)]);
  names.write(name, at(200, 50), look);
  expect(written).toEqual([[name, 60]]);
});

test('a name that fits on neither side is cut on the wider one', () => {
  const { names, written } = sheet(120);
  names.write(name, at(40, 50), look);
  expect(written).toEqual([['Lante…', 50]]);
});

test('a name that would lie over another is left out, until the sheet is empty again', () => {
  const { names, written } = sheet(250);
  names.write('One', at(100, 50), look);
  names.write('Two', at(120, 60), look);
  expect(written).toEqual([
    ['One', 110],
    ['Two', 80],
  ]);
  names.write('Three', at(105, 55), look);
  expect(written).toHaveLength(2);
  names.clear(250, []);
  names.write('Three', at(105, 55), look);
  expect(written).toHaveLength(3);
});
