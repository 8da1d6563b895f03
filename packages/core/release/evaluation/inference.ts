import { uniform, type Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { attacked, type Attack, type Tried } from './attack.ts';
import { Nearest } from './nearest.ts';
import { drawn, type Attacked } from './victims.ts';

/**
 * Inference: an attacker who knows all of somebody but one secret column takes it from the nearest released record. Only
 * those are attacked who have a value there: that nothing is recorded is no secret. A guess is the value of any released
 * record. [RL-20]
 */
export function inference(
  { released, originals, control }: Attacked,
  { attacks, secret }: { readonly attacks: number; readonly secret: number },
  words: Words,
): Attack {
  const known = released.columns.map((_, column) => column).filter((column) => column !== secret);
  const nearest = new Nearest(released);
  const near = (table: CodedTable, row: number) =>
    nearest.of(table, row, known, { many: 1, from: uniform(released.rows, words) })[0] ?? 0;
  const any = () => uniform(released.rows, words);
  const inferred = (
    table: CodedTable,
    chosen: (table: CodedTable, row: number) => number,
  ): Tried => {
    const victims = released.rows === 0 ? [] : victimsIn(table, secret, attacks, words);
    const hits = victims.filter(
      (row) => codeAt(released, secret, chosen(table, row)) === codeAt(table, secret, row),
    );
    return { hits: hits.length, n: victims.length };
  };
  return attacked({
    originals: inferred(originals, near),
    control: control === null ? null : inferred(control, near),
    guesses: inferred(originals, any),
  });
}

function victimsIn(table: CodedTable, secret: number, attacks: number, words: Words) {
  const having: number[] = [];
  for (let row = 0; row < table.rows; row += 1)
    if (codeAt(table, secret, row) > 0) having.push(row);
  return drawn(having.length, attacks, words).map((at) => having[at] ?? 0);
}

function codeAt({ columns }: CodedTable, column: number, row: number): number {
  return columns[column]?.codes[row] ?? 0;
}
