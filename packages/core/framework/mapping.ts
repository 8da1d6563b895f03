import { z } from 'zod';
import type { Framework, Indicator } from './framework.ts';
import { indicatorsOf } from './view.ts';

/**
 * What became of an indicator in another version: `same`; `moved` (the same under another code);
 * `cannot-compare` (still there, but what it means has changed); `new`; `gone`.
 */
export const Verdict = z.enum(['same', 'moved', 'cannot-compare', 'new', 'gone']);
export type Verdict = z.infer<typeof Verdict>;

/** A part of an indicator that fixes what its answers mean. */
export const Defining = z.enum([
  'kind',
  'direction',
  'numerator',
  'denominator',
  'factor',
  'anchors',
  'title',
]);
export type Defining = z.infer<typeof Defining>;

const Version = z.strictObject({ code: z.string().max(40), version: z.int().min(1) });

/** `from` is null for what is new, `to` for what is gone. `note` is a person's reason for another verdict. */
export const MappingRow = z.strictObject({
  from: z.string().max(40).nullable(),
  to: z.string().max(40).nullable(),
  verdict: Verdict,
  changed: z.array(Defining),
  note: z.string().trim().max(1000),
});
export type MappingRow = z.infer<typeof MappingRow>;

/** How the answers to one version are carried to another. */
export const Mapping = z.strictObject({ from: Version, to: Version, rows: z.array(MappingRow) });
export type Mapping = z.infer<typeof Mapping>;

/**
 * Proposes a mapping from the definitions alone: rows in the order of `from`, then what is new in the
 * order of `to`. An unchanged definition is looked for under its own code first, then under another. O(n).
 *
 * Holds: each indicator of either version stands in exactly one row; the mapping of a version to itself
 * is `same` throughout. [FW-3] [FW-4]
 */
export function proposedMapping(from: Framework, to: Framework): Mapping {
  const old = indicatorsOf(from).map(({ indicator }) => indicator);
  const young = new Map(indicatorsOf(to).map(({ indicator }) => [indicator.code, indicator]));
  const moves = movesOf(old, young);
  const taken = new Set(moves.values());
  const rows = old.map((indicator) => {
    const moved = moves.get(indicator.code);
    if (moved !== undefined) return row(indicator.code, moved, 'moved');
    const there = young.get(indicator.code);
    if (there === undefined || taken.has(there.code)) return row(indicator.code, null, 'gone');
    const changed = changes(indicator, there);
    return row(
      indicator.code,
      there.code,
      changed.length === 0 ? 'same' : 'cannot-compare',
      changed,
    );
  });
  const met = new Set(rows.map((each) => each.to));
  const added = [...young.keys()].filter((code) => !met.has(code));
  return {
    from: { code: from.code, version: from.version },
    to: { code: to.code, version: to.version },
    rows: [...rows, ...added.map((code) => row(null, code, 'new'))],
  };
}

/** The parts of its definition in which an indicator differs from another. Capitals, blanks and punctuation do not count. */
export function changes(one: Indicator, other: Indicator): readonly Defining[] {
  const [before, after] = [definition(one), definition(other)];
  return Defining.options.filter((part) => before[part] !== after[part]);
}

function definition(indicator: Indicator): Readonly<Record<Defining, string>> {
  return {
    kind: indicator.kind,
    direction: indicator.direction,
    numerator: essence(indicator.numerator),
    denominator: essence(indicator.denominator),
    factor: String(indicator.factor),
    anchors: JSON.stringify(indicator.anchors.map(essence)),
    title: essence(indicator.title),
  };
}

function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}<>=%+]+/gu, ' ')
    .trim();
}

/** Old code to new code, for definitions that stand once in each version and have changed their code. */
function movesOf(old: readonly Indicator[], young: ReadonlyMap<string, Indicator>) {
  const stays = (each: Indicator) => {
    const there = young.get(each.code);
    return there !== undefined && changes(each, there).length === 0;
  };
  const leaving = onceBy(old.filter((each) => !stays(each)));
  const kept = new Set(old.filter(stays).map(({ code }) => code));
  const arriving = onceBy([...young.values()].filter(({ code }) => !kept.has(code)));
  return new Map(
    [...leaving].flatMap(([key, code]) => {
      const to = arriving.get(key);
      return to === undefined ? [] : [[code, to] as const];
    }),
  );
}

function onceBy(indicators: readonly Indicator[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const each of indicators) {
    const key = JSON.stringify(definition(each));
    found.set(key, found.has(key) ? null : each.code);
  }
  return new Map(
    [...found].flatMap(([key, code]) => (code === null ? [] : [[key, code] as const])),
  );
}

function row(
  from: string | null,
  to: string | null,
  verdict: Verdict,
  changed: readonly Defining[] = [],
): MappingRow {
  return { from, to, verdict, changed: [...changed], note: '' };
}
