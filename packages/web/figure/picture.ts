import { wrapped } from './text.ts';

export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

/**
 * A drawing as an SVG that stands alone: light colours whatever the screen shows, fonts that every
 * system has, its finding and measure above, its caveat and its source below.
 */
export function pictureOf(
  drawing: SVGSVGElement,
  words: {
    readonly finding: string;
    readonly measure: string;
    readonly foot: readonly string[];
  },
): Picture {
  const width = Number(drawing.getAttribute('width')) || 640;
  const height = Number(drawing.getAttribute('height')) || 400;
  const holder = document.createElement('div');
  holder.className = 'reader';
  holder.style.cssText = 'position:absolute;left:-99999px;top:0;color:var(--ink)';
  const copy = cloned(drawing);
  holder.append(copy);
  document.body.append(holder);
  const ink = inLight(() => {
    fixStyles(copy);
    return getComputedStyle(holder).color;
  });
  holder.remove();
  return framed(copy, { width, height, ink, ...words });
}

/** @throws Error when the browser cannot draw the picture. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the person. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const sharpness = 2;
const margin = 20;
const svgSpace = 'http://www.w3.org/2000/svg';
const systemFonts = "'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif";
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

/** Reads while the whole page is light; nothing is painted in between. */
function inLight<T>(read: () => T): T {
  const page = document.documentElement;
  const theme = page.getAttribute('data-theme');
  page.setAttribute('data-theme', 'light');
  try {
    return read();
  } finally {
    if (theme === null) page.removeAttribute('data-theme');
    else page.setAttribute('data-theme', theme);
  }
}

function cloned(drawing: SVGSVGElement): SVGSVGElement {
  const copy = document.importNode(drawing, true);
  copy.setAttribute('xmlns', svgSpace);
  return copy;
}

function fixStyles(copy: SVGSVGElement): void {
  for (const mark of copy.querySelectorAll('[data-screen-only], style')) mark.remove();
  const elements = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  // All styles are read before any class goes: a child's may hang on its parent's class.
  const styles = elements.map((element) => {
    const style = getComputedStyle(element);
    return kept.map((name) => [name, style.getPropertyValue(name)] as const);
  });
  elements.forEach((element, index) => {
    for (const name of ['style', 'class', 'tabindex', 'role']) element.removeAttribute(name);
    // Each as an attribute of its own: the pages' policy lets no element carry a style as text.
    for (const [name, value] of styles[index] ?? []) element.setAttribute(name, value);
    element.setAttribute('font-family', systemFonts);
  });
}

function framed(
  copy: SVGSVGElement,
  {
    width,
    height,
    ink,
    finding,
    measure,
    foot: below,
  }: {
    width: number;
    height: number;
    ink: string;
    finding: string;
    measure: string;
    foot: readonly string[];
  },
): Picture {
  const head = [
    ...wrapped(finding, { width, size: 20, lines: 3 }).map((line) => ({
      line,
      size: 20,
      weight: 700,
    })),
    ...wrapped(measure, { width, size: 14, lines: 2 }).map((line) => ({
      line,
      size: 14,
      weight: 400,
    })),
  ];
  const foot = below.flatMap((line) => wrapped(line, { width, size: 13, lines: 4 }));
  const top = margin + head.reduce((sum, { size }) => sum + size * 1.35, 0) + 8;
  const whole = document.createElementNS(svgSpace, 'svg');
  const [w, h] = [width + 2 * margin, top + height + foot.length * 17 + margin];
  setAll(whole, { xmlns: svgSpace, width: w, height: h, viewBox: `0 0 ${w} ${h}` });
  whole.append(make('rect', { width: w, height: h, fill: '#ffffff' }));
  let y = margin;
  for (const { line, size, weight } of head) {
    y += size * 1.35;
    const at = {
      x: margin,
      y: y - size * 0.35,
      'font-size': size,
      'font-weight': weight,
      fill: ink,
    };
    whole.append(make('text', { ...at, 'font-family': systemFonts }, line));
  }
  setAll(copy, { x: margin, y: top, width, height });
  whole.append(copy);
  foot.forEach((line, i) => {
    const at = { x: margin, y: top + height + 14 + i * 17, 'font-size': 12, fill: ink };
    whole.append(make('text', { ...at, 'font-family': systemFonts }, line));
  });
  return { svg: new XMLSerializer().serializeToString(whole), width: w, height: h };
}

function make(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(svgSpace, name);
  setAll(element, attributes);
  element.textContent = text;
  return element;
}

function setAll(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
