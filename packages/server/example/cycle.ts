import { sql } from 'kysely';
import { z } from 'zod';
import { FourP, nextChecklist, Output, Pathway, Stage } from '@freehold/core/cycle';
import { keepCounts } from '../cycle/close.ts';
import { carriesOf, itemsOf } from '../cycle/store.ts';
import type { Work } from '../database/within.ts';
import { gapsOf } from '../gap/store.ts';
import cycle from './cycle.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Day = z.int().min(-1000).max(100);
const Words = z.string().min(1);
const Mark = z.tuple([Pathway, FourP]);

const Rounds = z.strictObject({
  rounds: z.array(
    z.strictObject({
      ...{ title: Words, startDay: Day, endDay: Day.nullable() },
      ...{ by: z.enum(['chair', 'coordinator']), goals: Words, changed: z.string() },
      ...{ normal: z.string(), learning: z.string(), nextGoals: z.string() },
      stages: z.array(
        z.strictObject({
          ...{ stage: Stage, startDay: Day.nullable(), closeDay: Day.nullable() },
          ...{ note: z.string() },
          /** Which lines of the stage are ticked, counted from 0. */
          done: z.array(z.int().min(0)),
        }),
      ),
      added: z.array(z.strictObject({ stage: Stage, title: Words })),
      dropped: z.array(z.strictObject({ title: Words, reason: Words })),
      outputs: z.array(z.strictObject({ output: Output, day: Day, note: Words })),
    }),
  ),
  marks: z.strictObject({ gaps: z.record(Words, Mark), assets: z.record(Words, Mark) }),
});

type Round = z.infer<typeof Rounds>['rounds'][number];

/**
 * Takes the made-up place through a first round and into a second: checklists, what stages gave, and what carried
 * over. Its reviews come into the rounds of their number; gaps and assets are marked by pathway and 4P.
 */
export async function addCycle(tx: Work, setting: Setting): Promise<void> {
  const { rounds, marks } = Rounds.parse(cycle);
  let last: string | null = null;
  for (const [at, round] of rounds.entries()) {
    const id = await addRound(tx, setting, { round, number: at + 1 });
    await addStages(tx, setting, { round, id });
    await addItems(tx, setting, { round, id, last });
    await addOutputs(tx, setting, { round, id });
    await sql`update review set round_id = ${id}
      where place_id = ${setting.place} and round = ${at + 1}`.execute(tx);
    if (round.endDay !== null) await addCarries(tx, setting, { round, id });
    last = id;
  }
  await mark(tx, 'gap', 'title', marks.gaps);
  await mark(tx, 'asset', 'name', marks.assets);
}

/** Keeps what there was of each output when the first round closed; called when everything else is there. */
export async function countFirstRound(tx: Work, setting: Setting): Promise<void> {
  const first = await tx
    .selectFrom('cycle_round')
    .where('number', '=', 1)
    .where('place_id', '=', setting.place)
    .select(['id', 'place_id as place', 'closed_at as at'])
    .executeTakeFirstOrThrow();
  const by = { partnership: setting.partnership, name: setting.content.story.chair };
  await keepCounts(tx, by, first, first.at ?? setting.calendar.at(0));
}

type Of = { readonly round: Round; readonly id: string };

async function addRound(
  tx: Work,
  { partnership, place, content, calendar }: Setting,
  { round, number }: { readonly round: Round; readonly number: number },
): Promise<string> {
  const { title, goals, changed, normal, learning, nextGoals, startDay, endDay, by } = round;
  const { id } = await tx
    .insertInto('cycle_round')
    .values({
      ...{ partnership_id: partnership, place_id: place, number, title },
      ...{ goals, changed, normal, learning, next_goals: nextGoals },
      ...{ started_on: calendar.on(startDay), made_at: calendar.at(startDay) },
      ...(endDay !== null && {
        ...{ state: 'closed', ended_on: calendar.on(endDay), closed_at: calendar.at(endDay) },
        closed_by_name: content.story[by],
      }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function addStages(tx: Work, setting: Setting, { round, id }: Of): Promise<void> {
  const { partnership, calendar, content } = setting;
  const at = (day: number | null) => (day === null ? null : calendar.at(day));
  const own = { partnership_id: partnership, round_id: id };
  await tx
    .insertInto('cycle_stage')
    .values(
      round.stages.map(({ stage, startDay, closeDay }) => ({
        ...{ ...own, stage, started_at: at(startDay), closed_at: at(closeDay) },
        state:
          closeDay !== null ? 'closed' : startDay !== null ? 'under-way' : ('not-started' as const),
      })),
    )
    .execute();
  const steps = round.stages.flatMap(({ stage, startDay, closeDay, note }) => [
    ...(startDay === null
      ? []
      : [{ stage, day: startDay, from: 'not-started', to: 'under-way', note: '' } as const]),
    ...(closeDay === null
      ? []
      : [{ stage, day: closeDay, from: 'under-way', to: 'closed', note } as const]),
  ]);
  await tx
    .insertInto('cycle_step')
    .values(
      steps
        .toSorted((a, b) => a.day - b.day)
        .map(({ stage, day, from, to, note }) => ({
          ...{ ...own, stage, from_state: from, to_state: to, note, at: calendar.at(day) },
          by_name: content.story[to === 'closed' ? round.by : 'coordinator'],
          left_open: JSON.stringify(to === 'closed' ? leftIn(round, stage) : []),
        })),
    )
    .execute();
}

/** The lines of a stage that were not ticked, by their titles. */
function leftIn(round: Round, stage: Stage): readonly string[] {
  return linesOf(round, nextChecklist(null, new Set()), stage).flatMap(({ title, done }) =>
    done ? [] : [title],
  );
}

function linesOf<T extends { readonly stage: Stage; readonly title: string }>(
  { stages, added }: Round,
  list: readonly T[],
  stage: Stage,
) {
  const done = stages.find((each) => each.stage === stage)?.done ?? [];
  return [...list, ...added]
    .filter((line) => line.stage === stage)
    .map((line, at) => ({ ...line, done: done.includes(at) }));
}

async function addItems(
  tx: Work,
  { partnership, calendar, content }: Setting,
  { round, id, last }: Of & { readonly last: string | null },
): Promise<void> {
  const carries = last === null ? [] : await carriesOf(tx, last);
  const list = nextChecklist(
    last === null ? null : await itemsOf(tx, last),
    new Set(
      carries.flatMap(({ id: record, decision }) => (decision === 'dropped' ? [record] : [])),
    ),
  );
  const lines = Stage.options.flatMap((stage) => linesOf(round, list, stage));
  const tickedOn = (stage: Stage) => {
    const { startDay = null, closeDay = null } =
      round.stages.find((each) => each.stage === stage) ?? {};
    return calendar.at(closeDay ?? (startDay ?? 0) + 8);
  };
  await tx
    .insertInto('cycle_item')
    .values(
      lines.map(({ stage, title, done, ...line }, position) => ({
        ...{ partnership_id: partnership, round_id: id, stage, title, position, done },
        proposed: 'proposed' in line && line.proposed,
        carried_from: 'carriedFrom' in line ? line.carriedFrom : null,
        ...(done && { done_by_name: content.story.coordinator, done_at: tickedOn(stage) }),
        made_at: calendar.at(round.startDay),
      })),
    )
    .execute();
}

async function addOutputs(
  tx: Work,
  { partnership, calendar, content }: Setting,
  { round, id }: Of,
): Promise<void> {
  if (round.outputs.length === 0) return;
  await tx
    .insertInto('cycle_output')
    .values(
      round.outputs.map(({ output, day, note }) => ({
        ...{ partnership_id: partnership, round_id: id, output, note, at: calendar.at(day) },
        by_name: content.story.coordinator,
      })),
    )
    .execute();
}

/** What was open at the end: gaps that are kept today went on, and so did lines that were not dropped. */
async function addCarries(
  tx: Work,
  { partnership, place, calendar }: Setting,
  { round, id }: Of,
): Promise<void> {
  const gaps = (await gapsOf(tx, place)).filter(({ status }) => status === 'kept');
  const items = (await itemsOf(tx, id)).filter(({ done }) => !done);
  const open = [
    ...gaps.map((gap) => ({ ...gap, kind: 'gap' as const })),
    ...items.map((item) => ({ ...item, kind: 'item' as const })),
  ];
  await tx
    .insertInto('cycle_carry')
    .values(
      open.map(({ kind, id: record, title }) => {
        const reason = round.dropped.find((each) => each.title === title)?.reason ?? '';
        return {
          ...{ partnership_id: partnership, round_id: id, kind, record, title, reason },
          decision: reason === '' ? 'carried' : ('dropped' as const),
          at: calendar.at(round.endDay ?? 0),
        };
      }),
    )
    .execute();
}

async function mark(
  tx: Work,
  table: 'gap' | 'asset',
  name: 'title' | 'name',
  marks: Readonly<Record<string, z.infer<typeof Mark>>>,
): Promise<void> {
  const rows = Object.entries(marks).map(([title, [pathway, fourP]]) => ({
    title,
    pathway,
    fourP,
  }));
  await sql`update ${sql.table(table)} t set pathway = m.pathway, four_p = m."fourP"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m (title text, pathway text, "fourP" text)
    where t.${sql.ref(name)} = m.title`.execute(tx);
}
