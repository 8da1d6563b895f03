import {
  broughtIn,
  emptyRegister,
  missingColumns,
  Reference,
  studiesBroughtIn,
  studiesFromTable,
  type FoundStudy,
  type ReadFile,
  type Register,
  type StudyFate,
  type StudyMapping,
} from '@freehold/core/evidence';
import type { Problem } from '@freehold/core/problem';
import type { Upload } from '../data/upload.ts';
import type { Work } from '../database/within.ts';
import { bytesOf } from '../http/bytes.ts';
import { refusedFor, type JobWork, type Workshop } from '../job/run.ts';
import { undoable } from '../job/undoable.ts';
import { keepBrought, type Brought } from './bring-store.ts';
import { studyOf } from './known.ts';
import { readReferences, readTable } from './reading.ts';

export type Bringing = {
  readonly files: readonly Upload[];
  /** How a table of studies is read; null for references. */
  readonly mapping: StudyMapping | null;
  readonly dryRun: boolean;
  readonly byName: string;
};

/**
 * The work of bringing files into the register: references of any number of files together, or studies of tables by
 * a mapping. Every record is accounted for; what was refused or left out is told with file, row and column. [EV-1]
 */
export function bringIn(house: Workshop, asked: Bringing): JobWork {
  return async (job) => {
    const total = asked.files.length + 1;
    const files: { readonly file: string; readonly bytes: Uint8Array }[] = [];
    for (const file of asked.files) {
      await job.step({ done: files.length, total });
      files.push({ file: file.name, bytes: await contentOf(house, file) });
    }
    const read = await readAll(files, asked.mapping);
    if (!read.ok) return refusedFor(job, read.problems);
    job.fault(...read.said);
    await job.step({ done: asked.files.length, total });
    const brought = await undoable(job, async (tx) => {
      const grown = grow(await registerIn(tx), read.files);
      const at = { kind: asked.mapping === null ? ('references' as const) : ('studies' as const) };
      const by = { partnership: job.partnership, name: asked.byName };
      const title = asked.files.map(({ name }) => name).join(', ');
      await keepBrought(tx, by, { ...at, title, now: house.ports.clock.now() }, grown);
      return { keep: !asked.dryRun, value: grown };
    });
    return { state: 'done', result: resultOf(brought, asked) };
  };
}

type Read = {
  readonly ok: true;
  readonly files: readonly (
    ReadFile | { readonly file: string; readonly studies: readonly FoundStudy[] }
  )[];
  readonly said: readonly Problem[];
};

async function readAll(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
  mapping: StudyMapping | null,
): Promise<Read | { readonly ok: false; readonly problems: readonly Problem[] }> {
  const read: Read['files'][number][] = [];
  const faults: Problem[] = [];
  const said: Problem[] = [];
  for (const { file, bytes } of files) {
    const located = (problems: readonly Problem[]) =>
      problems.map((each) => ({ ...each, where: { ...each.where, file } }));
    if (mapping === null) {
      const found = await readReferences(file, bytes);
      if (!found.ok) faults.push(...located(found.problems));
      else {
        read.push({ file, found: found.value });
        said.push(
          ...found.value.flatMap((each) => ('problems' in each ? located(each.problems) : [])),
        );
      }
      continue;
    }
    const table = await readTable(file, bytes);
    const missing = table.ok ? missingColumns(mapping, table.value.columns) : table.problems;
    if (!table.ok || missing.length > 0) {
      faults.push(...located(missing));
      continue;
    }
    const studies = studiesFromTable(table.value.records, mapping);
    read.push({ file, studies });
    said.push(
      ...studies.flatMap((each) => located('problems' in each ? each.problems : each.left)),
    );
  }
  return faults.length > 0 ? { ok: false, problems: faults } : { ok: true, files: read, said };
}

function grow(register: Register, files: Read['files']): Brought {
  const references = files.flatMap((each) => ('found' in each ? [each] : []));
  let grown = references.length > 0 ? broughtIn(register, references) : register;
  const fates: StudyFate[] = [];
  for (const each of files) {
    if (!('studies' in each)) continue;
    const brought = studiesBroughtIn(grown, each.file, each.studies);
    grown = brought.register;
    fates.push(...brought.fates);
  }
  return { before: register, after: grown, fates };
}

/** The partnership's register as far as arrivals need it: what is there to be a duplicate of. */
async function registerIn(tx: Work): Promise<Register> {
  const sources = await tx
    .selectFrom('evidence_source')
    .select(['id', 'reference'])
    .where('removed_at', 'is', null)
    .orderBy('merged_into', (order) => order.desc().nullsFirst())
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  const studies = await tx
    .selectFrom('evidence_study')
    .select(['id', 'content', 'source_id'])
    .where('origin_key', '!=', '')
    .where('removed_at', 'is', null)
    .execute();
  return {
    ...emptyRegister,
    sources: sources.map(({ id, reference }) => ({ id, reference: Reference.parse(reference) })),
    studies: studies.map(studyOf),
  };
}

async function contentOf({ ports }: Workshop, { storedAs }: Upload): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(ports.files.open(storedAs))) pieces.push(piece);
  return Buffer.concat(pieces);
}

function resultOf({ before, after, fates }: Brought, { mapping, dryRun }: Bringing) {
  const arrivals = after.arrivals.slice(before.arrivals.length);
  const of = (fate: string, file?: string) =>
    arrivals.filter((each) => each.fate === fate && (file === undefined || each.file === file))
      .length;
  const files = [...new Set(arrivals.map(({ file }) => file))];
  const perFile = files.flatMap((file) =>
    (['new', 'duplicate', 'rejected'] as const).map((fate) => [`${file}: ${fate}`, of(fate, file)]),
  );
  const studies = (fate: StudyFate['fate']) => fates.filter((each) => each.fate === fate).length;
  return {
    what: mapping === null ? ('references' as const) : ('studies' as const),
    ...{ dryRun, kept: !dryRun, rows: arrivals.length, skipped: 0, rejected: of('rejected') },
    new: mapping === null ? of('new') : studies('new'),
    changed: 0,
    same: mapping === null ? of('duplicate') : studies('known'),
    ...{ links: null, unknownPlaces: [] },
    counts: {
      suggestions: after.suggestions.length - before.suggestions.length,
      ...Object.fromEntries(perFile),
    },
  };
}
