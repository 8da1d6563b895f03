/**
 * A stretch of time that an observation is about. `code` is its one written form; `start` and `end`
 * are ISO days, both included.
 */
export type Period = { readonly code: string; readonly start: string; readonly end: string };

/**
 * Reads a period as people and publishers write it. Null for anything else, and outside the years 1800 to 2200.
 *
 * | written | code |
 * |---|---|
 * | `2023` | `2023` |
 * | `2022_q2`, `2022 Q2`, `Q2 2022` | `2022-Q2`, by the calendar |
 * | `2023-04`, `2023/04`, `Apr 2023`, `April 2023` | `2023-04` |
 * | `2022/23`, `2022-23`, `2022/2023`, `2022-2023` | `2022/23`, a financial year from April |
 * | `2019-03-31`, `31/03/2019` (day first) | `2019-03-31` |
 * | `2019-01-07/2019-02-03` | the same: from day to day |
 *
 * Two digits after a hyphen that could be a month are a month: `2011-12` is December 2011, and `2011/12` the
 * financial year.
 *
 * @example period('2022_q2') // => { code: '2022-Q2', start: '2022-04-01', end: '2022-06-30' }
 */
export function period(text: string): Period | null {
  const written = text.trim().toLowerCase();
  for (const [pattern, read] of forms) {
    const found = pattern.exec(written);
    if (found) return read(found.slice(1));
  }
  return null;
}

type Reader = (parts: readonly string[]) => Period | null;

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?[ -](\d{4})$/;

const forms: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})$/, ([y]) => year(Number(y))],
  [/^(\d{4})[-_ ]?q([1-4])$/, ([y, q]) => quarter(Number(y), Number(q))],
  [/^q([1-4])[-_ ]?(\d{4})$/, ([q, y]) => quarter(Number(y), Number(q))],
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([y, m, d]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, ([d, m, y]) => day(Number(y), Number(m), Number(d))],
  [
    /^(\d{4})[/-](\d{4})$/,
    ([y, next]) => (Number(y) + 1 === Number(next) ? april(Number(y)) : null),
  ],
  [/^(\d{4})\/(\d{2})$/, ([y, n]) => financialYear(y, n) ?? month(Number(y), Number(n))],
  [/^(\d{4})-(\d{2})$/, ([y, n]) => month(Number(y), Number(n)) ?? financialYear(y, n)],
  [monthName, ([m = '', y]) => month(Number(y), months.indexOf(m) + 1)],
  [/^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/, ([from = '', to = '']) => days(from, to)],
];

function year(y: number): Period | null {
  return span(`${y}`, y, 1, 12);
}

function quarter(y: number, q: number): Period | null {
  return span(`${y}-Q${q}`, y, q * 3 - 2, q * 3);
}

function month(y: number, m: number): Period | null {
  return m >= 1 && m <= 12 ? span(`${y}-${two(m)}`, y, m, m) : null;
}

function day(y: number, m: number, d: number): Period | null {
  if (!known(y) || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null;
  const code = `${y}-${two(m)}-${two(d)}`;
  return { code, start: code, end: code };
}

function days(from: string, to: string): Period | null {
  const [start, end] = [period(from)?.start, period(to)?.end];
  if (start === undefined || end === undefined || start > end) return null;
  return { code: `${start}/${end}`, start, end };
}

function financialYear(y = '', next = ''): Period | null {
  return (Number(y) + 1) % 100 === Number(next) ? april(Number(y)) : null;
}

function april(y: number): Period | null {
  if (!known(y)) return null;
  return { code: `${y}/${two((y + 1) % 100)}`, start: `${y}-04-01`, end: `${y + 1}-03-31` };
}

function span(code: string, y: number, from: number, to: number): Period | null {
  if (!known(y)) return null;
  return { code, start: `${y}-${two(from)}-01`, end: `${y}-${two(to)}-${two(daysIn(y, to))}` };
}

function known(y: number): boolean {
  return y >= 1800 && y <= 2200;
}

function daysIn(y: number, m: number): number {
  return new Date(Date.UTC(y, m, 0)).getUTCDate();
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
