import { sql } from 'kysely';
import type { z } from 'zod';
import { nextChecklist, nextRound, Stage } from '@freehold/core/cycle';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import { knownPlace } from '../review/at.ts';
import type { NewRound } from './shapes.ts';
import { carriesOf, itemsOf, roundsOf, type KeptCarry, type KeptRound } from './store.ts';
import { takeHold } from './take-hold.ts';

/**
 * Opens the next round of a place: numbers it, begins Diagnose, writes its checklist, brings in reviews that belong
 * to no round, and lets what was decided when the last round closed take hold.
 */
export async function openRound(
  tx: Work,
  partner: Partner,
  place: string,
  asked: z.infer<typeof NewRound>,
  now: Date,
): Promise<Outcome<{ readonly id: string; readonly number: number }>> {
  if (!(await knownPlace(tx, place))) return refused(problem('not-found'));
  const rounds = await roundsOf(tx, place);
  const number = nextRound(rounds);
  if (!number.ok) return number;
  const last = rounds.at(-1) ?? null;
  if (last !== null && asked.startedOn < (last.endedOn ?? last.startedOn))
    return refused(
      problem('starts-too-early', { after: last.endedOn ?? '' }, { path: 'startedOn' }),
    );
  const round = await addRound(tx, partner, place, { ...asked, number: number.value });
  // Somebody opened one in the same moment.
  if (round === null) return refused(problem('round-still-open', { round: number.value }));
  const carries = last === null ? [] : await carriesOf(tx, last.id);
  await beginStages(tx, partner, round, now);
  await writeChecklist(tx, partner, { round, last, carries, now });
  await adoptReviews(tx, place, { round, number: number.value });
  await takeHold(tx, partner, { place, round, carries, now });
  return fine({ id: round, number: number.value });
}

async function addRound(
  tx: Work,
  { partnership }: Partner,
  place: string,
  { number, title, startedOn, goals }: z.infer<typeof NewRound> & { readonly number: number },
): Promise<string | null> {
  const row = await tx
    .insertInto('cycle_round')
    .values({
      ...{ partnership_id: partnership, place_id: place, number, goals },
      title: title === '' ? `Round ${number}` : title,
      started_on: startedOn,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

async function beginStages(
  tx: Work,
  { partnership, person, name }: Partner,
  round: string,
  now: Date,
): Promise<void> {
  const own = { partnership_id: partnership, round_id: round };
  await tx
    .insertInto('cycle_stage')
    .values(
      Stage.options.map((stage) => ({
        ...{ ...own, stage, changed_at: now },
        ...(stage === 'diagnose'
          ? { state: 'under-way' as const, started_at: now }
          : { state: 'not-started' as const, started_at: null }),
      })),
    )
    .execute();
  await tx
    .insertInto('cycle_step')
    .values({
      ...{ ...own, stage: 'diagnose', from_state: 'not-started', to_state: 'under-way' },
      ...{ by_person: person, by_name: name, at: now },
    })
    .execute();
}

async function writeChecklist(
  tx: Work,
  { partnership }: Partner,
  {
    round,
    last,
    carries,
    now,
  }: {
    readonly round: string;
    readonly last: KeptRound | null;
    readonly carries: readonly KeptCarry[];
    readonly now: Date;
  },
): Promise<void> {
  const dropped = carries.filter(({ kind, decision }) => kind === 'item' && decision === 'dropped');
  const items = nextChecklist(
    last === null ? null : await itemsOf(tx, last.id),
    new Set(dropped.map(({ id }) => id)),
  );
  if (items.length === 0) return;
  await tx
    .insertInto('cycle_item')
    .values(
      items.map(({ carriedFrom, ...item }, position) => ({
        ...{ partnership_id: partnership, round_id: round, ...item, position },
        ...{ carried_from: carriedFrom, made_at: now, changed_at: now },
      })),
    )
    .execute();
}

async function adoptReviews(
  tx: Work,
  place: string,
  { round, number }: { readonly round: string; readonly number: number },
): Promise<void> {
  await sql`update review set round_id = ${round}, round = ${number}
    where place_id = ${place} and round_id is null`.execute(tx);
}
