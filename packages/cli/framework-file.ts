import {
  fromJson,
  fromSheets,
  toJson,
  toSheets,
  viewOf,
  type Framework,
} from '@freehold/core/framework';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { located, readBytes, readText, stopped, type Step } from './files.ts';

export type Format = 'json' | 'xlsx';

/** Reads and checks a framework from a JSON file, or from a workbook where the name ends in .xlsx. */
export async function readFramework(path: string): Promise<Step<Framework>> {
  if (path.toLowerCase().endsWith('.xlsx')) return readWorkbookAt(path);
  const text = await readText(path);
  if (!text.ok) return stopped(text, 2);
  const framework = fromJson(text.value);
  return framework.ok ? framework : stopped(located(path, framework), 1);
}

/** The part of a framework that a profile asks; the whole where no profile is named. */
export function chosen(framework: Framework, profile: string | undefined): Outcome<Framework> {
  if (profile === undefined) return fine(framework);
  const view = viewOf(framework, profile);
  if (view !== null) return fine(view);
  const known = framework.profiles.map(({ code }) => code);
  return refused(problem('unknown-profile', { profile, known }));
}

/** A framework as the content of a file. */
export async function written(framework: Framework, format: Format): Promise<string | Uint8Array> {
  if (format === 'json') return toJson(framework);
  const { writeWorkbook } = await workbook();
  return writeWorkbook(toSheets(framework));
}

async function readWorkbookAt(path: string): Promise<Step<Framework>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return stopped(bytes, 2);
  const { readWorkbook } = await workbook();
  const sheets = await readWorkbook(bytes.value);
  const framework = sheets.ok ? fromSheets(sheets.value) : sheets;
  return framework.ok ? framework : stopped(located(path, framework), 1);
}

// Loaded only when a workbook is at hand: the library behind it is large.
function workbook() {
  return import('@freehold/server/workbook');
}
