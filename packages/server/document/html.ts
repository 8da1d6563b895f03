import {
  day,
  type Block,
  type Item,
  type Paper,
  type Section,
  type Table,
} from '@freehold/core/document';
import { chart } from './chart.ts';
import { escaped } from './escaped.ts';
import { look } from './look.ts';

/**
 * A report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere.
 * On paper it is A4 with a running head and page numbers; a made-up place says so on every page, and so does its
 * marking. [DO-1] [DO-3]
 */
export function html(paper: Paper): string {
  const madeUp = paper.madeUp ? '<p class="made-up">Made-up example</p>' : '';
  const marking = paper.marking === '' ? '' : `<p class="marking">${escaped(paper.marking)}</p>\n`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(paper.title)} – ${escaped(paper.place)}</title>
<style>${look}${paper.marking === '' ? '' : markingLook}${shares}${pages(paper)}</style>
</head>
<body>
<header>
${marking}${madeUp}
<p class="partnership">${escaped(paper.partnership)}</p>
<h1>${escaped(paper.title)}</h1>
<p class="subtitle">${escaped(paper.subtitle)}</p>
</header>
<main>
${paper.sections.map((section, at) => drawn(section, at, paper.sections)).join('\n')}
</main>
${marking}</body>
</html>
`;
}

function drawn({ title, blocks, newPage }: Section, at: number, all: readonly Section[]): string {
  const body = blocks.map(block).join('\n');
  const contents = at === 0 ? contentsOf(all) : '';
  const id = `part-${at + 1}`;
  const shape = newPage === true ? ' class="new-page"' : '';
  // On a narrow screen a wide table scrolls within its section, which the keyboard must reach.
  const wide = blocks.some(({ kind }) => kind === 'table' || kind === 'chart');
  const reach = wide ? ' tabindex="0"' : '';
  return `<section id="${id}"${shape} aria-labelledby="${id}-title"${reach}><h2 id="${id}-title">${escaped(title)}</h2>\n${body}\n</section>${contents}`;
}

function contentsOf(all: readonly Section[]): string {
  const items = all
    .slice(1)
    .map(({ title }, at) => `<li><a href="#part-${at + 2}">${escaped(title)}</a></li>`);
  return `<nav aria-label="Contents"><h2>Contents</h2><ol>${items.join('')}</ol></nav>`;
}

function block(part: Block): string {
  switch (part.kind) {
    case 'heading':
      return `<h3>${escaped(part.text)}${part.aside === undefined || part.aside === '' ? '' : ` <span>${escaped(part.aside)}</span>`}</h3>`;
    case 'lead':
      return `<p class="lead">${escaped(part.text)}</p>`;
    case 'text':
      return `<p>${escaped(part.text)}</p>`;
    case 'note':
      return `<p class="note">${escaped(part.text)}</p>`;
    case 'list':
      return `<ul${part.small === true ? ' class="small"' : ''}>${part.items.map(item).join('\n')}</ul>`;
    case 'facts':
      return `<dl>${part.facts.map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`).join('\n')}</dl>`;
    case 'chart':
      return `<figure><figcaption><strong>${escaped(part.title)}</strong> ${escaped(part.note)}</figcaption>\n${chart(part)}\n</figure>`;
    case 'table':
      return table(part);
  }
}

function item({ lead, text }: Item): string {
  return `<li>${lead === undefined ? '' : `<strong>${escaped(lead)}</strong> `}${escaped(text)}</li>`;
}

function table({ caption, quiet, columns, rows }: Table): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(
    ({ width }) => `<col class="w${Math.max(1, Math.round((width / total) * 100))}">`,
  );
  const figures = columns.map((column) => (column.figures === true ? ' class="figures"' : ''));
  const head = columns.map(
    ({ title }, at) =>
      `<th scope="col"${figures[at] ?? ''}>${title === '' ? '<span class="unseen">Order</span>' : escaped(title)}</th>`,
  );
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, at) => (at === 0 ? `<th scope="row"${figures[at] ?? ''}>${escaped(cell)}</th>` : `<td${figures[at] ?? ''}>${escaped(cell)}</td>`)).join('')}</tr>`,
  );
  return `<table${rows.length <= 8 ? ' class="short"' : ''}><caption${quiet === true ? ' class="unseen"' : ''}>${escaped(caption)}</caption><colgroup>${widths.join('')}</colgroup><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

/** Widths as classes: under the page's policy no element carries a style of its own. */
const shares = Array.from({ length: 100 }, (_, at) => `.w${at + 1}{width:${at + 1}%}`).join('');

/** On paper the marking stands in the margins of every page, so once in the text is enough. */
const markingLook = `
.marking { margin: 0 0 1.5rem; text-align: center; font-weight: 700; letter-spacing: 0.04em; }
body > .marking { margin: 3rem 0 0; }
@media print { .marking { display: none; } }
`;

function pages({ running, madeUp, madeOn, marking }: Paper): string {
  const marked = (where: string) =>
    marking === ''
      ? ''
      : `\n  @${where} { content: ${quoted(marking)}; ${small} font-weight: 700; }`;
  return `
@page {
  size: A4;
  margin: 26mm 21mm 24mm;
  @top-left { content: ${quoted(running)}; ${small} }
  @top-right { content: ${quoted(madeUp ? 'Made-up example' : '')}; ${small} font-weight: 600; }${marked('top-center')}${marked('bottom-center')}
  @bottom-left { content: ${quoted(`Freehold · ${day(madeOn)}`)}; ${small} }
  @bottom-right { content: counter(page) ' of ' counter(pages); ${small} }
}
@page :first { @top-left { content: ''; } }
`;
}

const small = "font: 8.5pt 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; color: #444;";

/** A text as a CSS string that cannot end the style element or the string. */
function quoted(text: string): string {
  return `'${text.replace(/[^\p{L}\p{N} .,:;·()–-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}'`;
}
