import {
  noticesOf,
  numberColumns,
  readData,
  readMeta,
  Uncertainty,
  type Method,
  type OpenedIndex,
  type Structure,
} from '@freehold/core/composite';
import { parsed, problem, refused } from '@freehold/core/problem';
import { records } from '@freehold/core/table';
import { located, readJson, readText, stopped, type Step } from './files.ts';
import { methodFrom, methodOptions, type MethodWords } from './index-method.ts';
import { report } from './report.ts';

/** The options of every command that works an index out. */
export const indexOptions = {
  ...methodOptions,
  data: { type: 'string' },
  meta: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export type IndexWords = MethodWords & {
  readonly data?: string | undefined;
  readonly meta?: string | undefined;
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
};

/** What an index is worked out from, with the texts of its files as they were read. */
export type IndexAsked = OpenedIndex & {
  readonly method: Method;
  readonly texts: { readonly data: string; readonly meta: string };
};

/** Reads the data, metadata and method that a command names. */
export async function readIndex(words: IndexWords): Promise<Step<IndexAsked>> {
  const asked = await readTexts(words);
  if (!asked.ok) return asked;
  const { structure, texts } = asked.value;
  const table = readData(records(texts.data), numberColumns(structure));
  if (!table.ok) return stopped(located(words.data, table), 1);
  return { ok: true, value: { ...asked.value, table: table.value } };
}

/** As `readIndex`, but for the data, which are left as text. */
export async function readTexts(words: IndexWords): Promise<Step<Omit<IndexAsked, 'table'>>> {
  const { data, meta, out: _out, json: _json, ...short } = words;
  if (data === undefined || meta === undefined) {
    const missing = [...(data === undefined ? ['--data'] : []), ...(meta ? [] : ['--meta'])];
    const problems = missing.map((option) => problem('option-needed', { option }));
    return stopped(refused(...problems), 2);
  }
  const method = await methodFrom(short);
  if (!method.ok) return method;
  const read = await readStructure(meta);
  if (!read.ok) return read;
  const text = await readText(data);
  if (!text.ok) return stopped(text, 2);
  const texts = { data: text.value, meta: read.value.text };
  return { ok: true, value: { structure: read.value.structure, texts, method: method.value } };
}

/** Reads metadata from a CSV file and checks that they hold together. */
export async function readStructure(
  path: string,
): Promise<Step<{ readonly structure: Structure; readonly text: string }>> {
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const structure = readMeta(records(text.value));
  return structure.ok
    ? { ok: true, value: { structure: structure.value, text: text.value } }
    : stopped(located(path, structure), 1);
}

/** Reads what is uncertain about an index from a JSON file. */
export function readUncertainty(path: string): Promise<Step<Uncertainty>> {
  return readJson(path, (input) => parsed(Uncertainty, input));
}

/** Says on standard error what must be said beside an index's numbers. [CO-14] */
export function sayNotices(meta: string, words: readonly string[]): void {
  const notices = noticesOf(meta).map(({ code, notice }) =>
    problem('notice', { notice }, { column: code }),
  );
  report(notices, words, 1);
}
