import type { Outcome } from '../problem.ts';
import { fieldsThatDiffer, ownFields } from './diff.ts';
import { checkedTheory, type Theory } from './model.ts';

export type Side = 'mine' | 'theirs';

/**
 * Something that two people changed differently. `field` is '' where one of them took the whole node or link away;
 * then the side that did holds null.
 */
export type Clash = {
  readonly key: string;
  readonly kind: 'theory' | 'node' | 'link';
  readonly id: string;
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
};

export type Merge = {
  /** What nobody needs to decide is in it from both; of what clashes, what was chosen. */
  readonly theory: Outcome<Theory>;
  readonly clashes: readonly Clash[];
};

/**
 * Joins two people's changes to one theory. What only one of them touched is taken from them, field by field. What both
 * changed differently is a clash, and so is a node or link that one took away while the other worked on it or linked to
 * it. `chosen` says by a clash's key whose stands; what is not chosen keeps what is there rather than not, and otherwise
 * mine. Where a node stands on the canvas never clashes. Two new links between the same nodes are one. [TC-16]
 *
 * Holds: with one side unchanged the other is the result; the same clashes come up from both sides.
 */
export function mergedTheory(
  base: Theory,
  mine: Theory,
  theirs: Theory,
  chosen: ReadonlyMap<string, Side> = new Map(),
): Merge {
  const own = sameLinks(base, mine, theirs);
  const three = { base, mine: own, theirs };
  const root = joined('theory', '', pick(base), pick(own), pick(theirs), false, chosen);
  const nodes = joinedItems('node', three, chosen);
  const links = joinedItems('link', three, chosen);
  const ends = new Set(nodes.items.map(({ id }) => id));
  const standing = links.items.filter((link) => ends.has(link['from']) && ends.has(link['to']));
  return {
    theory: checkedTheory({ ...root.item, nodes: nodes.items, links: standing }),
    clashes: [...root.clashes, ...nodes.clashes, ...links.clashes],
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Three = { readonly base: Theory; readonly mine: Theory; readonly theirs: Theory };
type Joined = { readonly item: Fields | null; readonly clashes: readonly Clash[] };

function joinedItems(
  kind: 'node' | 'link',
  three: Three,
  chosen: ReadonlyMap<string, Side>,
): { readonly items: readonly Fields[]; readonly clashes: readonly Clash[] } {
  const listed = (theory: Theory) =>
    new Map<string, Fields>(
      (kind === 'node' ? theory.nodes : theory.links).map((item) => [item.id, item]),
    );
  const [base, mine, theirs] = [listed(three.base), listed(three.mine), listed(three.theirs)];
  const busy = kind === 'node' ? newlyLinked(three) : new Set<string>();
  const ids = new Set([...theirs.keys(), ...mine.keys(), ...base.keys()]);
  const all = [...ids].map((id) =>
    joined(kind, id, base.get(id), mine.get(id), theirs.get(id), busy.has(id), chosen),
  );
  return {
    items: all.flatMap(({ item }) => (item === null ? [] : [item])),
    clashes: all.flatMap(({ clashes }) => clashes),
  };
}

/** One thing from both sides; undefined is one that is not there. `busy`: somebody linked to it anew. */
function joined(
  kind: Clash['kind'],
  id: string,
  base: Fields | undefined,
  mine: Fields | undefined,
  theirs: Fields | undefined,
  busy: boolean,
  chosen: ReadonlyMap<string, Side>,
): Joined {
  if (mine !== undefined && theirs !== undefined)
    return joinedFields(kind, id, base ?? {}, mine, theirs, chosen);
  const left = mine ?? theirs;
  if (left === undefined) return { item: null, clashes: [] };
  if (base === undefined) return { item: left, clashes: [] };
  const touched = fieldsThatDiffer(base, left).some((field) => field !== 'at');
  if (!touched && !busy) return { item: null, clashes: [] };
  const clash = { key: `${id}.`, kind, id, field: '', mine: mine ?? null, theirs: theirs ?? null };
  const side = chosen.get(clash.key);
  const item = side === undefined ? left : ((side === 'mine' ? mine : theirs) ?? null);
  return { item, clashes: [clash] };
}

function joinedFields(
  kind: Clash['kind'],
  id: string,
  base: Fields,
  mine: Fields,
  theirs: Fields,
  chosen: ReadonlyMap<string, Side>,
): Joined {
  const byMe = fieldsThatDiffer(base, mine);
  const byThem = fieldsThatDiffer(base, theirs);
  const clashes = fieldsThatDiffer(mine, theirs)
    .filter((field) => byMe.includes(field) && byThem.includes(field) && field !== 'at')
    .map((field) => ({
      ...{ key: `${id}.${field}`, kind, id, field },
      ...{ mine: mine[field], theirs: theirs[field] },
    }));
  const fromMe = byMe.filter((field) => chosen.get(`${id}.${field}`) !== 'theirs');
  const own = Object.fromEntries(fromMe.map((field) => [field, mine[field]]));
  return { item: { ...theirs, ...own }, clashes };
}

/** Nodes at which one side added or changed a link. */
function newlyLinked({ base, mine, theirs }: Three): ReadonlySet<string> {
  const known = new Map(base.links.map((link) => [link.id, link]));
  const links = [...mine.links, ...theirs.links].filter((link) => {
    const before = known.get(link.id);
    return before === undefined || fieldsThatDiffer(before, link).length > 0;
  });
  return new Set(links.flatMap(({ from, to }) => [from, to]));
}

/** Gives my new links the ids of their new links between the same nodes. */
function sameLinks(base: Theory, mine: Theory, theirs: Theory): Theory {
  const old = new Set(base.links.map(({ id }) => id));
  const added = new Map(
    theirs.links.filter(({ id }) => !old.has(id)).map((link) => [`${link.from} ${link.to}`, link]),
  );
  const links = mine.links.map((link) => {
    const same = old.has(link.id) ? undefined : added.get(`${link.from} ${link.to}`);
    return same === undefined ? link : { ...link, id: same.id };
  });
  return { ...mine, links };
}

function pick(theory: Theory): Fields {
  return Object.fromEntries(ownFields.map((field) => [field, theory[field]]));
}
