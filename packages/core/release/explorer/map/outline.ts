/** Longitude and latitude, in degrees of WGS 84. */
export type Position = readonly [number, number];
/** A closed line: its last position is its first. */
export type Ring = readonly Position[];

/**
 * A ring without positions that hardly show: the corner that spans the smallest triangle goes first, until every corner
 * spans at least `area` square degrees. What is left is closed and has three corners or more, or is null where the whole
 * ring spans less. Rings that share a border keep sharing it but for its ends.
 *
 * Source: Visvalingam & Whyatt, Line generalisation by repeated elimination of points (1993).
 */
export function simplified(ring: Ring, area: number): Ring | null {
  const open = ring.slice(0, -1);
  const before = open.map((_, at) => (at + open.length - 1) % open.length);
  const after = open.map((_, at) => (at + 1) % open.length);
  const spanned = (at: number) => triangle(open[before[at] ?? 0], open[at], open[after[at] ?? 0]);
  const heap = new Heap(open.map((_, at) => [spanned(at), at]));
  const gone = new Set<number>();
  for (let least = heap.take(); least !== null; least = heap.take()) {
    const [size, at] = least;
    if (gone.has(at) || size !== spanned(at)) continue;
    if (size >= area || open.length - gone.size <= 3) break;
    gone.add(at);
    const [left, right] = [before[at] ?? 0, after[at] ?? 0];
    after[left] = right;
    before[right] = left;
    heap.add([spanned(left), left]);
    heap.add([spanned(right), right]);
  }
  const kept = open.filter((_, at) => !gone.has(at));
  const [first] = kept;
  if (first === undefined || Math.abs(areaOf([...kept, first])) < area) return null;
  return [...kept, first];
}

/** Square degrees within a ring; positive where it turns anticlockwise. */
export function areaOf(ring: Ring): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

/**
 * A position within the largest of some rings: the middle of its widest stretch at one of a few latitudes, the one in the
 * middle of it preferred.
 */
export function inside(rings: readonly Ring[]): Position {
  const largest = rings.reduce<Ring>(
    (best, ring) => (Math.abs(areaOf(ring)) > Math.abs(areaOf(best)) ? ring : best),
    rings[0] ?? [],
  );
  const latitudes = largest.map(([, y]) => y);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const stretches = [0.5, 0.42, 0.58, 0.34, 0.66].map((share) => {
    // A hair beside what positions are rounded to, so that no line runs along a border.
    const y = south + (north - south) * (share + 1e-6);
    const [from, to] = widest(largest, y);
    return { y, x: (from + to) / 2, wide: to - from };
  });
  const best = stretches.reduce((one, other) => (other.wide > one.wide * 1.25 ? other : one));
  return [best.x, best.y];
}

/** Whether a position lies within a ring, by how often a line to the east of it crosses the ring. */
export function isInside(ring: Ring, [x, y]: Position): boolean {
  return crossings(ring, y).filter((each) => each > x).length % 2 === 1;
}

function widest(ring: Ring, y: number): readonly [number, number] {
  const rising = crossings(ring, y).toSorted((a, b) => a - b);
  let best: readonly [number, number] = [ring[0]?.[0] ?? 0, ring[0]?.[0] ?? 0];
  for (let at = 1; at < rising.length; at += 2) {
    const [from = 0, to = 0] = [rising[at - 1], rising[at]];
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  return best;
}

/** Where a ring crosses a latitude. */
function crossings(ring: Ring, y: number): readonly number[] {
  return ring.flatMap(([x2, y2], at) => {
    const [x1, y1] = ring[at - 1] ?? [x2, y2];
    return y1 > y === y2 > y ? [] : [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)];
  });
}

function triangle(a: Position = [0, 0], b: Position = [0, 0], c: Position = [0, 0]): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
}

type Sized = readonly [size: number, at: number];

/** The smallest first. */
class Heap {
  readonly #all: Sized[] = [];

  constructor(all: readonly Sized[]) {
    for (const each of all) this.add(each);
  }

  add(added: Sized): void {
    let at = this.#all.length;
    this.#all.push(added);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isLess(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): Sized | null {
    const [least] = this.#all;
    const last = this.#all.pop();
    if (least === undefined || last === undefined) return null;
    if (this.#all.length > 0) this.#all[0] = last;
    for (let at = 0; ;) {
      const below = 2 * at + 1;
      const next = this.#isLess(below + 1, below) ? below + 1 : below;
      if (!this.#isLess(next, at)) return least;
      this.#swap(at, next);
      at = next;
    }
  }

  #isLess(one: number, other: number): boolean {
    const [a, b] = [this.#all[one], this.#all[other]];
    return a !== undefined && b !== undefined && (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]));
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#all[one], this.#all[other]];
    if (a === undefined || b === undefined) return;
    this.#all[one] = b;
    this.#all[other] = a;
  }
}
