import type { Network, Node, Tie } from '../graph/index.ts';
import type { RelationshipWave } from './relationship.ts';

/** An organisation as a network knows it. */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  /** A code; '' where it is not known. */
  readonly sector: string;
};

/** A partnership as a network knows it. */
export type Group = { readonly id: string; readonly name: string; readonly type: string };

export type Membership = { readonly group: string; readonly organisation: string };

/**
 * Organisations and partnerships in one picture: a tie for every membership. Every node says in `kind` what it is.
 * [PN-8]
 */
export function twoMode(
  organisations: readonly Organisation[],
  groups: readonly Group[],
  memberships: readonly Membership[],
): Network {
  const nodes = [
    ...organisations.map((each) => organisationNode(each)),
    ...groups.map(({ id, name, type }): Node => ({
      id,
      label: name,
      attributes: { kind: 'partnership', ...(type !== '' && { type }) },
    })),
  ];
  const ties = memberships.map(({ organisation, group }) => ({
    source: organisation,
    target: group,
    weight: 1,
  }));
  return withTies(nodes, ties, false);
}

/**
 * Organisations with a tie where they sit in the same partnerships; its weight is in how many. A partnership of more
 * than `most` members ties nobody: on a mailing list of hundreds, being there together says little. [PN-8]
 */
export function sharedMembership(
  organisations: readonly Organisation[],
  memberships: readonly Membership[],
  most = 60,
): Network {
  const members = new Map<string, Set<string>>();
  for (const { group, organisation } of memberships)
    members.set(group, (members.get(group) ?? new Set()).add(organisation));
  const shared = new Map<string, Tie>();
  for (const together of members.values()) {
    if (together.size > most) continue;
    for (const [source, target] of pairsAmong([...together].toSorted())) {
      const key = JSON.stringify([source, target]);
      shared.set(key, { source, target, weight: (shared.get(key)?.weight ?? 0) + 1 });
    }
  }
  return withTies(organisations.map(organisationNode), [...shared.values()], false);
}

/** Who says they work with whom, from the one that says so to the other; the weight is the level, 1 to 4. [PN-8] */
export function relationshipNetwork(
  organisations: readonly Organisation[],
  { roster, answered, relationships }: RelationshipWave,
): Network {
  const known = new Map(organisations.map((each) => [each.id, each]));
  const nodes = roster.map((id): Node => {
    const node = organisationNode(known.get(id) ?? { id, name: id, sector: '' });
    const said = answered.includes(id) ? 'yes' : 'no';
    return { ...node, attributes: { ...node.attributes, answered: said } };
  });
  const ties = relationships.flatMap(({ from, to, tie }) =>
    tie === null || tie <= 0 ? [] : [{ source: from, target: to, weight: tie }],
  );
  return withTies(nodes, ties, true);
}

function organisationNode({ id, name, sector }: Organisation): Node {
  return {
    id,
    label: name,
    attributes: { kind: 'organisation', ...(sector !== '' && { sector }) },
  };
}

function withTies(nodes: readonly Node[], ties: readonly Tie[], directed: boolean): Network {
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    directed,
    nodes,
    ties: ties.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}

function pairsAmong(ids: readonly string[]): readonly (readonly [string, string])[] {
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const));
}
