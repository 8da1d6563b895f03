import { useMemo } from 'react';
import { Refusal } from '../api.ts';
import { Problems } from '../parts/problems.tsx';
import type { Kind } from './engine/work.ts';
import type { Studio } from './use-desk.ts';

/** What stood in the way of this kind of work, if it did. */
export function Wrong({
  studio: { wrong },
  kinds,
}: {
  studio: Studio;
  kinds: readonly (Kind | 'charge')[];
}) {
  const error = useMemo(
    () =>
      wrong === null || !kinds.includes(wrong.kind) || isStopped(wrong.problems)
        ? null
        : new Refusal(0, wrong.problems),
    [wrong, kinds],
  );
  return <Problems error={error} />;
}

function isStopped(problems: readonly { readonly code: string }[]): boolean {
  return problems.every(({ code }) => code === 'stopped');
}
