import { z } from 'zod';
import {
  Intervention,
  InterventionStatus,
  Layer,
  principles,
  shippedTypes,
  Timing,
} from '@freehold/core/prevention';
import { GapKind } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { addInterventions } from '../prevention/store.ts';
import { idsOf } from './ids.ts';
import prevention from './prevention.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Words = z.string().min(1);
const Day = z.int().min(-1000).max(1000).nullable();
const Amount = z.number().min(0).nullable();

const Content = z.strictObject({
  context: Words,
  interventions: z.array(
    z.strictObject({
      ...{ name: Words, type: Words, timing: z.array(Timing), layer: Layer, lead: Words },
      ...{ partners: z.array(Words), places: z.array(Words), people: Words },
      ...{ fromDay: Day, toDay: Day, budget: Amount, funder: z.string() },
      ...{ reachTarget: Amount, reachActual: Amount, principles: z.array(z.boolean().nullable()) },
      ...{ risksOfHarm: z.string(), evaluation: z.string(), evaluationSms: Amount },
      status: InterventionStatus,
      gaps: z.array(z.strictObject({ topic: Words, kind: GapKind })),
    }),
  ),
});
type Told = z.infer<typeof Content>['interventions'][number];

/**
 * Writes down what the made-up partnership does: a portfolio in which treating harm takes three quarters of what is
 * known to be spent, so that the balance has something to say. Its gaps and places must be there.
 */
export async function addPrevention(tx: Work, setting: Setting): Promise<void> {
  const { partnership, content, calendar } = setting;
  const told = Content.parse(prevention);
  const gaps = await tx
    .selectFrom('gap')
    .where('place_id', '=', setting.place)
    .where('status', '=', 'kept')
    .select(['id', 'topic', 'kind'])
    .execute();
  const names = [...new Set(told.interventions.flatMap(({ places }) => places))];
  const place = idsOf(
    await tx
      .selectFrom('place')
      .where('partnership_id', '=', partnership)
      .where('type', '=', 'district')
      .where('name', 'in', names)
      .select(['id', 'name'])
      .execute(),
  );
  const hand = { partnership, byName: content.story.coordinator, at: calendar.at(-40) };
  await addInterventions(
    tx,
    hand,
    told.interventions.map((each) =>
      written(each, {
        place,
        on: calendar.on,
        gapsOf: (named) =>
          named.flatMap(({ topic, kind }) =>
            gaps.filter((gap) => gap.topic === topic && gap.kind === kind).map(({ id }) => id),
          ),
      }),
    ),
  );
  await tx
    .insertInto('prevention_setting')
    .values({
      ...{ partnership_id: partnership, treat_share: null, context: told.context },
      changed_by_name: hand.byName,
    })
    .execute();
}

function written(
  { fromDay, toDay, places, gaps, principles: met, ...told }: Told,
  has: {
    readonly place: (name: string) => string;
    readonly on: (day: number) => string;
    readonly gapsOf: (named: Told['gaps']) => readonly string[];
  },
): Intervention {
  const type = shippedTypes.types.find(({ code }) => code === told.type);
  if (type === undefined) throw new RangeError(`no type is called ${told.type}`);
  return Intervention.parse({
    ...told,
    ...{ pathways: type.pathways, level: type.levels[0] ?? '' },
    startsOn: fromDay === null ? null : has.on(fromDay),
    endsOn: toDay === null ? null : has.on(toDay),
    places: places.map(has.place),
    gaps: has.gapsOf(gaps),
    principles: principles.map((title, at) => ({ title, met: met[at] ?? null, note: '' })),
  });
}
