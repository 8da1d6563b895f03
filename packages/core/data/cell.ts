/** What a cell says: a number, nothing known, withheld by the publisher, or nothing that can be read. */
export type ReadCell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'unreadable' };

export type CellTokens = {
  readonly missing: readonly string[];
  readonly suppressed: readonly string[];
  readonly decimal?: '.' | ',';
};

/**
 * Makes a reader of number cells. Spaces around do not matter; groups of three digits may be parted by the
 * other of comma and point, or by a space; a minus may be written −; `12%` is 0.12. [DT-3] [DT-4]
 *
 * @example cellReader({ missing: [''], suppressed: ['c'] })('1,234.5') // => { kind: 'number', value: 1234.5 }
 */
export function cellReader({
  missing,
  suppressed,
  decimal = '.',
}: CellTokens): (text: string) => ReadCell {
  const withheld = new Set(suppressed.map(token));
  const unknown = new Set(missing.map(token));
  return (text) => {
    if (simple.test(text)) return number(Number(text));
    const said = token(text);
    if (withheld.has(said)) return suppressedCell;
    if (unknown.has(said)) return missingCell;
    return readNumber(said, decimal);
  };
}

const simple = /^-?\d{1,15}(\.\d{1,15})?$/;
const missingCell = { kind: 'missing' } as const;
const suppressedCell = { kind: 'suppressed' } as const;
const unreadableCell = { kind: 'unreadable' } as const;

function token(text: string): string {
  return text.trim().toLowerCase();
}

function readNumber(said: string, decimal: '.' | ','): ReadCell {
  const turned =
    decimal === '.' ? said : said.replace(/[.,]/g, (each) => (each === ',' ? '.' : ','));
  const found = written.exec(turned);
  if (found === null) return unreadableCell;
  const [, sign = '', digits = '', fraction = '', power = '', percent = ''] = found;
  const minus = sign === '' || sign === '+' ? '' : '-';
  const value = Number(`${minus}${digits.replace(/[, \u00A0\u202F]/g, '')}${fraction}${power}`);
  return number(percent === '' ? value : value / 100);
}

const written =
  /^([+\u2212-]?)(?=\.?\d)(\d{1,3}(?:[, \u00A0\u202F]\d{3})+|\d*)(\.\d*)?(e[+-]?\d{1,3})?\s?(%?)$/;

function number(value: number): ReadCell {
  // Adding zero turns minus zero into zero.
  return Number.isFinite(value) ? { kind: 'number', value: value + 0 } : unreadableCell;
}
