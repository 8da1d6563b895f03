import { emptyRegister, Register, risText, type Reference } from '@freehold/core/evidence';
import { csvText } from '@freehold/core/table';
import type { Work } from '../database/within.ts';
import { writeWorkbook } from '../framework/workbook.ts';
import { ruleOf, knownClaims, sourcesOf, studiesOf } from './known.ts';
import type { ExportFormat } from './export-routes.ts';

/** The register's references in one format; JSON holds the whole register: sources, studies, claims and the rule. */
export async function exported(
  tx: Work,
  format: ExportFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'json') return `${JSON.stringify(await registerOf(tx), null, 2)}\n`;
  const sources = await sourcesOf(tx);
  const rows = () => [[...columns], ...sources.map(({ reference }) => rowOf(reference))];
  switch (format) {
    case 'ris':
      return risText(sources.map(({ reference }) => reference));
    case 'bib': {
      const { bibtexText } = await import('./bibtex.ts');
      return bibtexText(sources);
    }
    case 'csv':
      return `\uFEFF${csvText(rows())}`;
    case 'xlsx':
      return writeWorkbook([{ name: 'Sources', rows: rows() }]);
  }
}

/** The whole register as a file that `freehold evidence` and an import read again. */
export async function registerOf(tx: Work): Promise<Register> {
  const claims = await knownClaims(tx);
  return Register.parse({
    ...emptyRegister,
    sources: await sourcesOf(tx),
    studies: await studiesOf(tx),
    claims: claims.map(
      ({ group: _g, found: _f, madeBy: _b, madeAt: _m, changedAt: _c, ...claim }) => claim,
    ),
    rule: await ruleOf(tx),
  });
}

/** Columns as an import proposes them, so that what is written is read again. */
const columns = [
  ...['title', 'authors', 'year', 'journal', 'volume', 'issue', 'pages', 'publisher'],
  ...['doi', 'url', 'abstract', 'keywords', 'language', 'issn', 'type'],
] as const;

function rowOf(reference: Reference): readonly (string | number)[] {
  const { title, authors, year, container, volume, issue, pages, publisher, doi } = reference;
  const { url, abstract, keywords, language, issn, type } = reference;
  return [
    ...[
      title,
      authors.join('; '),
      year ?? '',
      container,
      volume,
      issue,
      pages,
      publisher,
      doi,
      url,
    ],
    ...[abstract, keywords.join('; '), language, issn, type],
  ];
}
