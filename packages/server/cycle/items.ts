import type { z } from 'zod';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import { sent } from '../http/sent.ts';
import { shownItem } from './page.ts';
import type { Item, ItemChange, NewItem, OutputNote } from './shapes.ts';
import { itemsOf, itemToChange, roundToChange } from './store.ts';

type Shown = z.infer<typeof Item>;

/** Adds a line to a round's checklist, after those of its stage. */
export async function addItem(
  tx: Work,
  partner: Partner,
  round: string,
  { stage, title }: z.infer<typeof NewItem>,
  now: Date,
): Promise<Outcome<Shown>> {
  const found = await roundToChange(tx, round);
  if (found === null) return refused(problem('not-found'));
  if (found.state === 'closed') return refused(problem('cycle-round-closed'));
  const items = await itemsOf(tx, round);
  const { id } = await tx
    .insertInto('cycle_item')
    .values({
      ...{ partnership_id: partner.partnership, round_id: round, stage, title },
      ...{ position: items.length, made_at: now, changed_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return shownIn(tx, round, id);
}

/** Changes a line, ticks it, takes it out or brings it back. Who ticked it and when is kept with it. */
export async function changeItem(
  tx: Work,
  partner: Partner,
  item: string,
  change: z.infer<typeof ItemChange>,
  now: Date,
): Promise<Outcome<Shown | null>> {
  const before = await itemToChange(tx, item);
  if (before === null) return refused(problem('not-found'));
  if (before.state === 'closed') return refused(problem('cycle-round-closed'));
  const { title, done, note, removed } = { ...before, ...sent(change) };
  await tx
    .updateTable('cycle_item')
    .set({
      ...{ title, done, note, changed_at: now },
      removed_at: removed === true ? now : null,
      ...(done === before.done ? {} : tickedBy(done, partner, now)),
    })
    .where('id', '=', item)
    .execute();
  return removed === true ? fine(null) : shownIn(tx, before.round, item);
}

function tickedBy(done: boolean, { person, name }: Partner, now: Date) {
  return done
    ? { done_by: person, done_by_name: name, done_at: now }
    : { done_by: null, done_by_name: '', done_at: null };
}

async function shownIn(tx: Work, round: string, id: string): Promise<Outcome<Shown>> {
  const item = (await itemsOf(tx, round)).find((each) => each.id === id);
  return item === undefined ? refused(problem('not-found')) : fine(shownItem(item));
}

/** Writes down what a stage gave; an emptied note takes it back. */
export async function noteOutput(
  tx: Work,
  partner: Partner,
  round: string,
  { output, note, link }: z.infer<typeof OutputNote>,
  now: Date,
): Promise<Outcome<'kept'>> {
  const found = await roundToChange(tx, round);
  if (found === null) return refused(problem('not-found'));
  if (found.state === 'closed') return refused(problem('cycle-round-closed'));
  const words = { note, link, by_person: partner.person, by_name: partner.name, at: now };
  await tx
    .insertInto('cycle_output')
    .values({ round_id: round, output, partnership_id: partner.partnership, ...words })
    .onConflict((on) => on.columns(['round_id', 'output']).doUpdateSet(words))
    .execute();
  return fine('kept');
}
