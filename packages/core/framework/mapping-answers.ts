import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import type { Framework, Indicator } from './framework.ts';
import {
  changes,
  proposedMapping,
  type Defining,
  type Mapping,
  type MappingRow,
} from './mapping.ts';
import { indicatorsOf } from './view.ts';

/** Why an answer could not be carried; `unknown` where the mapping does not name its indicator. */
export type LeftBecause = 'cannot-compare' | 'gone' | 'unknown';

export type MappedAnswers<Answer> = {
  /** Under the codes of the new version; otherwise as they were given, in the order given. */
  readonly carried: readonly Answer[];
  readonly left: readonly { readonly answer: Answer; readonly because: LeftBecause }[];
  /** Codes of the new version that no answer can be carried to: new, or not to be compared. */
  readonly askAnew: readonly string[];
};

/**
 * Carries answers from one version to another. Only `same` and `moved` carry; an answer is never turned
 * into another, and none gets lost unsaid: each stands in `carried` or in `left`. [FW-5]
 */
export function mapAnswers<Answer extends { readonly indicator: string }>(
  answers: readonly Answer[],
  mapping: Mapping,
): MappedAnswers<Answer> {
  const rows = new Map(mapping.rows.map((row) => [row.from, row]));
  const placed = answers.map((answer) => ({ answer, row: rows.get(answer.indicator) }));
  return {
    carried: placed.flatMap(({ answer, row }) => {
      const to = target(row);
      return to === null ? [] : [{ ...answer, indicator: to }];
    }),
    left: placed.flatMap(({ answer, row }) =>
      target(row) === null ? [{ answer, because: reason(row) }] : [],
    ),
    askAnew: mapping.rows.flatMap((row) =>
      row.to !== null && target(row) === null ? [row.to] : [],
    ),
  };
}

function target(row: MappingRow | undefined): string | null {
  return row?.verdict === 'same' || row?.verdict === 'moved' ? row.to : null;
}

function reason(row: MappingRow | undefined): LeftBecause {
  if (row === undefined) return 'unknown';
  return row.verdict === 'gone' ? 'gone' : 'cannot-compare';
}

/**
 * Checks a mapping that people have judged. They may find a reworded indicator the same, or an unchanged
 * one not to be compared, when they say why; a change of kind or direction they cannot undo. [FW-6]
 *
 * All problems at once, each with the path of its row. What changed is worked out afresh, whatever was sent.
 */
export function checkedMapping(mapping: Mapping, from: Framework, to: Framework): Outcome<Mapping> {
  const proposed = proposedMapping(from, to);
  const [before, after] = [byCode(from), byCode(to)];
  const rows = mapping.rows.map((row) => ({
    ...row,
    changed: [...changedBetween(before.get(row.from), after.get(row.to))],
  }));
  const problems = [
    ...otherVersions(mapping, proposed),
    ...sidewise(mapping, proposed, 'from'),
    ...sidewise(mapping, proposed, 'to'),
    ...rows.flatMap((row, at) => wrongVerdict(row, at, proposed)),
  ];
  return problems.length > 0 ? refused(...problems) : fine({ ...mapping, rows });
}

function byCode(framework: Framework): ReadonlyMap<string | null, Indicator> {
  return new Map(indicatorsOf(framework).map(({ indicator }) => [indicator.code, indicator]));
}

function changedBetween(before?: Indicator, after?: Indicator): readonly Defining[] {
  return before === undefined || after === undefined ? [] : changes(before, after);
}

function otherVersions(mapping: Mapping, proposed: Mapping): readonly Problem[] {
  const alike =
    JSON.stringify([mapping.from, mapping.to]) === JSON.stringify([proposed.from, proposed.to]);
  return alike ? [] : [problem('mapping-of-other-versions', {}, { path: 'from' })];
}

/** Each indicator of a version stands in one row, and only those do. */
function sidewise(mapping: Mapping, proposed: Mapping, side: 'from' | 'to'): readonly Problem[] {
  const known = new Set(proposed.rows.map((row) => row[side]));
  const seen = new Set<string | null>();
  const wrong = mapping.rows.flatMap((row, at) => {
    const code = row[side];
    if (code === null) return [];
    const where = { path: `rows.${at}.${side}` };
    if (!known.has(code)) return [problem('unknown-indicator', { indicator: code }, where)];
    if (seen.has(code)) return [problem('repeated-code', { name: code }, where)];
    seen.add(code);
    return [];
  });
  const left = [...known].filter((code) => code !== null && !seen.has(code));
  return [...wrong, ...left.map((code) => problem('not-mapped', { indicator: code, side }))];
}

function wrongVerdict(row: MappingRow, at: number, proposed: Mapping): readonly Problem[] {
  const where = { path: `rows.${at}.verdict` };
  if (!fits(row)) return [problem('verdict-does-not-fit', { verdict: row.verdict }, where)];
  const hard = row.changed.find((part) => part === 'kind' || part === 'direction');
  if (target(row) !== null && hard !== undefined)
    return [problem('never-comparable', { changed: hard }, where)];
  const asProposed = proposed.rows.some(
    ({ from, to, verdict }) => from === row.from && to === row.to && verdict === row.verdict,
  );
  const said = asProposed || row.note !== '';
  return said ? [] : [problem('note-needed', {}, { path: `rows.${at}.note` })];
}

function fits({ from, to, verdict }: MappingRow): boolean {
  switch (verdict) {
    case 'same':
      return from !== null && from === to;
    case 'moved':
      return from !== null && to !== null && from !== to;
    case 'cannot-compare':
      return from !== null && to !== null;
    case 'new':
      return from === null && to !== null;
    case 'gone':
      return from !== null && to === null;
  }
}
