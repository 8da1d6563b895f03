import type { Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import { attacked, type Attack, type Tried } from './attack.ts';
import { isolatedAmong } from './isolation.ts';
import { guesses, matching, multivariate, univariate, type Predicate } from './predicate.ts';
import { drawn, type Attacked } from './victims.ts';

/**
 * Singling out: an attacker finds what is true of exactly one released record and bets that it is true of exactly one person
 * among those that the release was made from. `columns` 1 takes lone values, more take values together. A guess asks for
 * anything. There may be fewer attacks than asked for, or none: where no released record stands alone, nobody can be
 * singled out in this way. [RL-18]
 *
 * Control records are mostly fewer than the originals; how often they are isolated is reckoned to the originals' number.
 */
export function singlingOut(
  { released, originals, control }: Attacked,
  { attacks, columns }: { readonly attacks: number; readonly columns: number },
  words: Words,
): Attack {
  const many = Math.min(columns, released.columns.length);
  const predicates =
    columns === 1
      ? someOf(univariate(released), attacks, words)
      : multivariate(released, { many, wanted: attacks, tries: attacks * triesEach }, words);
  const n = predicates.length;
  const blind = n === 0 ? [] : guesses(released, { many, wanted: n }, words);
  return attacked({
    originals: { hits: isolated(originals, predicates), n },
    control: control === null ? null : reckoned(control, originals.rows, predicates),
    guesses: { hits: isolated(originals, blind), n },
  });
}

const triesEach = 50;

function someOf(all: readonly Predicate[], most: number, words: Words): readonly Predicate[] {
  return drawn(all.length, most, words).map((at) => all[at] ?? []);
}

function isolated(table: CodedTable, predicates: readonly Predicate[]): number {
  return predicates.filter((each) => matching(table, each, 1) === 1).length;
}

function reckoned(control: CodedTable, rows: number, predicates: readonly Predicate[]): Tried {
  const n = control.rows === 0 ? 0 : predicates.length;
  const matches = predicates.map((each) => matching(control, each));
  return { hits: n === 0 ? 0 : isolatedAmong(rows, { matches, measured: control.rows }), n };
}
