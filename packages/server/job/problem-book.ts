import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Problem } from '@freehold/core/problem';
import { csvText } from '@freehold/core/table';
import { lineOf, type ProblemLine } from '../http/problem.ts';
import type { Files, KeptFile } from '../ports.ts';

/** How many problems a job shows by itself; all of them are in its file. */
const shownFirst = 100;
const largestFile = 1024 * 1024 * 1024;

/**
 * Counts a job's problems, keeps the first hundred at hand, and writes all of them to a CSV file as they come.
 * The file is begun with the first problem: a job without one has no file.
 */
export class ProblemBook {
  readonly #files: Files;
  readonly #name: string;
  readonly #first: ProblemLine[] = [];
  #count = 0;
  #text = '';
  #stream: PassThrough | null = null;
  #kept: Promise<KeptFile> | null = null;

  constructor(files: Files, name: string) {
    this.#files = files;
    this.#name = name;
  }

  get count(): number {
    return this.#count;
  }

  get first(): readonly ProblemLine[] {
    return this.#first;
  }

  add(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    this.#count += problems.length;
    for (const each of problems) {
      if (this.#first.length < shownFirst) this.#first.push(lineOf(each));
    }
    this.#text += csvText(problems.map(cells));
  }

  /** Hands what was added to the file, and waits where the file is slower. */
  async flush(): Promise<void> {
    if (this.#text === '') return;
    this.#stream ??= this.#begin();
    const text = this.#text;
    this.#text = '';
    if (!this.#stream.write(text)) await Promise.race([once(this.#stream, 'drain'), this.#kept]);
  }

  /** Ends the file; its name, or null where there was no problem. */
  async close(): Promise<string | null> {
    await this.flush();
    this.#stream?.end();
    await this.#kept;
    return this.#kept === null ? null : this.#name;
  }

  #begin(): PassThrough {
    const stream = new PassThrough();
    this.#kept = this.#files.keep(this.#name, stream, largestFile);
    // Who waits for the file hears of its failure; this only keeps it from being unheard until then.
    this.#kept.catch(() => undefined);
    stream.write(problemHeader);
    return stream;
  }
}

/** A byte order mark, so that spreadsheets read the rest as UTF-8, and the columns. */
export const problemHeader = `\uFEFF${csvText([['row', 'column', 'problem', 'details', 'file']])}`;

function cells({ code, where = {}, details = {} }: Problem) {
  const said = Object.entries(details).map(([key, value]) => `${key}: ${String(value)}`);
  return [
    where.row ?? null,
    where.column ?? where.path ?? null,
    code.replaceAll('-', ' '),
    said.join('; '),
    where.file ?? null,
  ];
}
