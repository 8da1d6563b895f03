import { sql } from 'kysely';
import { z } from 'zod';
import { Output, RoundState, Stage, StageState } from '@freehold/core/cycle';
import type { Work } from '../database/within.ts';

const Count = z.object({ stage: Stage, items: z.number(), done: z.number() });

/** A round with its stages, how far its checklist is, and how many assets were listed in its time. */
const RoundRow = z.object({
  id: z.string(),
  place: z.string(),
  number: z.number(),
  title: z.string(),
  startedOn: z.string(),
  endedOn: z.string().nullable(),
  state: RoundState,
  goals: z.string(),
  changed: z.string(),
  normal: z.string(),
  learning: z.string(),
  nextGoals: z.string(),
  closedAt: z.date().nullable(),
  closedBy: z.string(),
  stages: z.array(z.object({ stage: Stage, state: StageState })),
  checklist: z.array(Count),
  assetsListed: z.number(),
});
export type KeptRound = z.infer<typeof RoundRow>;

/** The rounds of a place, oldest first, in one statement however many there are. */
export async function roundsOf(tx: Work, place: string): Promise<readonly KeptRound[]> {
  const { rows } = await sql`
    with own as (
      select r.*, lead(started_on) over (order by number) as next_start
      from cycle_round r where r.place_id = ${place})
    select r.id, r.place_id as place, r.number, r.title, r.started_on as "startedOn",
      r.ended_on as "endedOn", r.state, r.goals, r.changed, r.normal, r.learning,
      r.next_goals as "nextGoals", r.closed_at as "closedAt", r.closed_by_name as "closedBy",
      (select coalesce(jsonb_agg(jsonb_build_object('stage', s.stage, 'state', s.state)), '[]')
        from cycle_stage s where s.round_id = r.id) as stages,
      (select coalesce(jsonb_agg(c), '[]') from (
        select stage, count(*) as items, count(*) filter (where done) as done
        from cycle_item where round_id = r.id and removed_at is null group by stage) c) as checklist,
      (select count(*)::int from asset a where a.place_id = r.place_id and a.removed_at is null
        and (a.made_at at time zone 'UTC')::date >= r.started_on
        and (r.next_start is null or (a.made_at at time zone 'UTC')::date < r.next_start))
        as "assetsListed"
    from own r order by r.number`.execute(tx);
  return z.array(RoundRow).parse(rows);
}

/** Where a round is, kept from changing under the asker's hands until the work is done. */
export async function roundToChange(tx: Work, round: string) {
  const row = await tx
    .selectFrom('cycle_round')
    .where('id', '=', round)
    .select([
      'id',
      'place_id as place',
      'number',
      'state',
      'title',
      'goals',
      'started_on as startedOn',
    ])
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The place that a round is of; null where there is no such round for the asker. */
export async function placeOfRound(tx: Work, round: string) {
  const row = await tx
    .selectFrom('cycle_round as r')
    .innerJoin('place as p', 'p.id', 'r.place_id')
    .where('r.id', '=', round)
    .select(['p.id', 'p.name'])
    .executeTakeFirst();
  return row ?? null;
}

export async function stageStateOf(tx: Work, round: string, stage: Stage): Promise<StageState> {
  const { state } = await tx
    .selectFrom('cycle_stage')
    .where('round_id', '=', round)
    .where('stage', '=', stage)
    .select('state')
    .executeTakeFirstOrThrow();
  return state;
}

/** What was said when a stage started, closed or was opened again, oldest first. */
export async function stepsOf(tx: Work, round: string) {
  const rows = await tx
    .selectFrom('cycle_step')
    .where('round_id', '=', round)
    .select([
      'stage',
      'from_state as from',
      'to_state as to',
      'by_name as by',
      'note',
      'left_open as left',
      'at',
    ])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    left: z.array(z.string()).parse(row.left),
    at: row.at.toISOString(),
  }));
}

const itemColumns = [
  'id',
  'stage',
  'title',
  'proposed',
  'done',
  'done_by_name as doneBy',
  'done_at as doneAt',
  'note',
  'carried_from as carriedFrom',
] as const;

/** A round's checklist in its order; items taken out are not among them. */
export async function itemsOf(tx: Work, round: string) {
  return tx
    .selectFrom('cycle_item')
    .where('round_id', '=', round)
    .where('removed_at', 'is', null)
    .select(itemColumns)
    .orderBy('position')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}
export type KeptItem = Awaited<ReturnType<typeof itemsOf>>[number];

/** One item, taken out or not, with the round that it is in; the row is held. */
export async function itemToChange(tx: Work, item: string) {
  const row = await tx
    .selectFrom('cycle_item as i')
    .innerJoin('cycle_round as r', 'r.id', 'i.round_id')
    .where('i.id', '=', item)
    .select(['i.round_id as round', 'i.title', 'i.done', 'i.note', 'r.state'])
    .select((of) => of('i.removed_at', 'is not', null).as('removed'))
    .forUpdate('i')
    .executeTakeFirst();
  return row ?? null;
}

/** What people wrote about a round's outputs, and what was counted when it closed. */
export async function notesOf(tx: Work, round: string) {
  const rows = await tx
    .selectFrom('cycle_output')
    .where('round_id', '=', round)
    .select(['output', 'note', 'link', 'counted', 'by_name as by', 'at'])
    .execute();
  return new Map(rows.map(({ output, ...row }) => [Output.parse(output), row]));
}
export type KeptNotes = Awaited<ReturnType<typeof notesOf>>;

export async function carriesOf(tx: Work, round: string) {
  return tx
    .selectFrom('cycle_carry')
    .where('round_id', '=', round)
    .select(['kind', 'record as id', 'title', 'decision', 'reason'])
    .orderBy('kind')
    .orderBy('title')
    .execute();
}
export type KeptCarry = Awaited<ReturnType<typeof carriesOf>>[number];

export async function reviewsIn(tx: Work, round: string) {
  return tx
    .selectFrom('review')
    .where('round_id', '=', round)
    .select(['id', 'title', 'state'])
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}
