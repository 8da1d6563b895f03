import type { Chosen, Released, Teller } from '@freehold/core/release/explorer';

/** What the page shows now, and how it is changed. */
export type View = {
  readonly released: Released;
  readonly teller: Teller;
  readonly chosen: Chosen;
  /** Columns whose values are all shown, by the name of their chart. */
  readonly open: ReadonlySet<string>;
  readonly change: (next: { chosen?: Chosen; open?: ReadonlySet<string> }) => void;
};

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
