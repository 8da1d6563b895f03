import { z } from 'zod';
import { ActionKind, ActionStatus, Rag } from '@freehold/core/action';
import { FourP, Pathway, Stage } from '@freehold/core/framework';
import type { Work } from '../database/within.ts';
import actions from './actions.json' with { type: 'json' };
import { idsOf, type Ids } from './ids.ts';
import type { Setting } from './review.ts';

const Day = z.int().min(-1000).max(300);
const Words = z.string().min(1);
const By = z.enum(['coordinator', 'chair']);

const Actions = z.array(
  z.strictObject({
    ...{ title: Words, objective: Words, method: Words, doers: z.string() },
    /** Organisation and role; two empty texts where nobody owns it yet. */
    owner: z.tuple([z.string(), z.string()]),
    ...{ resources: z.string(), resourceSource: z.string(), kind: ActionKind, stage: Stage },
    marks: z.tuple([Pathway, FourP]),
    round: z.int(),
    /** Start and due. */
    days: z.tuple([Day, Day.nullable()]),
    ...{ status: ActionStatus, endedDay: Day.optional(), evidence: z.string() },
    blocked: z.string().default(''),
    ...{ gaps: z.array(Words), assets: z.array(Words), cost: z.number().nullable(), madeDay: Day },
    notes: z.array(z.tuple([Day, By, Words])),
    /** Colour, day, who, what the rule proposed then, and why. */
    decided: z.tuple([Rag, Day, By, Rag, Words]).optional(),
  }),
);
type Action = z.infer<typeof Actions>[number];

/** Writes what the made-up partnership does about its gaps in two rounds, one action in every state there is. */
export async function addActions(tx: Work, setting: Setting): Promise<void> {
  const all = Actions.parse(actions);
  const names = await namesIn(tx, setting);
  const made = await tx
    .insertInto('action')
    .values(all.map((action) => rowOf(action, setting, names)))
    .returning(['id', 'title as name'])
    .execute();
  const id = idsOf(made);
  const { partnership, calendar, content } = setting;
  const notes = all.flatMap(({ title, notes: said }) =>
    said.map(([day, by, text]) => ({
      ...{ partnership_id: partnership, action_id: id(title), text },
      ...{ by_name: content.story[by], at: calendar.at(day) },
    })),
  );
  await tx.insertInto('action_note').values(notes).execute();
  await tx
    .insertInto('action_reminder')
    .values(
      all.flatMap(({ title, status, days: [, due] }) => {
        if (due === null || due > 10 || status !== 'under-way') return [];
        const at = calendar.at(due - 14);
        return [
          {
            ...{ partnership_id: partnership, action_id: id(title), kind: 'due-soon' as const },
            ...{ due_on: calendar.on(due), to_address: mailbox, claimed_at: at, sent_at: at },
          },
        ];
      }),
    )
    .execute();
}

const mailbox = 'plan@harbourside.example';

type Names = {
  readonly gap: (title: string) => { readonly id: string; readonly topic: string };
  readonly asset: Ids;
  readonly round: Ids;
};

async function namesIn(tx: Work, { place }: Setting): Promise<Names> {
  const gaps = await tx
    .selectFrom('gap')
    .where('place_id', '=', place)
    .select(['id', 'title as name', 'topic'])
    .execute();
  const assets = await tx
    .selectFrom('asset')
    .where('place_id', '=', place)
    .select(['id', 'name'])
    .execute();
  const gapId = idsOf(gaps);
  return {
    gap: (title) => {
      const id = gapId(title);
      return { id, topic: gaps.find((gap) => gap.id === id)?.topic ?? '' };
    },
    asset: idsOf(assets),
    round: await roundsIn(tx, place),
  };
}

/** The rounds of the place by their number. */
export async function roundsIn(tx: Work, place: string): Promise<Ids> {
  const rounds = await tx
    .selectFrom('cycle_round')
    .where('place_id', '=', place)
    .select(['id', 'number'])
    .execute();
  return idsOf(rounds.map(({ id, number }) => ({ id, name: String(number) })));
}

function rowOf(action: Action, { partnership, place, calendar, content }: Setting, names: Names) {
  const { title, objective, method, doers, resources, kind, stage, status, evidence } = action;
  const { owner, marks, days, blocked, cost, decided } = action;
  const gaps = action.gaps.map(names.gap);
  return {
    ...{ partnership_id: partnership, place_id: place, round_id: names.round(`${action.round}`) },
    ...{ title, objective, method, doers, resources, kind, stage, status, evidence, blocked },
    ...{
      owner_organisation: owner[0],
      owner_role: owner[1],
      resource_source: action.resourceSource,
    },
    owner_mailbox: owner[0] === '' ? '' : mailbox,
    ...{ pathway: marks[0], four_p: marks[1] },
    starts_on: calendar.on(days[0]),
    due_on: days[1] === null ? null : calendar.on(days[1]),
    ended_on: action.endedDay === undefined ? null : calendar.on(action.endedDay),
    gaps: JSON.stringify(gaps.map(({ id }) => id)),
    topics: JSON.stringify([...new Set(gaps.map(({ topic }) => topic))]),
    assets: JSON.stringify(action.assets.map(names.asset)),
    cost,
    ...(decided && {
      ...{ rag_decided: decided[0], rag_at: calendar.at(decided[1]) },
      ...{ rag_by_name: content.story[decided[2]], rag_proposed: decided[3] },
      rag_reason: decided[4],
    }),
    made_at: calendar.at(action.madeDay),
    changed_at: calendar.at(action.endedDay ?? action.madeDay),
    changed_by_name: content.story.coordinator,
  };
}
