import { z } from 'zod';

const counts = z.record(z.string(), z.int().min(0));

/**
 * What became of every row and cell of a file. The numbers under `rows` add up to `rowsIn`, those under `cells` to
 * `cellsIn`, and those under `items` to `itemsIn`; what is in the clean-up queue counts under `queued:` and its
 * reason. [DR-8]
 */
export const Account = z.strictObject({
  file: z.string(),
  rowsIn: z.int(),
  rows: counts,
  cellsIn: z.int(),
  cells: counts,
  itemsIn: z.int().default(0),
  items: counts.default({}),
});
export type Account = z.infer<typeof Account>;

/** Whether nothing is missing from an account, and nothing stands in it twice. */
export function balances(account: Account): boolean {
  return (
    sum(account.rows) === account.rowsIn &&
    sum(account.cells) === account.cellsIn &&
    sum(account.items) === account.itemsIn
  );
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, n) => all + n, 0);
}

/** Counts fates one by one. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(fate: string, n = 1): void {
    this.#counts.set(fate, (this.#counts.get(fate) ?? 0) + n);
  }

  /** The counts, by name of fate. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].toSorted(([a], [b]) => a.localeCompare(b)));
  }
}
