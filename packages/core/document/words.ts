// How a document writes numbers and days. British English; one place for HTML, DOCX and text.

const language = 'en-GB';

/** Rounded half away from nought, as every page does it; what rounds to nought has no sign. */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  });
}

/** How far apart two shares are, in whole points of per cent, without its sign. */
export function percentPoints(difference: number): string {
  return percent(Math.abs(difference)).replace('%', '');
}

/** A share of 0 to 1 in whole per cent. Not by `share * 100`: 0.285 is a hair under 28.5 then. */
export function percent(share: number): string {
  return share.toLocaleString(language, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  });
}

/** An ISO day or instant: 3 March 2026. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** "a, b and c" */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** A number under ten in words, with its noun. */
export function count(n: number, one: string, many: string): string {
  return `${smallNumbers[n] ?? number(n)} ${n === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
