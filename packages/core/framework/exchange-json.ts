import { problem, refused, type Outcome } from '../problem.ts';
import { checked } from './checked.ts';
import { named } from './exchange-located.ts';
import type { Framework } from './framework.ts';

/** A framework as the text of a JSON file. `fromJson(toJson(framework))` is the framework again. [FW-1] */
export function toJson(framework: Framework): string {
  return `${JSON.stringify(framework, null, 2)}\n`;
}

/** Reads a framework from the text of a JSON file; every problem comes back with its path. */
export function fromJson(text: string): Outcome<Framework> {
  const input = parsedJson(text);
  if (!input.ok) return input;
  const found = checked(input.value);
  return found.ok ? found : refused(...found.problems.map(named));
}

function parsedJson(text: string): Outcome<unknown> {
  try {
    // A byte order mark at the start is what some editors leave behind; it is no part of the text.
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const place = /line (\d+)/.exec(String(error));
    return refused(problem('not-json', {}, place === null ? undefined : { row: Number(place[1]) }));
  }
}
