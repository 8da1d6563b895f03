import { countInterval } from '@freehold/core/comparison';
import type { Work } from '../database/within.ts';
import type { Calendar } from './calendar.ts';
import type { ExampleContent } from './content.ts';
import { idsOf, type Ids } from './ids.ts';

type Data = ExampleContent['data'];

/** Writes the measures, their data sets, and one row an observation. All belong to the partnership. */
export async function addData(
  tx: Work,
  partnership: string,
  data: Data,
  place: Ids,
  calendar: Calendar,
): Promise<void> {
  const dataSet = await addDataSets(tx, partnership, data, calendar);
  const measure = await addMeasures(tx, partnership, data, calendar);
  const rows = [...yearly(data, calendar), ...quarterly(data, calendar)].map(
    ({ of, placeName, when, ...figures }) => ({
      partnership_id: partnership,
      data_set_id: dataSet(of.dataSet),
      measure_id: measure(of.code),
      place_id: place(placeName),
      period: when.code,
      period_start: when.start,
      period_end: when.end,
      ...figures,
    }),
  );
  await tx.insertInto('observation').values(rows).execute();
}

async function addDataSets(
  tx: Work,
  partnership: string,
  { dataSets }: Data,
  { dataYear, on }: Calendar,
): Promise<Ids> {
  const rows = dataSets.map(({ code, title }) => ({
    partnership_id: partnership,
    code,
    title,
    publisher: 'Freehold',
    edition: `Example edition ${dataYear}`,
    licence: 'CC0 1.0',
    retrieved_on: on(-410),
    note: 'These numbers describe no real place and no real person.',
  }));
  const made = await tx.insertInto('data_set').values(rows).returning(['id', 'code']).execute();
  return idsOf(made.map(({ id, code }) => ({ id, name: code })));
}

async function addMeasures(
  tx: Work,
  partnership: string,
  { measures, referrals }: Data,
  { quarters }: Calendar,
): Promise<Ids> {
  const middle = quarters[4]?.start;
  const broken = middle === undefined ? [] : [{ from: middle, note: referrals.breakNote }];
  const row = (each: Omit<Data['referrals'], 'quarters' | 'breakNote'>, breaks: typeof broken) => ({
    partnership_id: partnership,
    code: each.code,
    title: each.title,
    definition: each.definition,
    unit: each.unit,
    direction: each.direction,
    value_kind: each.valueKind,
    factor: each.factor,
    decimals: each.decimals,
    counts_people: each.countsPeople,
    detection: each.detection,
    least_cell: each.leastCell,
    breaks: JSON.stringify(breaks),
  });
  const rows = [...measures.map((each) => row(each, [])), row(referrals, broken)];
  const made = await tx.insertInto('measure').values(rows).returning(['id', 'code']).execute();
  return idsOf(made.map(({ id, code }) => ({ id, name: code })));
}

function yearly({ measures }: Data, { dataYear }: Calendar) {
  const when = {
    code: String(dataYear),
    start: `${dataYear}-01-01`,
    end: `${dataYear}-12-31`,
  };
  return measures.flatMap((of) =>
    Object.entries(of.values).map(([placeName, value]) => ({
      of,
      placeName,
      when,
      value,
      low: null,
      high: null,
      suppressed: false,
      note: '',
    })),
  );
}

function quarterly({ referrals: of }: Data, { quarters }: Calendar) {
  return Object.entries(of.quarters).flatMap(([placeName, counts]) =>
    quarters.map((when, at) => {
      const value = counts[at] ?? null;
      const range = value === null ? null : countInterval(value);
      return {
        of,
        placeName,
        when,
        value,
        low: range?.low ?? null,
        high: range?.high ?? null,
        suppressed: value === null,
        note: value === null ? 'Fewer than 5 people: not kept.' : '',
      };
    }),
  );
}
