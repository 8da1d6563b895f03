import { problem, refused, fine, type Outcome } from '../problem.ts';

/** A line of indented text, with those that stand deeper below it. `row` is 1-based. */
export type Line = {
  readonly row: number;
  readonly text: string;
  readonly below: readonly Line[];
};

type Open = { readonly indent: number; readonly below: Line[] };

/**
 * Reads indentation as depth. Empty lines say nothing; a tab is as deep as four spaces. A line may come back only to a
 * depth that is open: anything between two depths is a problem `indent-unclear`. [TC-17]
 */
export function linesOf(text: string): Outcome<readonly Line[]> {
  const top: Line[] = [];
  const open: Open[] = [{ indent: -1, below: top }];
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (raw.trim() === '') continue;
    const indent = depthOf(raw);
    const passed: Open[] = [];
    while ((open.at(-1)?.indent ?? -1) >= indent) passed.push(...open.splice(-1));
    const last = passed.at(-1);
    if (last !== undefined && last.indent !== indent)
      return refused(problem('indent-unclear', undefined, { row: at + 1 }));
    const line = { row: at + 1, text: raw.trim(), below: [] };
    open.at(-1)?.below.push(line);
    open.push({ indent, below: line.below });
  }
  return fine(top);
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
