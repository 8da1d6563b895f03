import type { ReportTopic } from '@freehold/core/review';

/** A report as a plain document: what HTML and DOCX both draw, so that they cannot say different things. */
export type Content = {
  readonly title: string;
  readonly subtitle: string;
  /** Written at the top of every page. */
  readonly running: string;
  readonly madeUp: boolean;
  readonly sections: readonly Section[];
};

export type Section = {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Begins on a page of its own when printed. */
  readonly newPage?: boolean;
};

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly aside?: string }
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly small?: boolean }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | Chart
  | Table;

/** A line of a list: its opening words may stand out. */
export type Item = { readonly lead?: string; readonly text: string };

export type Table = {
  readonly kind: 'table';
  readonly caption: string;
  /** The heading before it says the same: the caption is for those who cannot see that. */
  readonly quiet?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
};

/** `width` is relative to the other columns. */
export type Column = {
  readonly title: string;
  readonly width: number;
  readonly figures?: boolean;
};

/** Topic scores with their intervals, by level. */
export type Chart = {
  readonly kind: 'chart';
  readonly title: string;
  readonly note: string;
  readonly groups: readonly {
    readonly title: string;
    readonly bars: readonly Bar[];
  }[];
};

export type Bar = Pick<ReportTopic, 'code' | 'title' | 'score' | 'low' | 'high' | 'coverage'> & {
  /** The bar in words: "1.8, between 1.4 and 2.2". */
  readonly label: string;
};
