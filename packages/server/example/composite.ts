import { z } from 'zod';
import { madeIndex, openedIndex, type MadeCell } from '@freehold/core/composite';
import { addIndex, indexOf, keepNext } from '../composite/store.ts';
import type { Work } from '../database/within.ts';
import type { Calendar } from './calendar.ts';
import content from './composite.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Words = z.string().min(1);
/** Value, low, high; `[c]` is there and may not be shown, null is not known. */
const Value = z
  .union([z.tuple([z.number(), z.number().nullable(), z.number().nullable()]), z.literal('[c]')])
  .nullable();

const Content = z.strictObject({
  ...{ title: Words, note: Words },
  indicators: z.array(
    z.strictObject({
      ...{ code: Words, title: Words, group: Words, unit: Words, notice: z.string() },
      direction: z.union([z.literal(1), z.literal(-1)]),
      values: z.record(z.string(), Value),
    }),
  ),
});

/** Writes an index of the made-up county's districts, in two versions: in the second weights are held to be unsure. */
export async function addIndices(
  tx: Work,
  { partnership, calendar, content: { story, places } }: Setting,
): Promise<void> {
  const definition = definitionFrom(places, calendar);
  const opened = openedIndex(definition);
  if (!opened.ok)
    throw new RangeError(`the index does not fit: ${JSON.stringify(opened.problems)}`);
  const by = { partnership, name: story.coordinator };
  const keeping = { content: definition, opened: opened.value, note: '', at: calendar.at(-30) };
  const first = { ...definition, uncertainty: null };
  const id = await addIndex(tx, by, { ...keeping, content: first });
  const kept = await indexOf(tx, id);
  if (kept === null) throw new RangeError('the index is not there');
  const note = 'The board asked how sure this is: scales, means and weights may be otherwise.';
  await keepNext(tx, by, kept, { ...keeping, note, at: calendar.at(-9) });
}

function definitionFrom({ places }: Setting['content']['places'], { dataYear }: Calendar) {
  const { title, note, indicators } = Content.parse(content);
  const districts = places.filter(({ type }) => type === 'district');
  return madeIndex({
    ...{ title, note, placeType: 'district' },
    units: districts.map(({ code, name }) => ({ code: code ?? name, name })),
    indicators: indicators.map(({ values, ...indicator }) => ({
      ...indicator,
      ...{ source: 'Made-up example data', period: String(dataYear) },
      cells: districts.map(({ name }) => cellOf(values[name] ?? null)),
    })),
  });
}

function cellOf(value: z.infer<typeof Value>): MadeCell | null {
  if (value === null) return null;
  if (value === '[c]') return { value: null, low: null, high: null, n: null, suppressed: true };
  const [shown, low, high] = value;
  return { value: shown, low, high, n: null, suppressed: false };
}
