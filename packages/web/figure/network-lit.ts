import type Sigma from 'sigma';
import type { NetworkColours } from './network-colours.ts';
import type { NetworkDrawing } from './network.ts';

/** What of a network stands out: all else is drawn pale. Null: nothing does, and all is drawn alike. */
export type Lit = { readonly node: string | null; readonly around: ReadonlySet<string> } | null;

/**
 * Keeps a sheet over the map on which what stands out is drawn, over a veil that pales all else. The map below stays as
 * it is: to colour thousands of ties anew at every selection would hold the page up.
 */
export class LitSheet {
  readonly #sigma: Sigma;
  readonly #sheet: CanvasRenderingContext2D | null;
  readonly #colours: NetworkColours;
  readonly #drawing: NetworkDrawing;
  #lit: Lit = null;
  #ties: readonly (readonly [string, string])[] = [];

  constructor(sigma: Sigma, drawing: NetworkDrawing, colours: NetworkColours) {
    this.#sigma = sigma;
    this.#drawing = drawing;
    this.#colours = colours;
    const canvas = sigma.createCanvas('lit', { afterLayer: 'labels' });
    canvas.style.pointerEvents = 'none';
    this.#sheet = canvas.getContext('2d');
    sigma.on('afterRender', () => this.#draw());
  }

  /** Brings out what is given, and lets go of what was lit before. */
  show(lit: Lit): void {
    this.#lit = lit;
    this.#ties = lit === null ? [] : tiesOf(this.#drawing, lit);
    this.#draw();
  }

  #draw(): void {
    const [sheet, lit] = [this.#sheet, this.#lit];
    if (sheet === null) return;
    const { width, height } = this.#sigma.getDimensions();
    fit(sheet, width, height);
    sheet.clearRect(0, 0, width, height);
    if (lit === null) return;
    sheet.globalAlpha = 0.8;
    sheet.fillStyle = this.#colours.paper;
    sheet.fillRect(0, 0, width, height);
    sheet.globalAlpha = 1;
    this.#drawTies(sheet);
    for (const id of lit.around) this.#drawMark(sheet, id, id === lit.node);
    this.#drawNames(sheet, lit);
  }

  #drawTies(sheet: CanvasRenderingContext2D): void {
    sheet.strokeStyle = this.#colours.tie;
    sheet.lineWidth = 1;
    sheet.beginPath();
    for (const [source, target] of this.#ties) {
      const [from, to] = [this.#spot(source), this.#spot(target)];
      if (from === null || to === null) continue;
      sheet.moveTo(from.x, from.y);
      sheet.lineTo(to.x, to.y);
    }
    sheet.stroke();
  }

  #drawMark(sheet: CanvasRenderingContext2D, id: string, chosen: boolean): void {
    const spot = this.#spot(id);
    if (spot === null) return;
    sheet.fillStyle = chosen ? this.#colours.lit : spot.colour;
    sheet.beginPath();
    sheet.arc(spot.x, spot.y, Math.max(spot.radius, chosen ? 4 : 2), 0, 2 * Math.PI);
    sheet.fill();
  }

  /** The chosen one's name, and of few others those that fit beside it and each other. */
  #drawNames(sheet: CanvasRenderingContext2D, { node, around }: NonNullable<Lit>): void {
    const others = around.size <= 25 ? [...around].filter((id) => id !== node) : [];
    const taken: DOMRect[] = [];
    sheet.lineWidth = 3;
    sheet.strokeStyle = this.#colours.paper;
    sheet.fillStyle = this.#colours.ink;
    for (const id of node === null ? others : [node, ...others]) {
      const spot = this.#spot(id);
      if (spot === null || spot.label === '') continue;
      sheet.font = `${id === node ? 600 : 400} 13px 'Source Sans 3 Variable', sans-serif`;
      const [x, y] = [spot.x + spot.radius + 4, spot.y + 4];
      const box = new DOMRect(x, y - 12, sheet.measureText(spot.label).width, 16);
      if (taken.some((other) => collide(box, other))) continue;
      taken.push(box);
      sheet.strokeText(spot.label, x, y);
      sheet.fillText(spot.label, x, y);
    }
  }

  #spot(id: string) {
    const data = this.#sigma.getNodeDisplayData(id);
    if (data === undefined) return null;
    const { x, y } = this.#sigma.framedGraphToViewport(data);
    const radius = this.#sigma.scaleSize(data.size);
    return { x, y, radius, colour: data.color, label: data.label ?? '' };
  }
}

/** The ties to draw: a node's own, or those within a group. */
function tiesOf({ marks, lines }: NetworkDrawing, lit: NonNullable<Lit>) {
  return lines.flatMap(({ from, to }): (readonly [string, string])[] => {
    const [source, target] = [marks[from]?.id ?? '', marks[to]?.id ?? ''];
    const bright =
      lit.node === null
        ? lit.around.has(source) && lit.around.has(target)
        : lit.node === source || lit.node === target;
    return bright ? [[source, target]] : [];
  });
}

function collide(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/** As large as the map, at the screen's own fineness. */
function fit(sheet: CanvasRenderingContext2D, width: number, height: number): void {
  const fine = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * fine), Math.round(height * fine)];
  if (sheet.canvas.width !== across || sheet.canvas.height !== down) {
    sheet.canvas.width = across;
    sheet.canvas.height = down;
    sheet.canvas.style.width = `${width}px`;
    sheet.canvas.style.height = `${height}px`;
  }
  sheet.setTransform(fine, 0, 0, fine, 0, 0);
}
