import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '../archive/tar.ts';
import type { Work } from '../database/within.ts';
import type { Table } from './catalogue.ts';
import { names, type Manifest } from './manifest.ts';
import { pagesOf } from './rows.ts';

export type UploadedFile = { readonly name: string; readonly path: string; readonly size: number };

/** The files of a folder by name. */
export async function filesIn(folder: string): Promise<readonly UploadedFile[]> {
  const sized = (await readdir(folder)).sort().map(async (name) => {
    const path = join(folder, name);
    return { name, path, size: (await stat(path)).size };
  });
  return Promise.all(sized);
}

export type Contents = {
  readonly manifest: Manifest;
  readonly tables: readonly Table[];
  readonly files: readonly UploadedFile[];
  readonly secret: string | null;
};

/**
 * The files of a backup's archive in their order: what it is, the installation's secret, each table page by page,
 * the uploaded files, and at the end the SHA-256 of all of them as `sha256sum -c` reads it.
 */
export async function* entriesOf(
  tx: Work,
  { manifest, tables, files, secret }: Contents,
): AsyncGenerator<Entry> {
  const sums: string[] = [];
  const text = (name: string, content: string): Entry => {
    const bytes = Buffer.from(content);
    sums.push(line(createHash('sha256').update(bytes).digest('hex'), name));
    return { name, size: bytes.length, content: [bytes] };
  };
  yield text(names.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  if (secret !== null) yield text(names.secret, secret);
  for (const table of tables) {
    let page = 0;
    for await (const lines of pagesOf(tx, table)) {
      yield text(names.page(table.name, (page += 1)), `${lines.join('\n')}\n`);
    }
  }
  for (const file of files) {
    const name = names.file(file.name);
    const sum = (hex: string) => sums.push(line(hex, name));
    yield { name, size: file.size, content: summed(createReadStream(file.path), sum) };
  }
  yield text(names.sums, `${sums.join('\n')}\n`);
}

function line(hex: string, name: string): string {
  return `${hex}  ${name}`;
}

/** Passes bytes on, and tells their SHA-256 when the last has gone. */
export async function* summed(
  bytes: AsyncIterable<Uint8Array>,
  tell: (hex: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
  tell(hash.digest('hex'));
}
