import type { z } from 'zod';
import type { Work } from '../database/within.ts';
import { Links, openRoundAt } from '../decision/links.ts';
import type { NewSurvivorInput, SurvivorInput } from './shapes.ts';

export type InputFields = z.infer<typeof NewSurvivorInput>;

/** What survivors said, in sum; `round` is the number of the cycle's round in which it came. */
export type KeptInput = InputFields & {
  readonly id: string;
  readonly place: string;
  readonly round: number | null;
  readonly removedAt: Date | null;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

/** What survivors said about a place, newest first; what was taken out is left out. */
export async function survivorInputOf(tx: Work, place: string): Promise<readonly KeptInput[]> {
  const rows = await chosen(tx)
    .where('survivor_input.place_id', '=', place)
    .where('survivor_input.removed_at', 'is', null)
    .orderBy('survivor_input.received_on', 'desc')
    .orderBy('survivor_input.made_at', 'desc')
    .orderBy('survivor_input.id')
    .execute();
  return rows.map(kept);
}

/** One of them, taken out or not; with `hold` kept from changing under the asker's hands. */
export async function inputOf(tx: Work, id: string, hold = false): Promise<KeptInput | null> {
  const asked = chosen(tx).where('survivor_input.id', '=', id);
  const row = await (hold ? asked.forUpdate('survivor_input') : asked).executeTakeFirst();
  return row === undefined ? null : kept(row);
}

/** Puts it on record, in the round that is open. */
export async function addInput(
  tx: Work,
  { partnership, place }: { readonly partnership: string; readonly place: string },
  fields: InputFields,
): Promise<string> {
  const { id } = await tx
    .insertInto('survivor_input')
    .values((e) => ({
      partnership_id: partnership,
      place_id: place,
      round_id: openRoundAt(place)(e),
      ...written(fields),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeInput(
  tx: Work,
  id: string,
  fields: InputFields & Pick<KeptInput, 'removedAt'>,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('survivor_input')
    .set({ ...written(fields), removed_at: fields.removedAt, changed_at: at })
    .where('id', '=', id)
    .execute();
}

/** As it leaves the house. */
export function shownInput({
  removedAt,
  madeAt,
  changedAt,
  ...rest
}: KeptInput): z.infer<typeof SurvivorInput> {
  return {
    ...rest,
    removed: removedAt !== null,
    madeAt: madeAt.toISOString(),
    changedAt: changedAt.toISOString(),
  };
}

function chosen(tx: Work) {
  return tx
    .selectFrom('survivor_input')
    .leftJoin('cycle_round', 'cycle_round.id', 'survivor_input.round_id')
    .select([
      'survivor_input.id',
      'survivor_input.place_id as place',
      'survivor_input.channel',
      'survivor_input.theme',
      'survivor_input.summary',
      'survivor_input.people',
      'survivor_input.changed',
      'survivor_input.actions',
      'survivor_input.stage',
      'survivor_input.received_on as receivedOn',
      'cycle_round.number as round',
      'survivor_input.removed_at as removedAt',
      'survivor_input.made_at as madeAt',
      'survivor_input.changed_at as changedAt',
    ]);
}

function kept(row: Omit<KeptInput, 'actions'> & { readonly actions: unknown }): KeptInput {
  return { ...row, actions: Links.parse(row.actions) };
}

function written({ channel, theme, summary, people, changed, stage, ...rest }: InputFields) {
  return {
    ...{ channel, theme, summary, people, changed, stage },
    actions: JSON.stringify(rest.actions),
    received_on: rest.receivedOn,
  };
}
