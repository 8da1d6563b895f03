import type { z } from 'zod';
import { changesOf, ofKind, stepsFrom, type Change, type CrisisInput } from '@freehold/core/crisis';
import { activationDay } from './day.ts';
import { measuresOf, seriesAround } from './freeze.ts';
import type { Board } from './shapes.ts';
import { shownCrisis, shownDay, shownItem, shownKeptDay } from './shown.ts';
import {
  crisisOf,
  daysOf,
  eventsOf,
  itemsOf,
  leastCellOf,
  type KeptCrisis,
  type KeptDay,
  type KeptItem,
} from './store.ts';
import type { Work } from '../database/within.ts';

type Asked = { readonly partnership: string; readonly crisis: string };

type Gathered = {
  readonly crisis: KeptCrisis;
  readonly items: readonly KeptItem[];
  readonly days: readonly KeptDay[];
  readonly changes: readonly Change[];
  readonly events: Awaited<ReturnType<typeof eventsOf>>;
  readonly least: number;
};

/** Everything that stands on the board of a crisis; null where there is none for the asker. */
export async function boardOf(tx: Work, asked: Asked): Promise<z.infer<typeof Board> | null> {
  const found = await gathered(tx, asked);
  if (found === null) return null;
  const { crisis, items, days, changes, events, least } = found;
  return {
    crisis: shownCrisis(crisis),
    items: items.map((item) => shownItem(item, least)),
    days: days.map((day) => shownKeptDay(day, least)),
    changes: [...changes],
    events: events.map(({ at, ...event }) => ({ at: at.toISOString(), ...event })),
    leastCell: least,
    moves: [...stepsFrom(crisis.state)],
  };
}

/** What the reports of a crisis are made from; null where there is none for the asker. */
export async function reportInputOf(
  tx: Work,
  asked: Asked,
  now: Date,
): Promise<CrisisInput | null> {
  const found = await gathered(tx, asked);
  if (found === null) return null;
  const { crisis, items, days, changes, events, least } = found;
  const { name, madeUp } = await tx
    .selectFrom('partnership')
    .where('id', '=', asked.partnership)
    .select(['name', 'made_up as madeUp'])
    .executeTakeFirstOrThrow();
  return {
    ...{ now, partnership: { name, madeUp }, place: crisis.place.name },
    ...{ crisis, items, changes, events },
    days: days.map((day) => shownDay(day, least)),
  };
}

async function gathered(tx: Work, { partnership, crisis: id }: Asked): Promise<Gathered | null> {
  const crisis = await crisisOf(tx, id);
  if (crisis === null) return null;
  const items = await itemsOf(tx, id);
  const days = await daysOf(tx, id);
  const least = await leastCellOf(tx, partnership);
  const series = await seriesAround(tx, crisis.place.id, measuresOf(items), activationDay(crisis));
  const newer = Object.fromEntries([...series].map(([code, { after }]) => [code, after]));
  const baselines = ofKind(items, 'baseline').map(({ id: of, content }) => ({
    id: of,
    item: content,
  }));
  const changes = crisis.activatedAt === null ? [] : changesOf(baselines, { days, newer, least });
  return { crisis, items, days, changes, events: await eventsOf(tx, id), least };
}
