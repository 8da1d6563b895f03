import { survivorRole, type Study } from './study.ts';

/** One row or column of a map: a code that studies bear, and its label. */
export type MapItem = { readonly code: string; readonly label: string };

export type GapFlag = 'absolute' | 'quality' | 'synthesis' | 'timing' | 'inclusion';

/** One cell: what is known of one intervention and one outcome. */
export type MapCell = {
  readonly row: string;
  readonly column: string;
  /** Distinct studies, in the order of the register. */
  readonly studies: readonly string[];
  readonly reviews: number;
  /** On the Maryland scale, over studies that were graded; null where none was. */
  readonly bestSms: number | null;
  readonly medianSms: number | null;
  readonly graded: number;
  /** The share with a survivor's part among studies of which it is known; null where of none. */
  readonly survivorShare: number | null;
  readonly survivorKnown: number;
  readonly lastYear: number | null;
  readonly flags: readonly GapFlag[];
};

/**
 * An evidence and gap map: how many studies there are of each row's intervention and each column's outcome, how good
 * they are, and what is missing. A study counts once in each cell it bears on. [EV-13]
 *
 * `rowsOf` says to which rows a study belongs, so that rows may be interventions, or pathway by timing.
 * Flags of a cell: absolute (no study); quality (no graded study over 2 on the Maryland scale); synthesis (three
 * studies or more and no review); timing (nothing on before, early or re-trafficking); inclusion (no known part of
 * survivors). O(studies × rows × outcomes of each).
 */
export function gapMap(
  studies: readonly Study[],
  rows: readonly MapItem[],
  columns: readonly MapItem[],
  rowsOf: (study: Study) => readonly string[] = ({ interventions }) => interventions,
): readonly MapCell[] {
  const cells = new Map<string, Study[]>();
  for (const study of studies) {
    const outcomes = new Set(study.findings.map(({ outcome }) => outcome));
    for (const row of new Set(rowsOf(study))) {
      for (const column of outcomes) {
        const key = `${row}\u0000${column}`;
        const there = cells.get(key);
        if (there === undefined) cells.set(key, [study]);
        else there.push(study);
      }
    }
  }
  return rows.flatMap((row) =>
    columns.map((column) =>
      cellOf(row.code, column.code, cells.get(`${row.code}\u0000${column.code}`) ?? []),
    ),
  );
}

/** Studies that no cell holds, with why: no intervention, no outcome, or codes that the map does not have. */
export function offMap(
  studies: readonly Study[],
  rows: readonly MapItem[],
  columns: readonly MapItem[],
  rowsOf: (study: Study) => readonly string[] = ({ interventions }) => interventions,
): readonly { readonly study: string; readonly because: 'no-row' | 'no-outcome' }[] {
  const known = new Set(rows.map(({ code }) => code));
  const outcomes = new Set(columns.map(({ code }) => code));
  const reason = (study: Study): 'no-row' | 'no-outcome' | null => {
    if (!rowsOf(study).some((code) => known.has(code))) return 'no-row';
    return study.findings.some(({ outcome }) => outcomes.has(outcome)) ? null : 'no-outcome';
  };
  return studies.flatMap((study) => {
    const because = reason(study);
    return because === null ? [] : [{ study: study.id, because }];
  });
}

function cellOf(row: string, column: string, studies: readonly Study[]): MapCell {
  const grades = studies
    .flatMap(({ sms }) => (sms === null ? [] : [sms]))
    .toSorted((a, b) => a - b);
  const roles = studies.map(survivorRole).filter((role) => role !== null);
  const years = studies.flatMap(({ year }) => (year === null ? [] : [year]));
  const cell = {
    ...{ row, column, studies: studies.map(({ id }) => id), graded: grades.length },
    reviews: studies.filter(({ review }) => review).length,
    bestSms: grades.at(-1) ?? null,
    medianSms: middle(grades),
    survivorShare: roles.length === 0 ? null : roles.filter(Boolean).length / roles.length,
    survivorKnown: roles.length,
    lastYear: years.length === 0 ? null : Math.max(...years),
  };
  return { ...cell, flags: flagsOf(cell, studies) };
}

function flagsOf(cell: Omit<MapCell, 'flags'>, studies: readonly Study[]): readonly GapFlag[] {
  if (studies.length === 0) return ['absolute'];
  const timely = studies.some(({ timing }) => timing.some((each) => each !== 'treat'));
  return [
    ...((cell.bestSms ?? 0) <= 2 ? ['quality' as const] : []),
    ...(studies.length >= 3 && cell.reviews === 0 ? ['synthesis' as const] : []),
    ...(timely ? [] : ['timing' as const]),
    ...(studies.some((study) => survivorRole(study) === true) ? [] : ['inclusion' as const]),
  ];
}

function middle(sorted: readonly number[]): number | null {
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  const upper = sorted[Math.floor(half)] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
