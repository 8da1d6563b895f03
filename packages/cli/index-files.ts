import { readData, readMeta, type Structure, type Table } from '@freehold/core/composite';
import { records } from '@freehold/core/table';
import { located, readText, stopped, type Step } from './files.ts';

export type IndexInputs = { readonly table: Table; readonly structure: Structure };

/** Reads metadata from a CSV file and checks that they hold together. */
export async function readStructure(path: string): Promise<Step<Structure>> {
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const structure = readMeta(records(text.value));
  return structure.ok ? structure : stopped(located(path, structure), 1);
}

/** Reads data and metadata; indicators and denominators are numbers, other columns tell groups apart. */
export async function readIndex(data: string, meta: string): Promise<Step<IndexInputs>> {
  const structure = await readStructure(meta);
  if (!structure.ok) return structure;
  const text = await readText(data);
  if (!text.ok) return stopped(text, 2);
  const numbers = structure.value.indicators.flatMap(({ code, denominator }) =>
    denominator === null ? [code] : [code, denominator],
  );
  const table = readData(records(text.value), new Set(numbers));
  return table.ok
    ? { ok: true, value: { table: table.value, structure: structure.value } }
    : stopped(located(data, table), 1);
}
