import { z } from 'zod';
import type { Work } from '../database/within.ts';
import { valuesOf } from '../action/target-values.ts';
import { roundsIn } from './action.ts';
import type { Calendar } from './calendar.ts';
import { idsOf } from './ids.ts';
import type { Setting } from './review.ts';
import targets from './targets.json' with { type: 'json' };

const Words = z.string().min(1);
const Days = z.int().min(1).max(2000);

const Content = z.strictObject({
  /** Shares of a whole, one a quarter, oldest first; null is a quarter in which nobody counted. */
  measures: z.array(
    z.strictObject({
      ...{ code: Words, title: Words, unit: Words, direction: z.enum(['+', '-']) },
      ...{ factor: z.int(), decimals: z.int() },
      parts: z.array(z.tuple([z.int(), z.int()]).nullable()).length(8),
    }),
  ),
  targets: z.array(
    z.strictObject({
      title: Words,
      about: z.tuple([z.enum(['measure', 'topic']), Words]),
      /** The quarter that the target began from; null for the first review. */
      from: z.int().min(0).max(7).nullable(),
      /** How many days after that its end and its steps lie. */
      ...{
        days: Days,
        path: z.enum(['line', 'steps']),
        steps: z.array(z.tuple([Days, z.number()])),
      },
      ...{ aim: z.number(), tolerance: z.number(), round: z.int(), note: z.string() },
    }),
  ),
});
type Content = z.infer<typeof Content>;

/** Writes figures that the made-up partnership counts itself, and its targets: one for each way to stand. */
export async function addTargets(tx: Work, setting: Setting): Promise<void> {
  const content = Content.parse(targets);
  await addFigures(tx, setting, content.measures);
  const round = await roundsIn(tx, setting.place);
  const abouts = content.targets.map(({ about: [kind, code] }) => ({ kind, code }));
  const known = await valuesOf(tx, setting.place, abouts, 'co-ordinator');
  const rows = content.targets.map((target) => {
    const { about, from, days, steps, path, aim, tolerance, note, title } = target;
    const values = known.get(about.join(' '));
    const when = from === null ? undefined : setting.calendar.quarters[from];
    const point = values?.points.find(({ period }) => when === undefined || period === when.code);
    if (values === undefined || point === undefined || point.value === null)
      throw new RangeError(`nothing to begin the target ${title} from`);
    const after = (later: number) => dayAfter(point.on, later);
    return {
      ...{ partnership_id: setting.partnership, place_id: setting.place },
      ...{ round_id: round(`${target.round}`), title, about_kind: about[0], about_code: about[1] },
      direction: values.subject.direction === '-' ? ('-' as const) : ('+' as const),
      ...{ baseline_value: point.value, baseline_on: point.on, baseline_source: point.period },
      ...{ path, aim, tolerance, note, ends_on: after(days) },
      steps: JSON.stringify(steps.map(([later, value]) => ({ on: after(later), value }))),
      basis: point.asked && JSON.stringify(point.asked),
      agreed_by: 'The partnership’s board, with Tidewater Survivor Advisory Group',
      agreed_on: setting.calendar.on(-34),
      made_at: setting.calendar.at(-34),
      changed_by_name: setting.content.story.coordinator,
    };
  });
  await tx.insertInto('target').values(rows).execute();
}

async function addFigures(
  tx: Work,
  { partnership, place, calendar }: Setting,
  measures: Content['measures'],
): Promise<void> {
  const { id: dataSet } = await tx
    .insertInto('data_set')
    .values({
      ...{ partnership_id: partnership, code: 'example-progress', publisher: 'Freehold' },
      title: 'Made-up example data: what the partnership counts itself',
      ...{ licence: 'CC0 1.0', retrieved_on: calendar.on(-20) },
      note: 'These numbers describe no real place and no real person.',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const made = await tx
    .insertInto('measure')
    .values(
      measures.map(({ code, title, unit, direction, factor, decimals }) => ({
        ...{ partnership_id: partnership, code, title, unit, direction, factor, decimals },
        definition: 'Counted by the partnership each quarter. Made up for the example.',
        value_kind: 'proportion' as const,
      })),
    )
    .returning(['id', 'code as name'])
    .execute();
  const measure = idsOf(made);
  const rows = measures.flatMap(({ code, factor, parts }) =>
    seen(parts, calendar).map(({ numerator, denominator, ...when }) => ({
      ...{ partnership_id: partnership, data_set_id: dataSet, measure_id: measure(code) },
      ...{ place_id: place, numerator, denominator, ...when },
      value: (factor * numerator) / denominator,
    })),
  );
  await tx.insertInto('observation').values(rows).execute();
}

function seen(parts: Content['measures'][number]['parts'], { quarters }: Calendar) {
  return parts.flatMap((part, at) => {
    const when = quarters[at];
    if (part === null || when === undefined) return [];
    const [numerator, denominator] = part;
    return [
      {
        ...{ period: when.code, period_start: when.start, period_end: when.end },
        ...{ numerator, denominator },
      },
    ];
  });
}

function dayAfter(day: string, later: number): string {
  return new Date(Date.parse(day) + later * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
