import { formatOf, readTheory, type Format, type ReadTheory } from '@freehold/core/change';
import { problem, refused } from '@freehold/core/problem';
import { located, readText, stopped, type Step } from './files.ts';

/** Reads a theory from a file of any format that its name says. Problem `format-unknown` with the name. */
export async function theoryIn(path: string): Promise<Step<ReadTheory>> {
  const format = formatNamed(path);
  if (!format.ok) return format;
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const read = located(path, readTheory(format.value, text.value));
  return read.ok ? read : stopped(read, 1);
}

export function formatNamed(path: string): Step<Format> {
  const format = formatOf(path);
  if (format === null) return stopped(refused(problem('format-unknown', { file: path })), 2);
  return { ok: true, value: format };
}
