import type { Confidence, ConfidenceRule, Stance } from './claim.ts';
import { graded, usualRule } from './graded.ts';
import type { Finding, Study } from './study.ts';
import { survivorRole } from './survivor-role.ts';

/** What a map looks at in a study; the rest of it need not travel. */
export type MapStudy = Pick<
  Study,
  | 'id'
  | 'title'
  | 'year'
  | 'countries'
  | 'setting'
  | 'exploitation'
  | 'populations'
  | 'interventions'
  | 'pathways'
  | 'timing'
  | 'design'
  | 'review'
  | 'sample'
  | 'sms'
  | 'survivorsInDesign'
  | 'survivorsInImplementation'
  | 'survivorsInEvaluation'
> & { readonly findings: Pick<Finding, 'outcome' | 'direction'>[] };

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
  /** How sure one may be that the row brings the column about, by the rule for claims. */
  readonly confidence: Confidence;
  readonly flags: readonly GapFlag[];
};

/** A study in brief, as a map needs it. */
export function mapStudy(study: Study): MapStudy {
  const { id, title, year, countries, setting, exploitation, populations, interventions } = study;
  const { pathways, timing, design, review, sample, sms } = study;
  const { survivorsInDesign, survivorsInImplementation, survivorsInEvaluation } = study;
  return {
    ...{ id, title, year, countries, setting, exploitation, populations, interventions },
    ...{ pathways, timing, design, review, sample, sms },
    ...{ survivorsInDesign, survivorsInImplementation, survivorsInEvaluation },
    findings: study.findings.map(({ outcome, direction }) => ({ outcome, direction })),
  };
}

/**
 * An evidence and gap map: how many studies there are of each row's intervention and each column's outcome, how good
 * they are, and what is missing. A study counts once in each cell it bears on. [EV-13]
 *
 * `rowsOf` says to which rows a study belongs, so that rows may be interventions, or pathway by timing.
 * Flags of a cell: absolute (no study); quality (no graded study over 2 on the Maryland scale); synthesis (three
 * studies or more and no review); timing (nothing on before, early or re-trafficking); inclusion (no known part of
 * survivors). Its confidence is that of the claim that the row brings the column about: a study speaks for it where all
 * that it found there is positive, against it where all is nothing or negative, and qualifies it otherwise. [EV-22]
 * O(studies × rows × outcomes of each).
 */
export function gapMap(
  studies: readonly MapStudy[],
  rows: readonly MapItem[],
  columns: readonly MapItem[],
  rowsOf: (study: MapStudy) => readonly string[] = ({ interventions }) => interventions,
  rule: ConfidenceRule = usualRule,
): readonly MapCell[] {
  const cells = new Map<string, MapStudy[]>();
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
      cellOf(
        { row: row.code, column: column.code },
        cells.get(`${row.code}\u0000${column.code}`) ?? [],
        rule,
      ),
    ),
  );
}

/** Studies that no cell holds, with why: no intervention, no outcome, or codes that the map does not have. */
export function offMap(
  studies: readonly MapStudy[],
  rows: readonly MapItem[],
  columns: readonly MapItem[],
  rowsOf: (study: MapStudy) => readonly string[] = ({ interventions }) => interventions,
): readonly { readonly study: string; readonly because: 'no-row' | 'no-outcome' }[] {
  const known = new Set(rows.map(({ code }) => code));
  const outcomes = new Set(columns.map(({ code }) => code));
  const reason = (study: MapStudy): 'no-row' | 'no-outcome' | null => {
    if (!rowsOf(study).some((code) => known.has(code))) return 'no-row';
    return study.findings.some(({ outcome }) => outcomes.has(outcome)) ? null : 'no-outcome';
  };
  return studies.flatMap((study) => {
    const because = reason(study);
    return because === null ? [] : [{ study: study.id, because }];
  });
}

function cellOf(
  { row, column }: { readonly row: string; readonly column: string },
  studies: readonly MapStudy[],
  rule: ConfidenceRule,
): MapCell {
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
    confidence: confidenceIn(column, studies, rule),
  };
  return { ...cell, flags: flagsOf(cell, studies) };
}

function confidenceIn(
  column: string,
  studies: readonly MapStudy[],
  rule: ConfidenceRule,
): Confidence {
  const links = studies.map((study) => ({
    ...{ study: study.id, stance: stanceOn(column, study), note: '' },
  }));
  const known = new Map(studies.map((study) => [study.id, study]));
  return graded({ links, override: null }, known, rule).confidence;
}

function stanceOn(column: string, { findings }: MapStudy): Stance {
  const found = findings.filter(({ outcome }) => outcome === column);
  if (found.every(({ direction }) => direction === 'positive')) return 'supports';
  const against = found.every(({ direction }) => direction === 'none' || direction === 'negative');
  return against ? 'contradicts' : 'qualifies';
}

function flagsOf(cell: Omit<MapCell, 'flags'>, studies: readonly MapStudy[]): readonly GapFlag[] {
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
