import { z } from 'zod';
import {
  Baseline,
  Contact,
  CrisisType,
  Finding,
  Group,
  LineCode,
  LineStatus,
  ofKind,
  Phase,
  PlanAction,
  Service,
  type Item,
  type Line,
} from '@freehold/core/crisis';
import { followUp } from '../crisis/follow.ts';
import {
  addCrisis,
  addItems,
  changeCrisis,
  crisisOf,
  itemsOf,
  refill,
  type By,
} from '../crisis/store.ts';
import type { Work } from '../database/within.ts';
import crises from './crisis.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Words = z.string();
const Count = z.int().min(0);

const Prepared = z.strictObject({
  fields: z.strictObject({
    ...{ title: Words, type: CrisisType, phase: Phase, source: Words, sourceUrl: Words },
    ...{ triggerRule: Words, affected: Words, irregular: Words },
  }),
  actions: z.array(PlanAction),
  contacts: z.array(
    z.strictObject({
      key: Words,
      calledBy: Words.nullable(),
      contact: Contact.pick({ organisation: true, role: true, telephone: true, mailbox: true }),
    }),
  ),
  services: z.array(Service),
  groups: z.array(Group),
  /** Weeks that end on the day before the activation, or the day before the example is made. */
  baselines: z.array(
    Baseline.pick({ counts: true, title: true, source: true }).extend({ weeks: z.array(Count) }),
  ),
});
type Prepared = z.infer<typeof Prepared>;

const Finished = Prepared.extend({
  activatedDay: z.int(),
  endedDay: z.int(),
  reviewedDay: z.int(),
  lines: z.record(LineCode, z.tuple([LineStatus, Words])),
  /** Concerns and people seen again, from the day of the activation on. */
  days: z.array(z.tuple([Count, Count])),
  /** Hours after the activation, what, and in what words. */
  events: z.array(z.tuple([Count, Words, Words])),
  findings: z.array(
    Finding.omit({ claim: true, gap: true, action: true }).extend({
      theme: Words.optional(),
    }),
  ),
});
type Finished = z.infer<typeof Finished>;

const Crises = z.strictObject({ finished: Finished, prepared: Prepared });

/** Gives the made-up partnership a crisis that is over and reviewed, and a plan for one that has not come. */
export async function addCrises(tx: Work, setting: Setting): Promise<void> {
  const { finished, prepared } = Crises.parse(crises);
  await addFinished(tx, setting, finished);
  await addPrepared(tx, setting, prepared, { day: -40, frozenAt: 0, acknowledged: false });
}

async function addFinished(tx: Work, setting: Setting, finished: Finished): Promise<void> {
  const { calendar } = setting;
  const { activatedDay, endedDay, reviewedDay } = finished;
  const by = (day: number) => byOn(setting, day);
  const id = await addPrepared(tx, setting, finished, {
    ...{ day: activatedDay - 60, frozenAt: activatedDay, acknowledged: true },
  });
  const lines = ofKind(await itemsOf(tx, id), 'line').map(({ id: line, content }) => ({
    ...{ id: line, content: lineIn(finished, content) },
  }));
  await refill(tx, lines);
  await tx
    .updateTable('crisis_item')
    .set({ changed_at: calendar.at(endedDay) })
    .where('crisis_id', '=', id)
    .where('kind', '=', 'line')
    .execute();
  await addHistory(tx, setting, id, finished);
  await addFindings(tx, by(endedDay + 7), id, finished.findings);
  const crisis = await crisisOf(tx, id);
  if (crisis === null) throw new RangeError('the finished crisis is not there');
  await changeCrisis(tx, by(reviewedDay), {
    ...{ ...crisis, state: 'reviewed', activatedBy: setting.content.story.coordinator },
    ...{ startsOn: calendar.on(activatedDay), endsOn: calendar.on(endedDay) },
    ...{ activatedAt: calendar.at(activatedDay), endedAt: calendar.at(endedDay) },
    reviewedAt: calendar.at(reviewedDay),
  });
}

/** What was counted day by day, and what happened when. */
async function addHistory(
  tx: Work,
  { partnership, content, calendar }: Setting,
  crisis: string,
  { activatedDay, days, events }: Finished,
): Promise<void> {
  const name = content.story.coordinator;
  const own = { partnership_id: partnership, crisis_id: crisis };
  const counts = days.map(([concerns, again], at) => ({
    ...{ ...own, day: calendar.on(activatedDay + at), concerns, again },
    ...{ changed_at: calendar.at(activatedDay + at), changed_by_name: name },
  }));
  await tx.insertInto('crisis_count').values(counts).execute();
  const told = events.map(([hours, what, says]) => ({
    ...{ ...own, at: calendar.at(activatedDay + hours / 24), what, says, by_name: name },
  }));
  await tx.insertInto('crisis_event').values(told).execute();
}

function lineIn({ lines }: Finished, content: Line): Line {
  const found = lines[content.line];
  return found === undefined ? content : { ...content, status: found[0], says: found[1] };
}

/** Findings, and what some of them became. */
async function addFindings(
  tx: Work,
  by: By,
  crisis: string,
  findings: Finished['findings'],
): Promise<void> {
  const bare = findings.map(({ kind, helped, says, forWhom, practice }): Finding => ({
    ...{ kind, helped, says, forWhom, practice, claim: null, gap: null, action: null },
  }));
  const ids = await addItems(tx, by, crisis, bare);
  for (const [at, { theme }] of findings.entries()) {
    const id = ids[at] ?? '';
    if (theme !== undefined) await followUp(tx, by, id, { as: 'claim', theme });
  }
}

async function addPrepared(
  tx: Work,
  setting: Setting,
  plan: Prepared,
  at: { readonly day: number; readonly frozenAt: number; readonly acknowledged: boolean },
): Promise<string> {
  const by = byOn(setting, at.day);
  const fields = { ...plan.fields, startsOn: null, endsOn: null };
  const id = await addCrisis(tx, by, setting.place, fields);
  const baselines = plan.baselines.map(({ weeks, ...rest }): Baseline => ({
    ...{ kind: 'baseline', measure: '', ...rest, points: weeksBefore(setting, at.frozenAt, weeks) },
  }));
  const items: readonly Item[] = [...plan.actions, ...plan.services, ...plan.groups, ...baselines];
  await addItems(tx, by, id, items);
  await addContacts(tx, by, id, plan.contacts, at.acknowledged);
  return id;
}

/** Contacts level by level: each needs the id of the one that calls it. */
async function addContacts(
  tx: Work,
  by: By,
  crisis: string,
  contacts: Prepared['contacts'],
  acknowledged: boolean,
): Promise<void> {
  const ids = new Map<string, string>();
  let left = contacts;
  while (left.length > 0) {
    const now = left.filter(({ calledBy }) => calledBy === null || ids.has(calledBy));
    if (now.length === 0) throw new RangeError('the contact tree of the example has no top');
    const kept = await addItems(
      tx,
      by,
      crisis,
      now.map(({ calledBy, contact }): Contact => ({
        ...{ kind: 'contact', ...contact, acknowledged },
        calledBy: calledBy === null ? null : (ids.get(calledBy) ?? null),
      })),
    );
    for (const [index, { key }] of now.entries()) ids.set(key, kept[index] ?? '');
    left = left.filter((each) => !now.includes(each));
  }
}

function weeksBefore({ calendar }: Setting, day: number, weeks: readonly number[]) {
  return weeks.map((count, at) => {
    const end = day - 1 - (weeks.length - 1 - at) * 7;
    return { start: calendar.on(end - 6), end: calendar.on(end), count, suppressed: false };
  });
}

function byOn({ partnership, content, calendar }: Setting, day: number): By {
  return { partnership, name: content.story.coordinator, now: calendar.at(day) };
}
