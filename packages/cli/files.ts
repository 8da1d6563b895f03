import { randomUUID } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import { report } from './report.ts';

/**
 * Reads a text file whole: UTF-8, UTF-16 with its mark, or else Windows-1252, in which spreadsheets save.
 * Problem `file-unreadable` with the path and the system's reason.
 */
export async function readText(path: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path);
  return bytes.ok ? fine(decoded(bytes.value)) : bytes;
}

/** Reads a file's bytes. Problem `file-unreadable` with the path and the system's reason. */
export async function readBytes(path: string): Promise<Outcome<Uint8Array>> {
  try {
    return fine(await readFile(path));
  } catch (error) {
    return refused(problem('file-unreadable', { file: path, because: reason(error) }));
  }
}

/**
 * Writes a file whole or not at all: to a temporary file beside it that then takes its name.
 * Problem `file-not-written` with the path and the system's reason; nothing is left behind then.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
): Promise<Outcome<null>> {
  const beside = join(dirname(path), `.freehold-${randomUUID()}`);
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, path);
    return fine(null);
  } catch (error) {
    await rm(beside, { force: true });
    return refused(problem('file-not-written', { file: path, because: reason(error) }));
  }
}

/** Writes texts into a folder by their names, each whole. The first problem, if there is one. */
export async function writeAll(
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<Step<null>> {
  for (const [name, text] of Object.entries(texts)) {
    const kept = await writeWhole(join(folder, name), text);
    if (!kept.ok) return stopped(kept, 2);
  }
  return { ok: true, value: null };
}

/**
 * As `writeWhole`, for what is larger than should be held: `write` hands pieces to a sink that has taken them when it
 * returns. Without a path the pieces go to standard output.
 */
export function writeInPieces(
  path: string | undefined,
  write: (sink: (bytes: Uint8Array) => void) => void,
): Outcome<null> {
  if (path === undefined) {
    write((bytes) => void process.stdout.write(Buffer.from(bytes)));
    return fine(null);
  }
  const beside = join(dirname(path), `.freehold-${randomUUID()}`);
  try {
    const file = openSync(beside, 'wx');
    try {
      write((bytes) => {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      });
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
    return fine(null);
  } catch (error) {
    rmSync(beside, { force: true });
    if (error instanceof Error && 'syscall' in error)
      return refused(problem('file-not-written', { file: path, because: reason(error) }));
    throw error;
  }
}

/** What cannot be gone on with: the problems, and whether the data (1) or the use (2) is to be mended. */
export type Stopped = {
  readonly ok: false;
  readonly problems: readonly Problem[];
  readonly status: 1 | 2;
};
export type Step<T> = { readonly ok: true; readonly value: T } | Stopped;

export function stopped(outcome: Outcome<unknown>, status: 1 | 2): Stopped {
  return { ok: false, problems: outcome.ok ? [] : outcome.problems, status };
}

/** Names the file that problems within it are of. */
export function located<T>(file: string | undefined, outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || file === undefined) return outcome;
  return refused(...outcome.problems.map((each) => ({ ...each, where: { file, ...each.where } })));
}

/** Reads a JSON file and checks it by `check`; problems within it name the file. */
export async function readJson<T>(
  path: string,
  check: (input: unknown) => Outcome<T>,
): Promise<Step<T>> {
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const json = parsedJson(text.value);
  const read = json.ok ? check(json.value) : json;
  return read.ok ? { ok: true, value: read.value } : stopped(located(path, read), 1);
}

/** A text's JSON. Problem `not-json`. */
export function parsedJson(text: string): Outcome<unknown> {
  try {
    return fine(JSON.parse(text));
  } catch {
    return refused(problem('not-json'));
  }
}

/**
 * Hands a command's result over: into the file `out`, saying the counts on standard output (as JSON with
 * --json), or, without `out`, the content itself on standard output. Answers with the exit status.
 */
export async function delivered(
  out: string | undefined,
  content: string | Uint8Array,
  words: readonly string[],
  counts: Readonly<Record<string, number>>,
): Promise<number> {
  if (out === undefined) {
    process.stdout.write(content);
    return 0;
  }
  const written = await writeWhole(out, content);
  if (!written.ok) return report(written.problems, words, 2);
  const said = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  process.stdout.write(
    words.includes('--json')
      ? `${JSON.stringify({ out, ...counts })}\n`
      : `Wrote ${out}: ${said.join(', ')}.\n`,
  );
  return 0;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
