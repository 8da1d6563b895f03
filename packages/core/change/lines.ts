/** A line of indented text, with those that stand deeper below it. `row` is 1-based. */
export type Line = {
  readonly row: number;
  readonly text: string;
  readonly below: readonly Line[];
};

type Open = { readonly indent: number; readonly below: Line[] };

/**
 * Reads indentation as depth: a line belongs to the nearest one above that stands less deep. Empty lines say nothing; a
 * tab is as deep as four spaces. [TC-17]
 */
export function linesOf(text: string): readonly Line[] {
  const top: Line[] = [];
  const open: Open[] = [{ indent: -1, below: top }];
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (raw.trim() === '') continue;
    const indent = depthOf(raw);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const line = { row: at + 1, text: raw.trim(), below: [] };
    open.at(-1)?.below.push(line);
    open.push({ indent, below: line.below });
  }
  return top;
}

function depthOf(raw: string): number {
  return raw.replaceAll('\t', '    ').search(/\S/);
}

/** One value on one line: as it is where that can be read back, else as JSON text. */
export function oneLine(value: string): string {
  return value !== '' && value.trim() === value && !/["\n]/.test(value)
    ? value
    : JSON.stringify(value);
}

/** What `oneLine` wrote; text that only looks like JSON is what it is. */
export function readLine(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
