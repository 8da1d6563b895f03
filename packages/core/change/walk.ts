import type { Theory, TheoryLink } from './model.ts';

/** A theory's links by where they begin and where they end. */
export type Ways = {
  readonly out: ReadonlyMap<string, readonly TheoryLink[]>;
  readonly into: ReadonlyMap<string, readonly TheoryLink[]>;
};

/** Links by both ends; a node without links has none, never undefined, through `linksAt`. O(links). */
export function waysOf(links: readonly TheoryLink[]): Ways {
  return {
    out: groupedBy(links, ({ from }) => from),
    into: groupedBy(links, ({ to }) => to),
  };
}

/** Items by a key, each group in the order they came. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export function linksAt(
  side: ReadonlyMap<string, readonly TheoryLink[]>,
  node: string,
): readonly TheoryLink[] {
  return side.get(node) ?? [];
}

/** Every node from which one of `ends` can be reached, the ends among them; loops are walked too. */
export function reaching(theory: Theory, ends: readonly string[]): ReadonlySet<string> {
  const { into } = waysOf(theory.links);
  const seen = new Set(ends);
  const waiting = [...ends];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const { from } of linksAt(into, next))
      if (!seen.has(from)) {
        seen.add(from);
        waiting.push(from);
      }
  return seen;
}

/**
 * Circles that no marked link breaks, each as the ids of its nodes in order, told once each. Where circles share
 * nodes, one through each of their closing links is told. O(nodes + links) steps and the length of what is found.
 */
export function circles(theory: Theory): readonly (readonly string[])[] {
  const { out } = waysOf(theory.links.filter(({ loop }) => !loop));
  const state = new Map<string, 'open' | 'done'>();
  const found = new Map<string, readonly string[]>();
  const visit = (node: string, path: readonly string[]): void => {
    state.set(node, 'open');
    const here = [...path, node];
    for (const { to } of linksAt(out, node)) {
      if (state.get(to) === 'open') {
        const circle = here.slice(here.indexOf(to));
        found.set(circle.toSorted().join(), circle);
      } else if (state.get(to) === undefined) visit(to, here);
    }
    state.set(node, 'done');
  };
  for (const { id } of theory.nodes) if (!state.has(id)) visit(id, []);
  return [...found.values()];
}

/**
 * The longest chain of unmarked links that ends in each node that stands in no circle: the links themselves, first
 * to last. Ties go to the link that is named first.
 */
export function longestInto(theory: Theory): ReadonlyMap<string, readonly TheoryLink[]> {
  const links = theory.links.filter(({ loop }) => !loop);
  const { out, into } = waysOf(links);
  const open = new Map(theory.nodes.map(({ id }) => [id, linksAt(into, id).length]));
  const longest = new Map<string, readonly TheoryLink[]>();
  const ready = [...open].filter(([, left]) => left === 0).map(([id]) => id);
  for (let node = ready.shift(); node !== undefined; node = ready.shift()) {
    const chains = linksAt(into, node).map((link) => [...(longest.get(link.from) ?? []), link]);
    longest.set(
      node,
      chains.reduce<readonly TheoryLink[]>(
        (best, chain) => (chain.length > best.length ? chain : best),
        [],
      ),
    );
    for (const { to } of linksAt(out, node)) {
      const left = (open.get(to) ?? 0) - 1;
      open.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return longest;
}
