import { problem, refused } from '@freehold/core/problem';
import { readText, stopped, type Step } from './files.ts';

/** A JSON file's content. Problems `file-unreadable` (wrong use) and `not-json` (wrong data). */
export async function jsonText(path: string): Promise<Step<unknown>> {
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  try {
    const value: unknown = JSON.parse(text.value);
    return { ok: true, value };
  } catch {
    return stopped(refused({ ...problem('not-json'), where: { file: path } }), 1);
  }
}
