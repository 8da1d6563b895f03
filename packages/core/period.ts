/**
 * A stretch of time that an observation is about. `code` is its one written form; `start` and `end`
 * are ISO days, both included.
 */
export type Period = { readonly code: string; readonly start: string; readonly end: string };

/**
 * Reads a period as people and publishers write it: `2023`, `2023-04`, `2022_q2`, `2022 Q2`, `Q2 2022`,
 * `2022/23` or `2022-23` (a financial year from April), `2019-03-31` (one day). Null for anything else.
 *
 * @example period('2022_q2') // => { code: '2022-Q2', start: '2022-04-01', end: '2022-06-30' }
 */
export function period(text: string): Period | null {
  const written = text.trim();
  for (const [pattern, read] of forms) {
    const found = pattern.exec(written);
    if (found) return read(found.slice(1).map(Number));
  }
  return null;
}

type Reader = (parts: readonly number[]) => Period | null;

const forms: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})$/, ([year = 0]) => span(`${year}`, year, 1, 12)],
  [/^(\d{4})[-_ ]?[qQ]([1-4])$/, ([year = 0, q = 1]) => quarter(year, q)],
  [/^[qQ]([1-4])[-_ ]?(\d{4})$/, ([q = 1, year = 0]) => quarter(year, q)],
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([year = 0, m = 0, d = 0]) => day(year, m, d)],
  [/^(\d{4})\/(\d{2})$/, ([year = 0, next = 0]) => financialYear(year, next)],
  [/^(\d{4})-(\d{2})$/, ([year = 0, m = 0]) => month(year, m) ?? financialYear(year, m)],
];

function quarter(year: number, q: number): Period {
  return span(`${year}-Q${q}`, year, q * 3 - 2, q * 3);
}

function month(year: number, m: number): Period | null {
  return m >= 1 && m <= 12 ? span(`${year}-${two(m)}`, year, m, m) : null;
}

function day(year: number, m: number, d: number): Period | null {
  if (m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return null;
  const code = `${year}-${two(m)}-${two(d)}`;
  return { code, start: code, end: code };
}

function financialYear(year: number, next: number): Period | null {
  if ((year + 1) % 100 !== next) return null;
  return { code: `${year}/${two(next)}`, start: `${year}-04-01`, end: `${year + 1}-03-31` };
}

function span(code: string, year: number, from: number, to: number): Period {
  return {
    code,
    start: `${year}-${two(from)}-01`,
    end: `${year}-${two(to)}-${two(daysIn(year, to))}`,
  };
}

function daysIn(year: number, m: number): number {
  return new Date(Date.UTC(year, m, 0)).getUTCDate();
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
