import type { Released } from './released.ts';
import type { Chosen, Teller, Told } from './told.ts';

/** One value of a column, with what is told of those who have it. */
export type Bar = { readonly code: number; readonly on: boolean; readonly told: Told };

export type Filtered = {
  /** What is told of all that is chosen. */
  readonly whole: Told;
  /** For each column its values, narrowed down by what is chosen in the other columns. */
  readonly bars: readonly (readonly Bar[])[];
};

/** What all columns' bars say of a selection. One pass over the records, O(records × columns). [RL-31] */
export function filtered(teller: Teller, chosen: Chosen): Filtered {
  const { columns } = teller.released;
  const { all, made } = madeCounts(teller.released, chosen);
  const bars = columns.map(({ values }, column) =>
    values.map((_, at) => {
      const code = at + 1;
      const narrowed = new Map([...chosen, [column, [code]]]);
      const on = chosen.get(column)?.includes(code) ?? false;
      return { code, on, told: teller.told(narrowed, made[column]?.[code] ?? 0) };
    }),
  );
  return { whole: teller.told(chosen, all), bars };
}

/** What is told of one value of `from` together with one of `to`. */
export type Flow = { readonly from: number; readonly to: number; readonly told: Told };

/** Every pair of a value of one column and a value of another of which more is told than that they are few. */
export function flows(teller: Teller, chosen: Chosen, from: number, to: number): readonly Flow[] {
  const { columns, codes } = teller.released;
  const others = new Map([...chosen].filter(([column]) => column !== from && column !== to));
  const kept = keptRecords(teller.released, others);
  const made = new Map<string, number>();
  for (const record of kept) {
    const key = `${codes[from]?.[record] ?? 0},${codes[to]?.[record] ?? 0}`;
    made.set(key, (made.get(key) ?? 0) + 1);
  }
  return codesOf(columns[from]?.values, chosen.get(from)).flatMap((a) =>
    codesOf(columns[to]?.values, chosen.get(to)).flatMap((b) => {
      const narrowed = new Map([...others, [from, [a]], [to, [b]]] as const);
      const told = teller.told(narrowed, made.get(`${a},${b}`) ?? 0);
      return told.kind === 'few' || told.count === 0 ? [] : [{ from: a, to: b, told }];
    }),
  );
}

function codesOf(values: readonly string[] = [], chosen: readonly number[] = []) {
  return chosen.length > 0 ? chosen : values.map((_, at) => at + 1);
}

function keptRecords({ codes, manifest }: Released, chosen: Chosen): readonly number[] {
  const narrowed = [...chosen].filter(([, each]) => each.length > 0);
  return Array.from({ length: manifest.records }, (_, record) => record).filter((record) =>
    narrowed.every(([column, each]) => each.includes(codes[column]?.[record] ?? 0)),
  );
}

/** Made records that fit everything chosen, and by column and code those that fit everything chosen elsewhere. */
function madeCounts({ codes, columns, manifest }: Released, chosen: Chosen) {
  const made = columns.map(({ values }) => new Array<number>(values.length + 1).fill(0));
  const narrowed = [...chosen].filter(([, each]) => each.length > 0);
  let all = 0;
  for (let record = 0; record < manifest.records; record += 1) {
    const missed = narrowed.filter(([at, each]) => !each.includes(codes[at]?.[record] ?? 0));
    const [first, second] = missed;
    if (second !== undefined) continue;
    if (first === undefined) all += 1;
    for (let column = 0; column < columns.length; column += 1) {
      if (first !== undefined && first[0] !== column) continue;
      const row = made[column];
      const code = codes[column]?.[record] ?? 0;
      if (row !== undefined) row[code] = (row[code] ?? 0) + 1;
    }
  }
  return { all, made };
}
