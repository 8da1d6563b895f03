import type { z } from 'zod';
import { Marking, ProfilePart, type KeptPart } from '@freehold/core/cycle';
import { Document } from '@freehold/core/document';
import { sql } from 'kysely';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import type { PartRow } from '../document/parts.ts';
import type { Issue } from '../report/shapes.ts';

export type Draft = { readonly title: string; readonly marking: Marking };

/** A place's draft; null where nobody has begun one. */
export async function draftOf(tx: Work, place: string): Promise<Draft | null> {
  const row = await tx
    .selectFrom('problem_profile')
    .where('place_id', '=', place)
    .select(['title', 'marking'])
    .executeTakeFirst();
  return row === undefined ? null : { title: row.title, marking: Marking.parse(row.marking) };
}

/** Begins a draft, or changes the head of the one that is there. */
export async function keepDraft(
  tx: Work,
  { partnership, place }: { readonly partnership: string; readonly place: string },
  { title, marking }: Draft,
): Promise<void> {
  await tx
    .insertInto('problem_profile')
    .values({ partnership_id: partnership, place_id: place, title, marking })
    .onConflict((on) => on.columns(['partnership_id', 'place_id']).doUpdateSet({ title, marking }))
    .execute();
}

/** The issued versions of a place, newest first, without what stands in them. */
export async function issuesOf(tx: Work, place: string): Promise<readonly z.infer<typeof Issue>[]> {
  const rows = await tx
    .selectFrom('problem_profile_issue')
    .where('place_id', '=', place)
    .orderBy('number', 'desc')
    .select([
      'id',
      'number',
      'note',
      'by_name as byName',
      'at',
      sql<string>`document ->> 'title'`.as('title'),
      sql<string>`document ->> 'marking'`.as('marking'),
    ])
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** An issued version as it was issued. */
export async function issuedDocument(tx: Work, issue: string): Promise<Document | null> {
  const row = await tx
    .selectFrom('problem_profile_issue')
    .where('id', '=', issue)
    .select('document')
    .executeTakeFirst();
  return row === undefined ? null : Document.parse(row.document);
}

/** The number that the next version of a place gets. The draft is held, so that no two get the same. */
export async function nextNumber(tx: Work, place: string): Promise<number> {
  await tx
    .selectFrom('problem_profile')
    .where('place_id', '=', place)
    .select('place_id')
    .forUpdate()
    .execute();
  const { last } = await tx
    .selectFrom('problem_profile_issue')
    .where('place_id', '=', place)
    .select((e) => e.fn.coalesce(e.fn.max('number'), sql<number>`0`).as('last'))
    .executeTakeFirstOrThrow();
  return last + 1;
}

/** Keeps a version for good. [PP-5] */
export async function addIssue(
  tx: Work,
  by: Pick<Partner, 'partnership' | 'person' | 'name'> & { readonly place: string },
  issue: {
    readonly number: number;
    readonly document: Document;
    readonly note: string;
    readonly at: Date;
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('problem_profile_issue')
    .values({
      partnership_id: by.partnership,
      place_id: by.place,
      ...{ number: issue.number, note: issue.note, at: issue.at },
      document: JSON.stringify(issue.document),
      ...{ by_person: by.person, by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A part as the document is made from it. */
export function keptPart({ part, filled, filledAt, written, state }: PartRow): KeptPart {
  return {
    ...{ part: ProfilePart.parse(part), filled, written, state },
    filledAt: filledAt?.toISOString() ?? null,
  };
}
