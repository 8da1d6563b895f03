import { uniform, type Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { attacked, type Attack, type Tried } from './attack.ts';
import { Nearest } from './nearest.ts';
import { drawn, type Attacked } from './victims.ts';

/** What an attacker holds: some columns of a person in one file, other columns of a person in another. */
export type Sides = readonly [readonly number[], readonly number[]];

/**
 * Linkability: an attacker who holds two files that share columns with the release takes a record of each for the same
 * person's where one released record is among the nearest to both. `sides` are the columns of the two files. A guess draws
 * both neighbourhoods. [RL-19]
 */
export function linkability(
  { released, originals, control }: Attacked,
  { attacks, sides, neighbours = 1 }: { attacks: number; sides: Sides; neighbours?: number },
  words: Words,
): Attack {
  const many = Math.min(neighbours, released.rows);
  const nearest = new Nearest(released);
  const linked = (table: CodedTable): Tried => {
    if (many === 0) return { hits: 0, n: 0 };
    const victims = drawn(table.rows, attacks, words);
    const hits = victims.filter((row) => {
      // One order of those equally near for both files: an attacker would choose alike.
      const from = uniform(released.rows, words);
      const [one, other] = sides.map((columns) => nearest.of(table, row, columns, { many, from }));
      return meet(one ?? [], other ?? []);
    });
    return { hits: hits.length, n: victims.length };
  };
  return attacked({
    originals: linked(originals),
    control: control === null ? null : linked(control),
    guesses: guessed(released.rows, many, many === 0 ? 0 : attacks, words),
  });
}

function guessed(records: number, many: number, n: number, words: Words): Tried {
  const some = () => drawn(records, many, words);
  const hits = Array.from({ length: n }, some).filter((one) => meet(one, some()));
  return { hits: hits.length, n };
}

function meet(one: readonly number[], other: readonly number[]): boolean {
  return one.some((each) => other.includes(each));
}
