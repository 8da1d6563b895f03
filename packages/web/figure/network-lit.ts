import type Sigma from 'sigma';
import type { NetworkColours } from './network-colours.ts';
import { Names } from './network-names.ts';
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
    const { ink, paper } = this.#colours;
    const spots = (node === null ? others : [node, ...others]).flatMap((id) => {
      const spot = this.#spot(id);
      return spot === null ? [] : [{ ...spot, weight: id === node ? 600 : 400 }];
    });
    const names = new Names(sheet);
    names.clear(this.#sigma.getDimensions().width, spots);
    for (const spot of spots) {
      if (spot.label !== '') names.write(spot.label, spot, { ink, paper, weight: spot.weight });
    }
  }

  #spot(id: string) {
    return spotOf(this.#sigma, id);
  }
}

/** Where a mark stands on the map as it is moved now, in pixels. */
export function spotOf(sigma: Sigma, id: string) {
  const data = sigma.getNodeDisplayData(id);
  if (data === undefined) return null;
  const { x, y } = sigma.framedGraphToViewport(data);
  return { x, y, radius: sigma.scaleSize(data.size), colour: data.color, label: data.label ?? '' };
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
