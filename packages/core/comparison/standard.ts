import shipped from './standard.json' with { type: 'json' };

/** The standard populations that are shipped. */
export type StandardCode = keyof typeof shipped;

export function isStandard(code: string): code is StandardCode {
  return code in shipped;
}

export const standardCodes = Object.keys(shipped).filter(isStandard);

/**
 * How many people a shipped standard population has in an age band: `0-4`, `05-09`, `10 to 19`, `85+`,
 * `90 and over`. A band may take several of the standard's together; null where its ends are not ends of theirs,
 * or the text is no band. O(bands). [CP-9]
 *
 * @example standardOf('european-2013', '85+') // => 2500
 */
export function standardOf(code: StandardCode, band: string): number | null {
  const found = bandOf(band);
  if (found === null) return null;
  const { bands } = shipped[code];
  const within = bands.filter(([from, to]) => least(from) >= found.from && most(to) <= found.to);
  const [first, last] = [within.at(0), within.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (least(first[0]) !== found.from || most(last[1]) !== found.to) return null;
  return within.reduce((sum, [, , people]) => sum + least(people), 0);
}

/** An age band's first and last age in years; Infinity for "and over". Null for what is no band. */
export function bandOf(text: string): { readonly from: number; readonly to: number } | null {
  const open = /^(\d{1,3})\s*(\+|and over|plus)$/i.exec(text.trim());
  if (open) return { from: Number(open[1]), to: Infinity };
  const [, from, to] =
    /^(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})(?:\s*(?:yrs?|years))?$/i.exec(text.trim()) ?? [];
  return from === undefined || Number(from) > Number(to)
    ? null
    : { from: Number(from), to: Number(to) };
}

function least(age: number | null | undefined): number {
  return age ?? 0;
}

function most(age: number | null | undefined): number {
  return age ?? Infinity;
}
