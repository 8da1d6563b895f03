import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { gunzipped } from '../archive/gzip.ts';
import { ArchiveBroken, unpack, type Packed } from '../archive/untar.ts';
import type { Database } from '../database/connect.ts';
import type { Work } from '../database/within.ts';
import { Aside } from './aside.ts';
import { summed } from './contents.ts';
import { format, Manifest, names } from './manifest.ts';
import { addPage } from './rows.ts';
import { unsealed, Unopened } from './seal.ts';
import { asInstallation, faultsOf, makeReady, type ReadyTarget } from './target.ts';

/** Where a backup goes: a database opened as it is, and a data folder. */
export type Target = { readonly database: Database; readonly dataFolder: string };

export type Restored = {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
};

/**
 * Fills an empty place from a backup, whichever of the two kinds of database either is. The database is written in
 * one transaction and the files beside their place; both count only when the last check has been made.
 *
 * Problems, with nothing changed: `wrong-passphrase`, `not-a-backup`, `backup-damaged`, `backup-too-new`,
 * `not-empty`, `place-too-new`, `file-unreadable`, `folder-not-writable`.
 */
export async function restore(
  file: string,
  passphrase: string,
  target: Target,
): Promise<Outcome<Restored>> {
  const aside = new Aside(target.dataFolder);
  const entries = unpack(gunzipped(unsealed(createReadStream(file), passphrase)));
  try {
    const manifest = await manifestOf(entries);
    await target.database.transaction().execute(async (tx) => {
      refuseOn(await faultsOf(tx, target.dataFolder, manifest));
      await aside.open();
      const ready = await makeReady(tx, manifest);
      await asInstallation(tx, () => fill(tx, { entries, manifest, ready, aside }));
      await ready.finish();
      await aside.place();
    });
    return fine(summary(manifest));
  } catch (error) {
    await aside.takeBack();
    return refused(...problemsOf(error, file, target));
  } finally {
    await entries.return(undefined);
    await aside.close();
  }
}

class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => each.code).join());
    this.problems = problems;
  }
}

function refuseOn(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

function damaged(part: string): Refusal {
  return new Refusal([problem('backup-damaged', { part })]);
}

/** The first file says what the rest is; one of a later form is not looked into. */
async function manifestOf(entries: AsyncGenerator<Packed>): Promise<Manifest & { sum: string }> {
  const first = await entries.next();
  if (first.done === true || first.value.name !== names.manifest) throw damaged(names.manifest);
  const text = await textOf(first.value.content);
  const said = jsonOf(text);
  const form = z.object({ format: z.number() }).safeParse(said);
  if (form.success && form.data.format > format) {
    throw new Refusal([problem('backup-too-new', { format: form.data.format })]);
  }
  const manifest = Manifest.safeParse(said);
  if (!manifest.success) throw damaged(names.manifest);
  return { ...manifest.data, sum: createHash('sha256').update(text).digest('hex') };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(names.manifest);
  }
}

type Filling = {
  readonly entries: AsyncGenerator<Packed>;
  readonly manifest: Manifest & { sum: string };
  readonly ready: ReadyTarget;
  readonly aside: Aside;
};

async function fill(tx: Work, { entries, manifest, ready, aside }: Filling): Promise<void> {
  fits(manifest, ready);
  const sums = [`${manifest.sum}  ${names.manifest}`];
  const rows = new Map<string, number>();
  let files = 0;
  let said = '';
  for await (const { name, content } of entries) {
    if (name === names.sums) {
      said = await textOf(content);
      continue;
    }
    const bytes = summed(content, (hex) => sums.push(`${hex}  ${name}`));
    const table = /^tables\/([a-z0-9_]+)\/\d+\.jsonl$/.exec(name)?.[1];
    const into = table === undefined ? undefined : ready.tables.get(table);
    if (into !== undefined) {
      const lines = (await textOf(bytes)).trimEnd().split('\n');
      rows.set(into.name, (rows.get(into.name) ?? 0) + (await addPage(tx, into, lines)));
    } else if (name === names.secret || /^files\/[\w-]+$/.test(name)) {
      await aside.add(name, bytes);
      files += name === names.secret ? 0 : 1;
    } else throw damaged(name);
  }
  if (said !== `${sums.join('\n')}\n`) throw damaged(names.sums);
  const short = manifest.tables.find((table) => (rows.get(table.name) ?? 0) !== table.rows);
  if (short !== undefined) throw damaged(short.name);
  if (files !== manifest.files.count) throw damaged('files');
}

/** Tables of the same migrations are the same tables; a backup that says otherwise was not made by Freehold. */
function fits(manifest: Manifest, { tables }: ReadyTarget): void {
  const odd = manifest.tables.find(({ name, columns }) => {
    const there = tables.get(name)?.columns.map((each) => `${each.name} ${each.type}`);
    return there?.join() !== columns.map((each) => `${each.name} ${each.type}`).join();
  });
  if (odd !== undefined) throw damaged(odd.name);
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

function problemsOf(error: unknown, file: string, { dataFolder }: Target): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  if (error instanceof Unopened) return [problem(error.code, { file })];
  if (error instanceof ArchiveBroken) return [problem('backup-damaged', { file })];
  const { code = '', syscall, path = '' } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  return path === file
    ? [problem('file-unreadable', { file, because: code })]
    : [problem('folder-not-writable', { folder: dataFolder, because: code })];
}

function summary({ madeAt, tables, files }: Manifest): Restored {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { madeAt, tables: tables.length, rows, files: files.count };
}
