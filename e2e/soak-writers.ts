import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Generator } from '@freehold/core/numeric';
import type { Child } from './child.ts';
import { call, Refused, type Site } from './soak-site.ts';

// What was tried and what was confirmed is noted here, outside the server, and held against what it has kept.

type Noted = { confirmed: number; tried: number };

export type Notes = {
  /** By rater and indicator: the number of the newest answer that was confirmed, and of the newest that was sent. */
  readonly answers: Map<string, Noted>;
  /** By the file's name: whether it was confirmed. */
  readonly files: Map<string, boolean>;
  /** By the data set's code: whether the import was seen to be done. */
  readonly imports: Map<string, boolean>;
  confirmed: number;
};

export function newNotes(): Notes {
  return { answers: new Map(), files: new Map(), imports: new Map(), confirmed: 0 };
}

/** Writes for all raters at once, sends files and runs an import, until the server answers no more. */
export async function write(
  child: Child,
  site: Site,
  notes: Notes,
  chance: Generator,
): Promise<void> {
  await Promise.all([
    ...site.raters.map((rater) => untilGone(() => answer(child, site, rater, notes, chance))),
    untilGone(() => sendFile(child, site, notes, chance)),
    untilGone(() => runImport(child, site, notes)),
  ]);
}

/** Repeats until there is no answer. A refusal is passed on: nothing that is sent here may be refused. */
async function untilGone(step: () => Promise<void>): Promise<void> {
  try {
    for (;;) await step();
  } catch (error) {
    if (error instanceof Refused || !(error instanceof TypeError)) throw error;
  }
}

let last = 0;
const beginning = Date.UTC(2026, 0, 1);

async function answer(
  child: Child,
  { indicators }: Site,
  rater: string,
  notes: Notes,
  chance: Generator,
): Promise<void> {
  const indicator = indicators[chance.below(indicators.length)] ?? '';
  const number = (last += 1);
  const key = `${rater} ${indicator}`;
  const noted = notes.answers.get(key) ?? { confirmed: 0, tried: 0 };
  notes.answers.set(key, noted);
  noted.tried = number;
  await call(child, `/rate/${rater}/ratings/${indicator}`, {
    method: 'PUT',
    json: {
      answer: String(number % 5),
      grade: null,
      confidence: null,
      comment: String(number),
      link: '',
      typedAt: new Date(beginning + number).toISOString(),
    },
  });
  noted.confirmed = number;
  notes.confirmed += 1;
}

async function sendFile(
  child: Child,
  { raters, indicators }: Site,
  notes: Notes,
  chance: Generator,
): Promise<void> {
  await setTimeout(100 + chance.below(200));
  const rater = raters[chance.below(raters.length)] ?? '';
  const indicator = indicators[notes.files.size % indicators.length] ?? '';
  const name = `${rater.slice(0, 4)}-${notes.files.size}.txt`;
  notes.files.set(name, false);
  await call(child, `/rate/${rater}/ratings/${indicator}/files`, {
    body: `evidence ${name}`,
    headers: { 'x-file-name': name, 'content-type': 'application/octet-stream' },
  });
  notes.files.set(name, true);
}

/** Rows of one import; it is all there or not at all. */
export const importRows = 400;

async function runImport(child: Child, site: Site, notes: Notes): Promise<void> {
  const at = `/partnerships/${site.partnership}`;
  const code = `set-${notes.imports.size}`;
  notes.imports.set(code, false);
  const { file } = z.object({ file: z.string() }).parse(
    await call(child, `${at}/files`, {
      cookie: site.cookie,
      body: table(),
      headers: { 'x-file-name': `${code}.csv` },
    }),
  );
  const json = { file, mapping: { ...mapping, dataSet: { code, title: code } } };
  const started = await call(child, `${at}/data/import`, { cookie: site.cookie, json });
  const { job } = z.object({ job: z.string() }).parse(started);
  for (let state = 'running'; state !== 'done'; await setTimeout(30)) {
    const seen = await call(child, `${at}/jobs/${job}`, { cookie: site.cookie });
    state = z.object({ state: z.enum(['waiting', 'running', 'done']) }).parse(seen).state;
  }
  notes.imports.set(code, true);
}

const mapping = {
  kind: 'observations',
  place: { by: 'code', column: 'code' },
  period: { column: 'day' },
  measures: [
    {
      measure: { code: 'soak', title: 'Soak', direction: 'o', valueKind: 'score' },
      value: { column: 'value' },
    },
  ],
};

function table(): string {
  const rows = Array.from({ length: importRows }, (_, index) => {
    const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    return `E1,${day},${index}`;
  });
  return `code,day,value\n${rows.join('\n')}\n`;
}
