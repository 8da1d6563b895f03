import type { Theory } from '@freehold/core/change';
import type { TheoryAt } from './calls.ts';
import type { Drawing } from './use-theory.ts';

/** What every view of an open theory is given. */
export type ViewProps = {
  readonly at: TheoryAt;
  readonly drawing: Drawing;
  /** Ids of nodes and links. */
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
};

/** Nodes and links whose words hold what is sought; none while nothing is. */
export function foundBy(theory: Theory, sought: string): ReadonlySet<string> {
  const words = sought.trim().toLowerCase();
  if (words === '') return new Set();
  const holds = (text: string) => text.toLowerCase().includes(words);
  return new Set([
    ...theory.nodes
      .filter(({ title, text, actor }) => [title, text, actor].some(holds))
      .map(({ id }) => id),
    ...theory.links
      .filter(({ rationale, quote }) => [rationale, quote].some(holds))
      .map(({ id }) => id),
  ]);
}
