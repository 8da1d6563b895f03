import { linksAt, waysOf, type Theory } from '@freehold/core/change';

/** What is not drawn while nodes are folded: whatever leads to the rest only through them. Folded nodes stay. */
export function foldedAway(theory: Theory, folded: ReadonlySet<string>): ReadonlySet<string> {
  if (folded.size === 0) return new Set();
  const { into } = waysOf(theory.links);
  const away = new Set<string>();
  const waiting = [...folded].flatMap((id) => linksAt(into, id).map(({ from }) => from));
  const { out } = waysOf(theory.links);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const onwards = linksAt(out, id).map(({ to }) => to);
    const hidden = onwards.every((to) => folded.has(to) || away.has(to));
    if (!hidden || away.has(id) || folded.has(id)) continue;
    away.add(id);
    waiting.push(...linksAt(into, id).map(({ from }) => from));
  }
  return away;
}
