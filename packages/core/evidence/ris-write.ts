import type { Reference, ReferenceType } from './reference.ts';

const kinds: Readonly<Record<ReferenceType, string>> = {
  ...{ article: 'JOUR', book: 'BOOK', chapter: 'CHAP', report: 'RPRT', thesis: 'THES' },
  ...{ conference: 'CPAPER', web: 'ELEC', other: 'GEN' },
};

/**
 * Writes references as RIS, which every reference manager reads. What `extra` holds under a tag's name goes back
 * under it; extra columns of a table have no tag and go into notes as "column: value".
 *
 * Holds: what `readRis` makes of it has the same title, authors, year, DOI and abstract.
 */
export function risText(references: readonly Reference[]): string {
  return references.map(recordOf).join('\r\n');
}

type Line = readonly [tag: string, value: string];

function recordOf(reference: Reference): string {
  const { title, authors, year, container, volume, issue, publisher } = reference;
  const [start = '', end = ''] = reference.pages.split(/\s*[–-]\s*/);
  const lines: readonly Line[] = [
    ['TY', kinds[reference.type]],
    ['TI', title],
    ...each('AU', authors),
    ['PY', year === null ? '' : String(year)],
    ['T2', container],
    ['VL', volume],
    ['IS', issue],
    ['SP', start],
    ['EP', end],
    ['PB', publisher],
    ['DO', reference.doi],
    ['UR', reference.url],
    ['LA', reference.language],
    ['SN', reference.issn],
    ['AB', reference.abstract],
    ...each('KW', reference.keywords),
    ...Object.entries(reference.extra).flatMap(([name, values]) =>
      isTag(name)
        ? each(name, values)
        : each(
            'N1',
            values.map((value) => `${name}: ${value}`),
          ),
    ),
  ];
  const written = lines
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ')}`);
  return [...written, 'ER  - ', ''].join('\r\n');
}

function each(tag: string, values: readonly string[]): readonly Line[] {
  return values.map((value) => [tag, value]);
}

function isTag(name: string): boolean {
  return /^[A-Z][A-Z0-9]$/.test(name) && name !== 'TY' && name !== 'ER';
}
