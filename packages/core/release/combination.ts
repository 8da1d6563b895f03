/** Escapes a column's name or a value, so that ` & ` and `=` have one meaning in a combination's text. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\&=\r\n]/g, (sign) => escapes[sign] ?? `\\${sign}`);
}

const escapes: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n' };

/** One value of one column: `column=value`. */
export function pairText(column: string, value: string): string {
  return `${escaped(column)}=${escaped(value)}`;
}

/** What stands between the pairs of a combination. */
export const betweenPairs = ' & ';

/**
 * Reads a combination's text back into columns and values; null where it is none.
 *
 * @example pairsIn('Age=9-17 & Note=a\\&b') // => [['Age', '9-17'], ['Note', 'a&b']]
 */
export function pairsIn(text: string): readonly (readonly [string, string])[] | null {
  const pairs = text
    .split(betweenPairs)
    .map((pair) => /^((?:[^\\=]|\\.)*)=((?:[^\\=]|\\.)*)$/.exec(pair));
  if (pairs.some((pair) => pair === null)) return null;
  return pairs.map((pair) => [plain(pair?.[1] ?? ''), plain(pair?.[2] ?? '')]);
}

function plain(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, sign: string) => ({ r: '\r', n: '\n' })[sign] ?? sign);
}
