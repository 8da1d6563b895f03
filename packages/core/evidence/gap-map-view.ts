import type { Confidence } from './claim.ts';
import type { MapCell, MapItem, MapStudy } from './gap-map.ts';

/** What the rows of a map are: types of intervention, or pathway by timing. */
export const mapKinds = ['interventions', 'pathways'] as const;
export type MapKind = (typeof mapKinds)[number];

/** The rows that a study belongs to; one that is silent on pathway or timing belongs to none of those. */
export const rowsBy: Readonly<Record<MapKind, (study: MapStudy) => readonly string[]>> = {
  interventions: ({ interventions }) => interventions,
  pathways: ({ pathways, timing }) => crossed(pathways, timing),
};

/** Codes of "pathway by timing" rows. */
export function crossed(pathways: readonly string[], timing: readonly string[]): readonly string[] {
  return pathways.flatMap((path) => timing.map((when) => `${path} ${when}`));
}

/** Codes that are used beyond the listed ones follow them under their own names, so that nothing is hidden. */
export function withUnlisted(
  listed: readonly MapItem[],
  used: readonly string[],
): readonly MapItem[] {
  const there = new Set(listed.map(({ code }) => code));
  const more = [...new Set(used)].filter((code) => !there.has(code)).toSorted();
  return [
    ...listed.map(({ code, label }) => ({ code, label })),
    ...more.map((code) => ({ code, label: code })),
  ];
}

/** Rows and columns of a register's map. */
export type MapFrame = {
  readonly rows: Readonly<Record<MapKind, readonly MapItem[]>>;
  readonly columns: readonly MapItem[];
};

/** The frame of a map: what is listed, and what the studies use beyond it. */
export function mapFrame(
  studies: readonly MapStudy[],
  listed: {
    readonly types: readonly MapItem[];
    readonly pathways: readonly MapItem[];
    readonly outcomes: readonly MapItem[];
  },
): MapFrame {
  const used = studies.flatMap(({ findings }) => findings.map(({ outcome }) => outcome));
  return {
    rows: {
      interventions: withUnlisted(listed.types, studies.flatMap(rowsBy.interventions)),
      pathways: withUnlisted(listed.pathways, studies.flatMap(rowsBy.pathways)),
    },
    columns: withUnlisted(listed.outcomes, used),
  };
}

/** What a study is kept for. An empty list keeps all of its kind; `words` are all to be in the title. */
export type MapFilter = {
  readonly countries: readonly string[];
  readonly designs: readonly string[];
  readonly populations: readonly string[];
  readonly settings: readonly string[];
  readonly exploitation: readonly string[];
  readonly strengths: readonly Strength[];
  readonly from: number | null;
  readonly to: number | null;
  readonly words: string;
};
export const noFilter: MapFilter = {
  ...{ countries: [], designs: [], populations: [], settings: [], exploitation: [] },
  ...{ strengths: [], from: null, to: null, words: '' },
};

/** How far a study's design can be trusted: from 3 on the Maryland scale it may speak of causes. [EV-5] */
export const strengths = ['strong', 'weak', 'ungraded'] as const;
export type Strength = (typeof strengths)[number];
export function strengthOf({ sms }: Pick<MapStudy, 'sms'>, strongFrom = 3): Strength {
  if (sms === null) return 'ungraded';
  return sms >= strongFrom ? 'strong' : 'weak';
}

/** The studies that meet a filter, in their order. A study without a year meets no bound on years. */
export function filtered(studies: readonly MapStudy[], filter: MapFilter): readonly MapStudy[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { from, to } = filter;
  return studies.filter(
    (study) =>
      meets(filter.countries, study.countries) &&
      meets(filter.designs, [study.design]) &&
      meets(filter.populations, study.populations) &&
      meets(filter.settings, [study.setting]) &&
      meets(filter.exploitation, study.exploitation) &&
      meets(filter.strengths, [strengthOf(study)]) &&
      (from === null || (study.year !== null && study.year >= from)) &&
      (to === null || (study.year !== null && study.year <= to)) &&
      words.every((word) => study.title.toLowerCase().includes(word)),
  );
}

/** What the studies offer to choose by, each with how many bear it, the commonest first. */
export function choicesOf(
  studies: readonly MapStudy[],
  of: (study: MapStudy) => readonly string[],
): readonly { readonly value: string; readonly n: number }[] {
  const counts = new Map<string, number>();
  for (const study of studies)
    for (const value of new Set(of(study)))
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}

/** Something that a partnership does, as far as a map needs it. */
export type DoneHere = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly pathways: readonly string[];
  readonly timing: readonly string[];
  readonly status: 'idea' | 'planned' | 'running' | 'ended';
};

/** What a partnership does or plans by row: what has ended, and ideas, are not what it does. [EV-23] */
export function doneByRow(
  interventions: readonly DoneHere[],
  kind: MapKind,
): ReadonlyMap<string, readonly DoneHere[]> {
  const rows = new Map<string, DoneHere[]>();
  for (const each of interventions) {
    if (each.status !== 'running' && each.status !== 'planned') continue;
    const codes = kind === 'interventions' ? [each.type] : crossed(each.pathways, each.timing);
    for (const code of new Set(codes)) {
      const there = rows.get(code);
      if (there === undefined) rows.set(code, [each]);
      else there.push(each);
    }
  }
  return rows;
}

/** What a map says in one look. `untried` rows have moderate or high confidence somewhere and nothing done here. */
export type MapFinding = {
  readonly studies: number;
  readonly cells: number;
  readonly empty: number;
  /** Rows in which we act and no study stands. */
  readonly actedUnknown: readonly string[];
  readonly untried: readonly string[];
};

export function mapFinding(
  cells: readonly MapCell[],
  done: ReadonlyMap<string, readonly DoneHere[]>,
): MapFinding {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const sure: readonly Confidence[] = ['moderate', 'high'];
  const inRow = (row: string, test: (cell: MapCell) => boolean) =>
    cells.some((cell) => cell.row === row && test(cell));
  return {
    studies: new Set(cells.flatMap(({ studies }) => studies)).size,
    cells: cells.length,
    empty: cells.filter(({ studies }) => studies.length === 0).length,
    actedUnknown: rows.filter(
      (row) => done.has(row) && !inRow(row, ({ studies }) => studies.length > 0),
    ),
    untried: rows.filter(
      (row) => !done.has(row) && inRow(row, ({ confidence }) => sure.includes(confidence)),
    ),
  };
}

/** The radius of a bubble whose area stands for a number of studies: `most` fills `radius`, one stays visible. */
export function bubbleRadius(n: number, most: number, radius: number): number {
  return n === 0 ? 0 : Math.max(radius * Math.sqrt(n / Math.max(most, 1)), radius / 4);
}

function meets(wanted: readonly string[], has: readonly string[]): boolean {
  return wanted.length === 0 || has.some((each) => wanted.includes(each));
}
