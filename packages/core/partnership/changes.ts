import type { Network, Tie } from '../graph/index.ts';

/** What became of the ties between nodes that are in both networks, and which nodes are in one only. */
export type NetworkChange = {
  readonly matched: number;
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  readonly added: readonly Tie[];
  readonly lost: readonly Tie[];
  readonly stronger: number;
  readonly weaker: number;
  readonly same: number;
};

/**
 * Compares two waves over the organisations that were in both rosters: a tie of one that was not asked about before is
 * no new tie. Without direction the order of the ends does not count. [PN-14]
 */
export function changeBetween(before: Network, after: Network): NetworkChange {
  const [old, young] = [idsOf(before), idsOf(after)];
  const both = new Set([...old].filter((id) => young.has(id)));
  const [then, now] = [tiesAmong(before, both), tiesAmong(after, both)];
  const kept = [...now].flatMap(([key, tie]) => {
    const was = then.get(key);
    return was === undefined ? [] : [tie.weight - was.weight];
  });
  return {
    matched: both.size,
    onlyBefore: [...old].filter((id) => !both.has(id)),
    onlyAfter: [...young].filter((id) => !both.has(id)),
    added: [...now].filter(([key]) => !then.has(key)).map(([, tie]) => tie),
    lost: [...then].filter(([key]) => !now.has(key)).map(([, tie]) => tie),
    stronger: kept.filter((change) => change > 0).length,
    weaker: kept.filter((change) => change < 0).length,
    same: kept.filter((change) => change === 0).length,
  };
}

function idsOf({ nodes }: Network): ReadonlySet<string> {
  return new Set(nodes.map(({ id }) => id));
}

function tiesAmong(
  { directed, ties }: Network,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, Tie> {
  return new Map(
    ties
      .filter(({ source, target }) => ids.has(source) && ids.has(target) && source !== target)
      .map((tie) => {
        const ends = [tie.source, tie.target];
        return [JSON.stringify(directed ? ends : ends.toSorted()), tie];
      }),
  );
}
