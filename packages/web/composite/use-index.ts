import { useMemo } from 'react';
import { noticesOf, type Draws, type IndexDefinition } from '@freehold/core/composite';
import type { Problem } from '@freehold/core/problem';
import { rowsOf, type UnitRow, type Worked } from './view.ts';
import { useIndexWork, type Asked } from './work.ts';

/** An index as its page shows it: worked out at once, drawn as soon as that is done. */
export function useIndex(definition: IndexDefinition) {
  const asks = useMemo(
    () => ({
      worked: { kind: 'worked', of: definition } satisfies Asked,
      draws: { kind: 'draws', of: definition } satisfies Asked,
    }),
    [definition],
  );
  const once = useIndexWork('worked', asks.worked);
  const draws = useIndexWork('draws', definition.uncertainty === null ? null : asks.draws);
  const found = once.work.state === 'done' ? once.work.value.found : null;
  const drawn = draws.work.state === 'done' ? draws.work.value.found : null;
  const worked: Worked | null = found?.ok ? found.value : null;
  const draw: Draws | null = drawn?.ok ? drawn.value : null;
  const rows: readonly UnitRow[] | null = useMemo(
    () => (worked === null ? null : rowsOf(worked, draw)),
    [worked, draw],
  );
  // What stands in the way of working it out once stands in the way of drawing it too.
  const failed = [found, drawn].find((each) => each?.ok === false);
  const problems: readonly Problem[] = failed?.ok === false ? failed.problems : [];
  const notices = useMemo(
    () => [...new Set(noticesOf(definition.meta).map(({ notice }) => notice))],
    [definition.meta],
  );
  const coverage = rows === null || rows.length === 0 ? 0 : shareOf(rows);
  return { definition, worked, draw, rows, draws, notices, coverage, problems };
}

export type OpenedPage = ReturnType<typeof useIndex>;

function shareOf(rows: readonly UnitRow[]): number {
  return rows.reduce((sum, { coverage }) => sum + coverage, 0) / rows.length;
}
