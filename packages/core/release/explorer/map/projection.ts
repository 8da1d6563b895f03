import type { Position } from './outline.ts';

/** Across and down, in pixels. */
export type Point = readonly [number, number];

/** How a part of the world lies in a picture `width` wide and `height` high. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly at: (position: Position) => Point;
};

/** Degrees across beyond which a part of the world is drawn as one of the globe. */
const wide = 70;

/**
 * Fits positions into a picture, with room around them: in Natural Earth's projection where they reach around the world,
 * else with degrees of latitude and, in their middle, of longitude at one scale. A single position gets two degrees around it, a
 * parish its two kilometres.
 */
export function framed(
  shown: readonly Position[],
  { width, mostHeight, room = 0.08 }: { width: number; mostHeight: number; room?: number },
): Frame {
  const [west, east] = ends(shown.map(([x]) => x));
  const [south, north] = ends(shown.map(([, y]) => y));
  const project = east - west > wide ? naturalEarth : plateCarree((south + north) / 2);
  const points = shown.map(project);
  const [left, right] = ends(points.map(([x]) => x));
  const [top, bottom] = ends(points.map(([, y]) => -y));
  const alone = right === left && bottom === top;
  const least = radians(alone ? 2 : 0.02);
  const [across, down] = [Math.max(right - left, least), Math.max(bottom - top, least)];
  const inner = 1 - 2 * room;
  const scale = Math.min((width * inner) / across, (mostHeight * inner) / down);
  const height = Math.min(mostHeight, Math.max((down * scale) / inner, width * 0.45));
  const middle = [(left + right) / 2, (top + bottom) / 2] as const;
  const at = (position: Position): Point => {
    const [x, y] = project(position);
    return [width / 2 + (x - middle[0]) * scale, height / 2 + (-y - middle[1]) * scale];
  };
  return { width, height, at };
}

/**
 * Natural Earth's projection, in radians: a compromise that is neither equal in area nor in angle, and easy on the eye.
 *
 * Source: Šavrič, Jenny, Patterson, Petrovič & Hurni, A polynomial equation for the Natural Earth projection (2011).
 */
export function naturalEarth([longitude, latitude]: Position): Point {
  const [x, y] = [radians(longitude), radians(latitude)];
  const y2 = y * y;
  const y4 = y2 * y2;
  return [
    x * (0.8707 - 0.131979 * y2 + y4 * (-0.013791 + y4 * (0.003971 * y2 - 0.001529 * y4))),
    y * (1.007226 + y2 * (0.015085 + y4 * (-0.044475 + 0.028874 * y2 - 0.005916 * y4))),
  ];
}

function plateCarree(middle: number): (position: Position) => Point {
  const narrower = Math.cos(radians(middle));
  return ([longitude, latitude]) => [radians(longitude) * narrower, radians(latitude)];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function ends(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
