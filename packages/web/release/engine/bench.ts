import { problem, refused, type Outcome } from '@freehold/core/problem';
import { inputOf, type Counts } from '@freehold/core/release';
import type { Codebook, CodedTable } from '@freehold/core/table';
import { CountingPool } from './pool.ts';
import type { Watch } from './work.ts';

/** The records that the studio has open, and what is known of them from one piece of work to the next. */
export class Bench {
  /** The number of the last piece of work that is to stop. */
  stop: Int32Array = new Int32Array(1);
  file: { readonly file: File; readonly encoding: string } | null = null;
  readonly pool = new CountingPool();
  #table: { readonly table: CodedTable; readonly codebook: Codebook } | null = null;
  #truth: Counts | null = null;

  get table(): CodedTable | null {
    return this.#table?.table ?? null;
  }

  lay(table: CodedTable | null, codebook: Codebook): void {
    this.#table = table === null ? null : { table, codebook };
    this.#truth = null;
  }

  /** All combinations of the records up to this length; counted once. Problem `stopped`. */
  async truth(table: CodedTable, length: number, watch: Watch): Promise<Outcome<Counts>> {
    if (this.#truth?.length === Math.min(length, table.columns.length))
      return { ok: true, value: this.#truth };
    this.#truth = null;
    const counts = await this.counts(table, length, watch);
    if (counts.ok) this.#truth = counts.value;
    return counts;
  }

  async counts(table: CodedTable, length: number, watch: Watch): Promise<Outcome<Counts>> {
    const counts = await this.pool.counts(inputOf(table), { length, least: 1 }, watch);
    return counts === null ? refused(problem('stopped')) : { ok: true, value: counts };
  }
}

/** What a browser's tab should not go beyond. */
export const limits = { bytes: 768 * 2 ** 20, seconds: 3600 };
