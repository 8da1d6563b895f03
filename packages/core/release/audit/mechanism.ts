import type { Outcome } from '../../problem.ts';
import type { Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';

/** What a mechanism says of itself: ρ apart from a part of chance `rhoDelta`, which together are (ε, δ). */
export type Claim = {
  readonly rho: number;
  readonly rhoDelta: number;
  readonly epsilon: number;
  readonly delta: number;
};

/** A figure as it is told, with its bounds. */
export type ToldFigure = { readonly count: number; readonly low: number; readonly high: number };

/** A count that a release tells; `text` is `column=value`, joined as in counts.csv, `column` the first by number. */
export type ToldCount = ToldFigure & {
  readonly text: string;
  readonly length: number;
  readonly column: number;
};

/** All that one run tells, in the order it is told. */
export type Told = { readonly subjects: ToldFigure; readonly counts: readonly ToldCount[] };

/** A mechanism as an audit sees it: a black box from a table and chance to what is told. */
export type Mechanism = {
  readonly name: string;
  readonly claim: Claim;
  readonly run: (table: CodedTable, words: Words) => Outcome<Told>;
  /** The files of one release by name, as they would be written; headings and order are looked at. */
  readonly files: (table: CodedTable, words: Words) => Readonly<Record<string, string>>;
};
