import type { z } from '@hono/zod-openapi';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { entryToChange, type Hand } from './entry.ts';
import { membershipsOf } from './listed.ts';
import type { NewMembership } from './shapes.ts';

type Written = z.infer<typeof NewMembership>;

/** Adds a member. Problems: `not-found`, and `member-already` for one that is there. */
export async function addMembership(
  tx: Work,
  hand: Hand,
  listed: string,
  fields: Written & { readonly asWritten?: string },
): Promise<{ readonly id: string } | Problem> {
  const partnership = await entryToChange(tx, 'partnership', listed);
  const organisation = await entryToChange(tx, 'organisation', fields.organisation);
  if (partnership === null || organisation === null) return problem('not-found');
  const there = (await membershipsOf(tx)).some(
    (each) => each.listed === listed && each.organisation === fields.organisation,
  );
  if (there) return problem('member-already', { name: organisation.name });
  return tx
    .insertInto('listed_membership')
    .values({
      ...{ partnership_id: hand.partnership, listed_id: listed, made_at: hand.at },
      ...{ organisation_id: fields.organisation, as_written: fields.asWritten ?? '' },
      ...columns(fields),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function changeMembership(
  tx: Work,
  id: string,
  fields: Omit<Written, 'organisation'>,
): Promise<boolean> {
  const done = await tx
    .updateTable('listed_membership')
    .set(columns(fields))
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function removeMembership(tx: Work, id: string): Promise<boolean> {
  const done = await tx.deleteFrom('listed_membership').where('id', '=', id).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

function columns({ role, startedOn, endedOn, fields }: Omit<Written, 'organisation'>) {
  return { role, started_on: startedOn, ended_on: endedOn, content: JSON.stringify(fields) };
}
