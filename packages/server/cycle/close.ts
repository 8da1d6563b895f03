import { sql } from 'kysely';
import type { z } from 'zod';
import {
  closedOut,
  openThings,
  outputsOf,
  reopenedRound,
  type OpenThing,
} from '@freehold/core/cycle';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { actionsOf } from '../action/store.ts';
import { keptTargetsOf } from '../action/target-store.ts';
import type { Work } from '../database/within.ts';
import { gapsOf } from '../gap/store.ts';
import type { Partner } from '../http/house.ts';
import { risksOf } from '../risk/store.ts';
import { factsOf } from './facts.ts';
import { summaryOf } from './overview.ts';
import { closingOf } from './page.ts';
import type { CloseOut, Closing } from './shapes.ts';
import {
  carriesOf,
  itemsOf,
  notesOf,
  placeOfRound,
  roundsOf,
  roundToChange,
  type KeptRound,
} from './store.ts';

/** What a round would close with; null where there is no such round for the asker. Eight statements. */
export async function closeOut(
  tx: Work,
  id: string,
  today: string,
): Promise<z.infer<typeof CloseOut> | null> {
  const place = await placeOfRound(tx, id);
  if (place === null) return null;
  const rounds = await roundsOf(tx, place.id);
  const round = rounds.find((each) => each.id === id);
  if (round === undefined) return null;
  const actions = await actionsOf(tx, place.id);
  return {
    place,
    round: { ...summaryOf(round, actions), ...closingOf(round) },
    isLast: rounds.at(-1)?.id === id,
    open: [...(await openIn(tx, place.id, id, { today, actions }))],
    decided: await carriesOf(tx, id),
    done: actions
      .filter(({ round: own, status }) => own === id && status === 'done')
      .map(({ id: action, title }) => ({ id: action, title })),
  };
}

type Known = {
  readonly today: string;
  readonly actions: Awaited<ReturnType<typeof actionsOf>>;
};

/** Targets run until their day has passed. */
async function openIn(
  tx: Work,
  place: string,
  round: string,
  { today, actions }: Known,
): Promise<readonly OpenThing[]> {
  const targets = await keptTargetsOf(tx, place);
  return openThings({
    gaps: await gapsOf(tx, place),
    actions,
    targets: targets.map(({ id, title, endsOn }) => ({
      ...{ id, title },
      status: endsOn >= today ? 'running' : 'over',
    })),
    risks: await risksOf(tx, place),
    items: await itemsOf(tx, round),
  });
}

/**
 * Closes a round: keeps what was decided about everything open, what was learnt and what is next, and what its
 * stages had given. Nothing of it takes hold before the next round opens.
 */
export async function closeRound(
  tx: Work,
  partner: Partner,
  id: string,
  closing: Closing,
  now: Date,
): Promise<Outcome<'closed'>> {
  const round = await roundToChange(tx, id);
  if (round === null) return refused(problem('not-found'));
  if (closing.title !== round.title)
    return refused(problem('name-differs', { name: round.title }, { path: 'title' }));
  if (closing.endedOn < round.startedOn)
    return refused(problem('ends-before-start', { start: round.startedOn }, { path: 'endedOn' }));
  const known = {
    today: now.toISOString().slice(0, 10),
    actions: await actionsOf(tx, round.place),
  };
  const open = await openIn(tx, round.place, id, known);
  const decided = closedOut(round.state, open, closing.decisions, closing);
  if (!decided.ok) return decided;
  await tx
    .updateTable('cycle_round')
    .set({
      ...{ state: 'closed', ended_on: closing.endedOn, closed_at: now },
      ...{ closed_by: partner.person, closed_by_name: partner.name },
      ...{ changed: closing.changed, normal: closing.normal },
      ...{ learning: closing.learning, next_goals: closing.nextGoals },
    })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('cycle_carry').where('round_id', '=', id).execute();
  if (decided.value.length > 0)
    await tx
      .insertInto('cycle_carry')
      .values(
        decided.value.map(({ kind, id: record, title, decision, reason }) => ({
          ...{ partnership_id: partner.partnership, round_id: id, at: now },
          ...{ kind, record, title, decision, reason },
        })),
      )
      .execute();
  await keepCounts(tx, partner, { id, place: round.place }, now);
  return fine('closed');
}

/** Keeps how many there were of each output, since gaps and assets go on changing. */
export async function keepCounts(
  tx: Work,
  { partnership, name }: Pick<Partner, 'partnership' | 'name'>,
  { id, place }: Pick<KeptRound, 'id' | 'place'>,
  now: Date,
): Promise<void> {
  const facts = await factsOf(tx, id, place);
  const counted = outputsOf(facts, new Map()).filter(({ count }) => count !== null);
  await tx
    .insertInto('cycle_output')
    .values(
      counted.map(({ output, count }) => ({
        ...{ round_id: id, output, partnership_id: partnership },
        ...{ counted: count, by_name: name, at: now },
      })),
    )
    .onConflict((on) =>
      on.columns(['round_id', 'output']).doUpdateSet({ counted: sql`excluded.counted` }),
    )
    .execute();
}

/** Opens a closed round again, as long as no later one has begun. What was written for its end stays as a draft. */
export async function reopenRound(tx: Work, id: string): Promise<Outcome<'open'>> {
  const round = await roundToChange(tx, id);
  if (round === null) return refused(problem('not-found'));
  const reopened = reopenedRound(round, await roundsOf(tx, round.place));
  if (!reopened.ok) return reopened;
  await tx
    .updateTable('cycle_round')
    .set({ state: 'open', ended_on: null, closed_at: null, closed_by: null, closed_by_name: '' })
    .where('id', '=', id)
    .execute();
  const notes = await notesOf(tx, id);
  const empty = [...notes].flatMap(([output, { note, link }]) =>
    note === '' && link === '' ? [output] : [],
  );
  if (empty.length > 0)
    await tx
      .deleteFrom('cycle_output')
      .where('round_id', '=', id)
      .where('output', 'in', empty)
      .execute();
  return reopened;
}
