import type { z } from 'zod';
import { outputsOf, type Output, type OutputFacts } from '@freehold/core/cycle';
import { actionsOf } from '../action/store.ts';
import type { Work } from '../database/within.ts';
import { factsOf } from './facts.ts';
import { summaryOf } from './overview.ts';
import type { CycleOutput, Item, RoundPage } from './shapes.ts';
import {
  carriesOf,
  itemsOf,
  notesOf,
  placeOfRound,
  reviewsIn,
  roundsOf,
  stepsOf,
  type KeptItem,
  type KeptNotes,
  type KeptRound,
} from './store.ts';

/** One round with everything on it, in nine statements; null where there is no such round for the asker. */
export async function roundPage(tx: Work, id: string): Promise<z.infer<typeof RoundPage> | null> {
  const place = await placeOfRound(tx, id);
  if (place === null) return null;
  const rounds = await roundsOf(tx, place.id);
  const at = rounds.findIndex((round) => round.id === id);
  const round = rounds[at];
  if (round === undefined) return null;
  const actions = await actionsOf(tx, place.id);
  const facts = await factsOf(tx, id, place.id);
  return {
    place,
    round: { ...summaryOf(round, actions), ...closingOf(round) },
    isLast: at === rounds.length - 1,
    previous: rounds[at - 1]?.id ?? null,
    next: rounds[at + 1]?.id ?? null,
    items: (await itemsOf(tx, id)).map(shownItem),
    outputs: shownOutputs(round, facts, await notesOf(tx, id)),
    steps: await stepsOf(tx, id),
    reviews: await reviewsIn(tx, id),
    actions: actions
      .filter((action) => action.round === id)
      .map(({ id: action, title, stage, status, dueOn }) => ({
        ...{ id: action, title, stage, status, dueOn },
      })),
    carries: await carriesOf(tx, id),
  };
}

export function closingOf({ changed, normal, closedBy, closedAt }: KeptRound) {
  return { changed, normal, closedBy, closedAt: closedAt?.toISOString() ?? null };
}

export function shownItem({ doneAt, ...item }: KeptItem): z.infer<typeof Item> {
  return { ...item, doneAt: doneAt?.toISOString() ?? null };
}

/** While a round is open its outputs are counted anew; when it closed, the counts were kept. */
function shownOutputs(
  round: KeptRound,
  facts: OutputFacts,
  notes: KeptNotes,
): z.infer<typeof CycleOutput>[] {
  const written = new Map<Output, string>([
    // What was written for the end of a round stands for these two, unless there is a note of their own.
    ['learning', round.learning],
    ['next-goals', round.nextGoals],
    ...[...notes].flatMap(([output, { note }]): [Output, string][] =>
      note === '' ? [] : [[output, note]],
    ),
  ]);
  return outputsOf(facts, written).map((now) => {
    const kept = notes.get(now.output);
    const about = {
      link: kept?.link ?? '',
      by: kept?.by ?? '',
      at: kept === undefined || now.note === '' ? null : kept.at.toISOString(),
    };
    if (round.state === 'open') return { ...now, ...about };
    const count = kept?.counted ?? null;
    return { ...now, ...about, count, there: now.note !== '' || (count ?? 0) > 0, waits: false };
  });
}
