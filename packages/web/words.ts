/** One count with its noun, by the language's own plural rules: `count(3, 'rater', 'raters')`. */
export function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString(language)} ${plural.select(n) === 'one' ? one : many}`;
}

/** A number with a fixed number of decimals, in the reader's writing; what rounds to nought has no sign. */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  });
}

export function percent(share: number): string {
  return share.toLocaleString(language, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  });
}

/** An ISO day or instant as people write it: 3 March 2026. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    // A day is that day everywhere; its midnight in Greenwich is still the day before further west.
    ...(iso.length === 10 && { timeZone: 'UTC' }),
  });
}

/** An ISO instant to the minute: 3 Mar 2026, 14:02. */
export function moment(iso: string): string {
  return new Date(iso).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}

export function time(at: Date): string {
  return at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
}

/** "a, b and c" */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** A problem's code as a sentence that says what to do. Rooms add theirs with `sayProblems`. */
export function problemSentence(
  code: string,
  details: Readonly<Record<string, unknown>> = {},
): string {
  const say = sentences[code];
  return say ? say(details) : `Something needs mending (${code.replaceAll('-', ' ')}).`;
}

export function sayProblems(
  more: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>>,
): void {
  Object.assign(sentences, more);
}

const language = 'en-GB';
const plural = new Intl.PluralRules(language);

/** What a schema’s own checks find. */
const notes: Readonly<Record<string, string>> = {
  'one-line':
    'This must stand on one line, without spaces at its ends or signs that cannot be seen.',
  control: 'There are signs in this that cannot be seen. Type it again.',
};

/** Where it is not known who changed what: one sentence for every room. */
export const changedMeanwhile =
  'Somebody else has changed this since you opened it. Load the page again, and add your change.';

const sentences: Record<string, (details: Readonly<Record<string, unknown>>) => string> = {
  'changed-meanwhile': () => changedMeanwhile,
  offline: () =>
    'The server cannot be reached. Check your connection; what you typed is still here.',
  'our-fault': () => 'Something went wrong on our side. What you typed is still here; try again.',
  'not-signed-in': () => 'You are signed out. Open your sign-in link again.',
  'not-found': () => 'There is nothing here, or it is not yours to see.',
  'link-unknown': () =>
    'This link has been used, is too old, or is not complete. Ask for a new one.',
  'too-large': ({ mostBytes }) =>
    `This file is too large. The most is ${Math.round(Number(mostBytes) / 1048576)} MB.`,
  'wrong-type': ({ expected }) => `Expected ${String(expected)} here.`,
  'missing-value': () => 'Nothing is filled in here. It is needed.',
  'too-small': ({ least }) => `At least ${String(least)} is needed.`,
  'too-big': ({ most, of }) =>
    of === 'string'
      ? `At most ${String(most)} characters fit here.`
      : `At most ${String(most)} is possible.`,
  'not-one-of': ({ allowed }) => `Choose one of: ${(allowed as string[]).join(', ')}.`,
  'unknown-field': ({ fields }) => `Unknown field: ${String(fields)}.`,
  'not-valid': ({ note }) => notes[String(note)] ?? `Not as expected: ${String(note)}`,
  'too-many-requests': ({ seconds }) =>
    `Too many requests came from your address. Wait ${count(Number(seconds), 'second', 'seconds')}, then try again.`,
  'disk-full': () =>
    'The server has no room left, so nothing new can be kept. What you typed is still here; tell whoever runs this Freehold.',
  'not-writable': () =>
    'The server cannot write at present, so nothing new can be kept. What you typed is still here; tell whoever runs this Freehold.',
  'database-away': () =>
    'The server’s database does not answer at present. What you typed is still here; try again in a minute.',
  'not-readable': () => 'The server could not read what was sent. Load the page again.',
  'gap-unknown': () => 'This gap is not there any more. Load the page again.',
  'other-site': () => 'This was asked from another site, so nothing was done.',
  'not-allowed': () => 'Your role in this partnership does not allow this. Ask the co-ordinator.',
};
