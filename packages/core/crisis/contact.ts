import { problem, type Problem } from '../problem.ts';
import type { Contact } from './item.ts';

export type KeptContact = Pick<Contact, 'acknowledged' | 'calledBy'> & { readonly id: string };

/**
 * Where a contact stands in the tree. `depth` 0 is called by nobody; `caller` is who calls it now: its own caller
 * where that one is reached, else the nearest reached one above, else null. [CR-7]
 */
export type Reach = {
  readonly id: string;
  readonly depth: number;
  readonly state: 'reached' | 'to-call' | 'cut-off';
  readonly caller: string | null;
};

/**
 * The tree from the top, each contact before those it calls, in their order. A contact whose caller is not there is
 * called by nobody. Whoever stands in a circle is left out: `contactProblems` names it. [CR-7]
 */
export function reachOf(contacts: readonly KeptContact[]): readonly Reach[] {
  const ids = new Set(contacts.map(({ id }) => id));
  const calledBy = (caller: string | null) =>
    contacts.filter((each) =>
      caller === null
        ? each.calledBy === null || !ids.has(each.calledBy)
        : each.calledBy === caller,
    );
  const below = (
    caller: string | null,
    { depth, reached }: { readonly depth: number; readonly reached: string | null },
  ): readonly Reach[] =>
    calledBy(caller).flatMap((each) => {
      const { id, acknowledged } = each;
      const state = acknowledged ? 'reached' : caller === reached ? 'to-call' : 'cut-off';
      const next = acknowledged ? id : reached;
      return [
        { id, depth, state, caller: reached } as const,
        ...below(id, { depth: depth + 1, reached: next }),
      ];
    });
  return below(null, { depth: 0, reached: null });
}

/** Problems: `caller-unknown`, `calls-in-circle`, where contact `id` were called by `calledBy`. [CR-7] */
export function contactProblems(
  id: string | null,
  calledBy: string | null,
  contacts: readonly KeptContact[],
): readonly Problem[] {
  const path = 'calledBy';
  if (calledBy === null) return [];
  if (!contacts.some((each) => each.id === calledBy)) {
    return [problem('caller-unknown', undefined, { path })];
  }
  const seen = new Set<string>();
  for (let at: string | null = calledBy; at !== null && !seen.has(at); at = above(at, contacts)) {
    if (at === id) return [problem('calls-in-circle', undefined, { path })];
    seen.add(at);
  }
  return [];
}

function above(id: string, contacts: readonly KeptContact[]): string | null {
  return contacts.find((each) => each.id === id)?.calledBy ?? null;
}
