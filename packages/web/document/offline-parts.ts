// What pages that are one file build themselves from. Text goes in as text and attributes as attributes, never as HTML.

const svgSpace = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string>>;

/** An HTML element with its attributes and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An SVG element with its attributes and children. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An input, which has an id, with its label around it. */
export function labelled(words: string, input: HTMLElement): HTMLElement {
  return make('label', { for: input.id }, `${words} `, input);
}
