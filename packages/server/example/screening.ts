import { z } from 'zod';
import { Decision, Reference, ScreeningStage, blankReference } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { addBatch } from '../evidence/screening-store.ts';
import { keepSettled } from '../evidence/screening-settle.ts';
import { columnsOf } from '../evidence/source-store.ts';
import type { Setting } from './review.ts';
import screening from './screening.json' with { type: 'json' };

const Said = z.strictObject({ decision: Decision, reason: z.string() }).nullable();
/** What the co-ordinator said, and what the other person did. */
const Both = z.tuple([Said, Said]);
const Day = z.int().min(-1000).max(0);

const Screening = z.strictObject({
  batch: z.strictObject({
    ...{ title: z.string(), second: z.string(), day: Day },
    ...{ lookFor: z.array(z.string()), lookOut: z.array(z.string()) },
  }),
  import: z.strictObject({ title: z.string(), day: Day, duplicates: z.int(), rejected: z.int() }),
  settled: z.array(
    z.strictObject({
      ...{ title: z.string(), stage: ScreeningStage, decision: z.enum(['include', 'exclude']) },
      ...{ reason: z.string(), note: z.string(), day: Day },
    }),
  ),
  publications: z.array(
    z.strictObject({
      ...{ title: z.string(), authors: z.array(z.string()), year: z.int(), container: z.string() },
      ...{ abstract: z.string(), titleAbstract: Both, fullText: Both },
    }),
  ),
});
type Screening = z.infer<typeof Screening>;

/**
 * Writes a batch of made-up publications that the co-ordinator and a colleague are in the middle of: most are decided,
 * some differ, one was settled, and some wait for the co-ordinator.
 */
export async function addScreening(tx: Work, setting: Setting): Promise<void> {
  const found = Screening.parse(screening);
  const { partnership, calendar, content } = setting;
  const by = { partnership, name: content.story.coordinator };
  const people = await screenersOf(tx, setting, found.batch.second);
  const sources = await addPublications(tx, setting, found);
  const batch = await addBatch(tx, by, {
    ...{ title: found.batch.title, protocol: null, screeners: people },
    ...{ sources: [...sources.values()], at: calendar.at(found.batch.day) },
  });
  await tx
    .updateTable('screening_batch')
    .set({
      look_for: JSON.stringify(found.batch.lookFor),
      look_out: JSON.stringify(found.batch.lookOut),
    })
    .where('id', '=', batch)
    .execute();
  const own = { partnership_id: partnership, batch_id: batch };
  const row = (
    { title }: Screening['publications'][number],
    stage: ScreeningStage,
    both: z.infer<typeof Both>,
  ) =>
    both.flatMap((said, at) => {
      const on = calendar.at(found.batch.day + (stage === 'full-text' ? 20 : 4) + at);
      const who = { person_id: people[at]?.person ?? '', typed_at: on, at: on };
      const what = { source_id: sources.get(title) ?? '', stage };
      return said === null ? [] : [{ ...own, ...who, ...what, ...said }];
    });
  await tx
    .insertInto('screening_decision')
    .values(
      found.publications.flatMap((each) => [
        ...row(each, 'title-abstract', each.titleAbstract),
        ...row(each, 'full-text', each.fullText),
      ]),
    )
    .execute();
  for (const { title, stage, day, ...settled } of found.settled) {
    const at = { batch, source: sources.get(title) ?? '', stage };
    await keepSettled(tx, by, at, { ...settled, at: calendar.at(day) });
  }
}

async function screenersOf(tx: Work, { person, partnership, content }: Setting, name: string) {
  const second = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.id')
    .where('membership.partnership_id', '=', partnership)
    .where('person.name', '=', name)
    .executeTakeFirstOrThrow();
  return [
    { person, name: content.story.coordinator },
    { person: second.id, name },
  ] as const;
}

/** The publications with the import that brought them in; their ids by title. */
async function addPublications(
  tx: Work,
  { partnership, calendar, content }: Setting,
  { publications, import: { title: file, day, duplicates, rejected } }: Screening,
): Promise<ReadonlyMap<string, string>> {
  const own = { partnership_id: partnership };
  const [by, at] = [content.story.coordinator, calendar.at(day)];
  const counts = { new: publications.length, duplicate: duplicates, rejected };
  const { id } = await tx
    .insertInto('evidence_import')
    .values({
      ...{ ...own, kind: 'references', title: file, counts: JSON.stringify(counts) },
      ...{ by_name: by, at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const references = publications.map(
    ({ titleAbstract: _title, fullText: _full, ...publication }) =>
      Reference.parse({ ...blankReference, ...publication, type: 'article' }),
  );
  const kept = await tx
    .insertInto('evidence_source')
    .values(
      references.map((reference) => ({
        ...{ ...own, ...columnsOf(reference), import_id: id, added_by: by, added_at: at },
      })),
    )
    .returning(['id', 'title'])
    .execute();
  const ids = kept.map((each) => each.id);
  const fates = [
    ...ids.map((source) => ['new', source] as const),
    ...ids.slice(0, duplicates).map((source) => ['duplicate', source] as const),
    ...Array.from({ length: rejected }, () => ['rejected', null] as const),
  ];
  await tx
    .insertInto('evidence_arrival')
    .values(
      fates.map(([fate, source], index) => ({
        ...{ ...own, import_id: id, file, number: index + 1, row: index + 1 },
        ...{ fate, source_id: source, because: fate === 'new' ? '' : because[fate] },
      })),
    )
    .execute();
  return new Map(kept.map((each) => [each.title, each.id]));
}

const because = { duplicate: 'same-title-and-year', rejected: 'title-missing' } as const;
