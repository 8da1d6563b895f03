import { problem, refused, type Outcome } from '@freehold/core/problem';
import { shuffled } from '@freehold/core/privacy';
import {
  attacksOn,
  inputOf,
  recordsAsTable,
  synthesized,
  type Attacks,
} from '@freehold/core/release';
import type { CodedTable } from '@freehold/core/table';
import type { Bench } from './bench.ts';
import { systemWords } from './chance.ts';
import { counting, part } from './shares.ts';
import type { AttackSettings, Watch } from './work.ts';

const attacks = 500;
/** One record in so many is kept aside. */
const aside = 10;

/**
 * Makes a trial release of nine records in ten by the same settings, and attacks it beside the tenth that it knows nothing
 * of. Problems: `no-file`, `stopped`, and those of making records.
 */
export async function attack(
  bench: Bench,
  { k, length, method, secrets }: AttackSettings,
  watch: Watch,
): Promise<Outcome<Attacks>> {
  const { table } = bench;
  if (table === null) return refused(problem('no-file'));
  const words = systemWords();
  const order = shuffled(
    Uint32Array.from({ length: table.rows }, (_, row) => row),
    words,
  );
  const held = Math.floor(table.rows / aside);
  const originals = rowsOf(table, order.subarray(held));
  const control = rowsOf(table, order.subarray(0, held));
  const truth = await bench.counts(originals, length, part(watch, 0, 0.1));
  if (!truth.ok) return truth;
  const source = { input: inputOf(originals), counts: truth.value };
  const making = counting(part(watch, 0.1, 0.6));
  const made = synthesized(source, { method, k }, words, making);
  if (!made.ok) return made;
  const found = attacksOn(
    { released: recordsAsTable(table, made.value), originals, control },
    {
      ...{ attacks, length },
      secrets: secrets.map((name) => table.columns.findIndex((each) => each.name === name)),
    },
    words,
    counting(part(watch, 0.6, 1)),
  );
  return found === null ? refused(problem('stopped')) : { ok: true, value: found };
}

function rowsOf(table: CodedTable, rows: Uint32Array): CodedTable {
  return {
    ...table,
    rows: rows.length,
    columns: table.columns.map((column) => ({
      ...column,
      codes: Uint32Array.from(rows, (row) => column.codes[row] ?? 0),
    })),
  };
}
