import type { Chosen, Released, Teller } from '@freehold/core/release/explorer';
import type { Ground } from './map-ground.ts';

/** What the page shows now, and how it is changed. */
export type View = {
  readonly released: Released;
  readonly teller: Teller;
  readonly chosen: Chosen;
  /** Columns whose values are all shown, by the name of their chart. */
  readonly open: ReadonlySet<string>;
  /** Null where nothing of the release is a place. */
  readonly ground: Ground | null;
  readonly look: Look;
  /** How many pixels the page has across. */
  readonly width: number;
  readonly change: (next: Changed) => void;
};

export type Changed = {
  readonly chosen?: Chosen;
  readonly open?: ReadonlySet<string>;
  readonly look?: Look;
};

/** What the map shows: whose counts its circles are, and the places of which columns are in it. Null is the usual. */
export type Look = { readonly circles: number | null; readonly frame: number | 'all' | null };

/** Which two columns flow into each other, kept while the page is open. */
export type Ends = { readonly from: number; readonly to: number };

/** `chosen` with a value taken in, or taken out if it was in it. */
export function toggled(chosen: Chosen, column: number, code: number): Chosen {
  const codes = chosen.get(column) ?? [];
  const next = codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code];
  const all = new Map([...chosen, [column, next]]);
  return new Map([...all].filter(([, each]) => each.length > 0));
}

/** "gender woman; age 18-24 or 25-30" */
export function chosenText({ columns }: Released, chosen: Chosen): string {
  return [...chosen]
    .map(
      ([column, codes]) =>
        `${columns[column]?.name ?? ''} ${codes.map((code) => valueText({ columns }, column, code)).join(' or ')}`,
    )
    .join('; ');
}

export function valueText(
  { columns }: Pick<Released, 'columns'>,
  column: number,
  code: number,
): string {
  return columns[column]?.values[code - 1] ?? '';
}
