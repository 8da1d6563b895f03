import { Study } from '@freehold/core/evidence';
import { z } from 'zod';
import type { Work } from '../database/within.ts';
import studies from './map-studies.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Written = z.array(Study.omit({ id: true, origin: true }));

/**
 * Adds made-up studies to the register, so that its map has thick and thin places; those of publications that were
 * screened are linked to them.
 */
export async function addMapStudies(
  tx: Work,
  { partnership, calendar, content }: Setting,
): Promise<void> {
  const found = Written.parse(studies);
  const sources = await tx
    .selectFrom('evidence_source')
    .select(['id', 'title'])
    .where(
      'title',
      'in',
      found.map(({ title }) => title),
    )
    .execute();
  const of = new Map(sources.map(({ id, title }) => [title, id]));
  await tx
    .insertInto('evidence_study')
    .values(
      found.map((study, at) => ({
        ...{ partnership_id: partnership, title: study.title, year: study.year },
        source_id: of.get(study.title) ?? null,
        content: JSON.stringify({ ...study, source: of.get(study.title) ?? null }),
        added_by: content.story.coordinator,
        made_at: new Date(calendar.at(-20).getTime() + at * 1000),
      })),
    )
    .execute();
}
