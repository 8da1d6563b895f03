import { fine, problem, refused, type Outcome } from '../problem.ts';

/** An element without its name's prefix. `line` is where it begins, from 1. */
export type XmlElement = {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, the spaces around it taken off. */
  readonly text: string;
};

/** Deeper than any network is nested; a file beyond it is refused. */
const deepest = 100;

/**
 * Reads XML as data: elements, attributes, text. Nothing is ever looked up elsewhere, and nothing expands: a document
 * type is refused, and so is every entity but XML's own five and numbered characters. Problems, with the line:
 * `xml-broken`, `xml-doctype`, `xml-entity`, `xml-too-deep`. O(length). [GR-21]
 */
export function xmlElement(text: string): Outcome<XmlElement> {
  const found = new Reader(text.replace(/^\uFEFF/, '')).read();
  return 'code' in found ? refused(problem(found.code, {}, { row: found.line })) : fine(found);
}

/** Text as it may stand in an attribute or an element; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replaceAll(notInXml, '\uFFFD')
    .replaceAll(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

// All that XML 1.0 leaves out, halves of pairs too.
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

type Fault = { readonly code: string; readonly line: number };
type Open = {
  readonly full: string;
  readonly name: string;
  readonly line: number;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
};

class Reader {
  readonly #text: string;
  readonly #open: Open[] = [];
  #root: XmlElement | null = null;
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): XmlElement | Fault {
    while (this.#at < this.#text.length) {
      const code = this.#text[this.#at] === '<' ? this.#markup() : this.#words();
      if (code !== null) return { code, line: this.#lineHere() };
    }
    if (this.#root === null || this.#open.length > 0)
      return { code: 'xml-broken', line: this.#lineHere() };
    return this.#root;
  }

  #words(): string | null {
    const next = this.#text.indexOf('<', this.#at);
    const end = next === -1 ? this.#text.length : next;
    const words = plain(this.#text.slice(this.#at, end));
    if (words === null) return 'xml-entity';
    const inside = this.#open.at(-1);
    if (inside !== undefined) inside.text += words;
    else if (words.trim() !== '') return 'xml-broken';
    this.#at = end;
    return null;
  }

  #markup(): string | null {
    if (this.#starts('<!--')) return this.#past('-->');
    if (this.#starts('<?')) return this.#past('?>');
    if (this.#starts('<![CDATA[')) {
      const from = this.#at + 9;
      const broken = this.#past(']]>');
      const inside = this.#open.at(-1);
      if (broken !== null || inside === undefined) return 'xml-broken';
      inside.text += this.#text.slice(from, this.#at - 3);
      return null;
    }
    if (this.#starts('<!')) return 'xml-doctype';
    return this.#starts('</') ? this.#close() : this.#begin();
  }

  #begin(): string | null {
    const line = this.#lineHere();
    const full = this.#match(/<([^\s<>/=&"']+)\s*/y)?.[1];
    if (full === undefined || (this.#root !== null && this.#open.length === 0)) return 'xml-broken';
    const attributes: Record<string, string> = {};
    for (let pair = this.#match(attribute); pair !== null; pair = this.#match(attribute)) {
      const value = plain((pair[2] ?? '').slice(1, -1).replaceAll(/[\t\n\r]/g, ' '));
      if (value === null) return 'xml-entity';
      attributes[local(pair[1] ?? '')] = value;
    }
    const end = this.#match(/(\/?)>/y);
    if (end === null) return 'xml-broken';
    this.#open.push({ full, name: local(full), line, attributes, children: [], text: '' });
    if (this.#open.length > deepest) return 'xml-too-deep';
    if (end[1] === '/') this.#shut();
    return null;
  }

  #close(): string | null {
    const full = this.#match(/<\/([^\s<>/]+)\s*>/y)?.[1];
    if (full === undefined || this.#open.at(-1)?.full !== full) return 'xml-broken';
    this.#shut();
    return null;
  }

  #shut(): void {
    const done = this.#open.pop();
    if (done === undefined) return;
    const { name, line, attributes, children, text } = done;
    const element = { name, line, attributes, children, text: text.trim() };
    const outer = this.#open.at(-1);
    if (outer === undefined) this.#root = element;
    else outer.children.push(element);
  }

  #starts(sign: string): boolean {
    return this.#text.startsWith(sign, this.#at);
  }

  #past(sign: string): string | null {
    const found = this.#text.indexOf(sign, this.#at);
    if (found === -1) return 'xml-broken';
    this.#at = found + sign.length;
    return null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #lineHere(): number {
    for (; this.#counted < this.#at; this.#counted += 1)
      if (this.#text[this.#counted] === '\n') this.#line += 1;
    return this.#line;
  }
}

const attribute = /([^\s<>/=&"']+)\s*=\s*("[^"<]*"|'[^'<]*')\s*/y;
const own: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The text with its entities put in; null where one is none of XML's own. */
function plain(text: string): string | null {
  let unknown = false;
  const read = text.replaceAll(/&([^;&\s]{0,12});?/g, (_, name: string) => {
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const code =
      number === null ? NaN : parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10);
    const sign = code <= 0x10ffff ? String.fromCodePoint(code) : own[name];
    unknown ||= sign === undefined;
    return sign ?? '';
  });
  return unknown ? null : read;
}
