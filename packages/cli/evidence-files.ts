import { basename } from 'node:path';
import { checkedRegister, type ReadFile, type Register } from '@freehold/core/evidence';
import type { Outcome } from '@freehold/core/problem';
import type { Records } from '@freehold/core/table';
import { located, readBytes, readJson, stopped, type Step } from './files.ts';

/** Reads the references of a file, of whatever kind the server takes. */
export async function readReferences(path: string): Promise<Step<ReadFile>> {
  const { readReferences: read } = await import('@freehold/server/references');
  const found = await readBy(path, read);
  return found.ok ? { ok: true, value: { file: basename(path), found: found.value } } : found;
}

/** Reads a table of studies: a workbook's first sheet, or a delimited file. */
export async function readTable(path: string): Promise<Step<Records>> {
  const { readTable: read } = await import('@freehold/server/references');
  return readBy(path, read);
}

/** Reads a register from a file and checks that it holds together. */
export function readRegister(path: string): Promise<Step<Register>> {
  return readJson(path, checkedRegister);
}

async function readBy<T>(
  path: string,
  read: (name: string, bytes: Uint8Array) => Promise<Outcome<T>>,
): Promise<Step<T>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return stopped(bytes, 2);
  const found = await read(path, bytes.value);
  if (found.ok) return { ok: true, value: found.value };
  const unknown = found.problems[0]?.code === 'file-kind-unknown';
  return stopped(unknown ? found : located(path, found), unknown ? 2 : 1);
}
