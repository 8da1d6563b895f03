import { z } from 'zod';
import shipped from './shipped/isic.json' with { type: 'json' };

/** A section (a letter) or a division (two digits) of ISIC revision 4. */
export type Product = { readonly code: string; readonly title: string; readonly section: string };

const Division = z.tuple([z.string(), z.string()]);
const Section = z.tuple([z.string(), z.string()]).rest(Division);

/** Where the shipped list of products comes from. */
export const productSource: string = shipped.source;

/** Every section, each followed by its divisions. */
export const products: readonly Product[] = z
  .array(Section)
  .parse(shipped.sections)
  .flatMap(([section, title, ...divisions]) => [
    { code: section, title, section },
    ...divisions.map(([code, words]) => ({ code, title: words, section })),
  ]);

const byCode = new Map(products.map((each) => [each.code, each]));
const byTitle = new Map(products.map(({ code, title }) => [title.toLowerCase(), code]));

/** A code of ISIC revision 4: "A" or "01". [DD-2] */
export const ProductCode = z.enum(products.map(({ code }) => code));

/** A product's title; the code itself where it is none of ours. */
export function productTitle(code: string): string {
  return byCode.get(code)?.title ?? code;
}

/** The section that a code belongs to; the code itself where it is none of ours. */
export function sectionOf(code: string): string {
  return byCode.get(code)?.section ?? code;
}

/** Whether a product is what a rule names: the same code, or a division of the section it names. */
export function isProduct(code: string, named: string): boolean {
  return code === named || sectionOf(code) === named;
}

/**
 * The codes of a cell: "01; 10" or "C10", "A", "A01.1", or a title such as "Wearing apparel". Groups and classes are
 * read as their division. What is neither a code nor a title of ISIC is given back in `unknown`.
 */
export function productsIn(text: string): {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
} {
  const titled = byTitle.get(text.trim().toLowerCase());
  if (titled !== undefined) return { codes: [titled], unknown: [] };
  const parts = text
    .split(/[;,|/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => ({ part, code: codeIn(part) }));
  return {
    codes: [...new Set(read.flatMap(({ code }) => (code === null ? [] : [code])))],
    unknown: read.filter(({ code }) => code === null).map(({ part }) => part),
  };
}

function codeIn(part: string): string | null {
  const titled = byTitle.get(part.toLowerCase());
  if (titled !== undefined) return titled;
  const [, letter = '', digits = ''] = /^([A-Ua-u]?)\s*(\d{0,4})(?:\.\d+)?$/.exec(part) ?? [];
  const code = digits === '' ? letter.toUpperCase() : digits.padStart(2, '0').slice(0, 2);
  const found = byCode.get(code);
  if (found === undefined) return null;
  return letter === '' || found.section === letter.toUpperCase() ? code : null;
}
