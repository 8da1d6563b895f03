/** Where a mark stands on a sheet, in pixels. */
export type Spot = { readonly x: number; readonly y: number; readonly radius: number };

type Box = { readonly left: number; readonly right: number; readonly y: number };
type Look = { readonly ink: string; readonly paper: string; readonly weight?: number };

const [gap, tall, size] = [4, 16, 13];

/**
 * Writes names beside marks: on the right or on the left, rather where they cover no other mark. A name that leaves the sheet
 * on both sides is cut; one that would lie over another is left out. An edge of paper keeps them legible over ties.
 */
export class Names {
  readonly #sheet: CanvasRenderingContext2D;
  #width = 0;
  #marks: readonly Spot[] = [];
  #taken: Box[] = [];

  constructor(sheet: CanvasRenderingContext2D) {
    this.#sheet = sheet;
  }

  /** Begins an empty sheet, so wide, with these marks on it. */
  clear(width: number, marks: readonly Spot[]): void {
    [this.#width, this.#marks, this.#taken] = [width, marks, []];
  }

  write(name: string, spot: Spot, { ink, paper, weight = 400 }: Look): void {
    const sheet = this.#sheet;
    sheet.font = `${weight} ${size}px 'Source Sans 3 Variable', sans-serif`;
    const { room, sides } = this.#sides(spot, sheet.measureText(name).width);
    const words = room === null ? name : this.#cut(name, room);
    const free = sides.filter((box) => !this.#taken.some((other) => overlap(box, other)));
    const box = free.find((each) => !this.#covers(each, spot)) ?? free[0];
    if (words === '' || box === undefined) return;
    this.#taken.push(box);
    sheet.lineWidth = 3;
    sheet.strokeStyle = paper;
    sheet.fillStyle = ink;
    sheet.strokeText(words, box.left, spot.y + gap);
    sheet.fillText(words, box.left, spot.y + gap);
  }

  /** Where a name may stand; where it fits on neither side, the wider one, and the room there. */
  #sides({ x, y, radius }: Spot, wide: number) {
    const [left, right] = [x - radius - gap, x + radius + gap];
    const [before, after] = [left - gap, this.#width - gap - right];
    const sides = [
      ...(wide <= after ? [{ left: right, right: right + wide, y }] : []),
      ...(wide <= before ? [{ left: left - wide, right: left, y }] : []),
    ];
    if (sides.length > 0) return { room: null, sides };
    const room = Math.max(before, after);
    const box =
      after >= before ? { left: right, right: right + room, y } : { left: gap, right: left, y };
    return { room, sides: [box] };
  }

  #cut(name: string, room: number): string {
    for (let length = name.length - 1; length > 3; length -= 1) {
      const words = `${name.slice(0, length).trimEnd()}…`;
      if (this.#sheet.measureText(words).width <= room) return words;
    }
    return '';
  }

  #covers(box: Box, own: Spot): boolean {
    return this.#marks.some(
      ({ x, y, radius }) =>
        (x !== own.x || y !== own.y) && overlap(box, { left: x - radius, right: x + radius, y }),
    );
  }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < tall;
}
