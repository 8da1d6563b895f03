import {
  headed,
  type Column,
  type Document,
  type ReportBody,
  type Table,
} from '../document/index.ts';

/** Whose report it is, and of when. */
export type RecoverySetting = {
  readonly partnership: string;
  readonly place: string;
  readonly madeUp: boolean;
  readonly today: string;
  /** The least count that is shown. */
  readonly least: number;
  /** Where the counts come from, as whoever brought them in said it. */
  readonly source: string;
};

/** Puts the head of every report of remedy and recovery around what it says. [DO-1] */
export function reportOf({ today, ...setting }: RecoverySetting, says: ReportBody): Document {
  return headed({ ...setting, madeOn: today }, says);
}

/** A table whose first column names the row; columns after it are figures. */
export function figures(
  caption: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  const columns: readonly Column[] = titles.map((title, at) => ({
    title,
    width: at === 0 ? 30 : 70 / Math.max(1, titles.length - 1),
    figures: at > 0,
  }));
  return { kind: 'table', caption, columns, rows };
}
