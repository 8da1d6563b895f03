import type { Network, NodeMetrics } from '@freehold/core/graph';
import { metricColumns } from '@freehold/core/graph';
import type { NetworkDrawing, NetworkKey } from '../figure/network.ts';
import type { Spot } from './layout.ts';
import type { NetworkSearch } from './search.ts';
import { attributeTitle, measureWords, valueWords } from './words.ts';

/** A node with all that the page says of it. */
export type Row = {
  readonly id: string;
  readonly label: string;
  readonly attributes: Network['nodes'][number]['attributes'];
  readonly degree: number;
  readonly metrics: NodeMetrics | null;
};

/** What a network can be coloured and filtered by: attributes with at most thirty different values. */
export function groupings({ nodes }: Network): readonly string[] {
  const values = new Map<string, Set<string>>();
  for (const { attributes } of nodes)
    for (const [name, value] of Object.entries(attributes))
      values.set(name, (values.get(name) ?? new Set()).add(String(value)));
  return [...values].filter(([, of]) => of.size <= 30).map(([name]) => name);
}

/** The part of a network that the filters leave; positions and measures stay those of the whole. */
export function narrowed(network: Network, { by, is, least = 0, tied }: NetworkSearch): Network {
  const fits = ({ attributes }: Network['nodes'][number]) =>
    by === undefined || is === undefined || String(attributes[by] ?? '') === is;
  const ids = new Set(network.nodes.filter(fits).map(({ id }) => id));
  const ties = network.ties.filter(
    ({ source, target, weight }) => weight >= least && ids.has(source) && ids.has(target),
  );
  const ends = new Set(ties.flatMap(({ source, target }) => [source, target]));
  const nodes = network.nodes.filter(({ id }) => ids.has(id) && (!tied || ends.has(id)));
  return { directed: network.directed, nodes, ties };
}

/** One row a node, the most tied first. */
export function rowsOf(
  network: Network,
  metrics: ReadonlyMap<string, NodeMetrics> | null,
): readonly Row[] {
  const around = neighboursOf(network);
  return network.nodes
    .map(({ id, label, attributes }) => ({
      ...{ id, label, attributes },
      degree: around.get(id)?.size ?? 0,
      metrics: metrics?.get(id) ?? null,
    }))
    .toSorted((a, b) => b.degree - a.degree || byName.compare(a.label, b.label));
}

const byName = new Intl.Collator('en');

/** Everybody's neighbours, direction set aside. */
export function neighboursOf({ ties }: Network): ReadonlyMap<string, ReadonlySet<string>> {
  const around = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    if (one !== other) around.set(one, (around.get(one) ?? new Set()).add(other));
  };
  for (const { source, target } of ties) {
    add(source, target);
    add(target, source);
  }
  return around;
}

const community = ':community';

/** The choices of colour: attributes, and communities once they are known. */
export function colourings(network: Network, measured: boolean): readonly [string, string][] {
  return [
    ['', 'Nothing'],
    ...groupings(network).map((name): [string, string] => [name, attributeTitle(name)]),
    ...(measured ? ([[community, 'Community']] as [string, string][]) : []),
  ];
}

export type Colours = {
  readonly of: (row: Row) => number;
  readonly keys: readonly NetworkKey[];
};

/** The eight commonest groups have a colour each; all others share one. */
export function coloursBy(rows: readonly Row[], colour: string): Colours {
  if (colour === '') return { of: () => 1, keys: [] };
  const counts = new Map<string, number>();
  for (const row of rows) {
    const group = groupOf(row, colour);
    if (group !== '') counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const common = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 8);
  const category = new Map(common.map(([group], at) => [group, at + 1]));
  const rest = rows.filter((row) => !category.has(groupOf(row, colour))).length;
  return {
    of: (row) => category.get(groupOf(row, colour)) ?? 0,
    keys: [
      ...common.map(([group, n], at) => ({
        category: at + 1,
        words: `${groupWords(colour, group)} (${n})`,
      })),
      ...(rest > 0 ? [{ category: 0, words: `All others, or not known (${rest})` }] : []),
    ],
  };
}

/** Which group a row is in, in words; '' where it is not known. */
export function groupIn(row: Row, colour: string): string {
  const group = colour === '' ? '' : groupOf(row, colour);
  return group === '' ? '' : groupWords(colour, group);
}

function groupOf({ attributes, metrics }: Row, colour: string): string {
  if (colour === community) return metrics === null ? '' : String(metrics.community);
  return String(attributes[colour] ?? '');
}

function groupWords(colour: string, group: string): string {
  return colour === community ? `Community ${group}` : valueWords(colour, group);
}

/** The choices of size: ties, and every measure that is a number of a node's standing. */
export function sizings(measured: boolean): readonly [string, string][] {
  const more = ['strength', 'betweenness', 'closeness', 'eigenvector', 'core', 'reach2'] as const;
  return [
    ['degree', 'Number of ties'],
    ['same', 'All alike'],
    ...(measured ? more.map((name): [string, string] => [name, measureWords[name].title]) : []),
  ];
}

/** Whether a drawing must wait for the measures. */
export function asksMeasures(colour: string, size: string): boolean {
  return colour === community || !['degree', 'same'].includes(size);
}

/** A row's value under a size; null where it is missing. */
export function sizeValue(row: Row, size: string): number | null {
  if (size === 'same') return 0;
  const [, value] = metricColumns.find(([name]) => name === size) ?? [];
  if (size === 'degree' || row.metrics === null || value === undefined) return row.degree;
  const found = value(row.metrics);
  return typeof found === 'number' ? found : null;
}

/** What is drawn: positions of the whole, sizes and colours as chosen. Areas, not radii, grow with the value. */
export function drawingOf(
  network: Network,
  rows: readonly Row[],
  spots: ReadonlyMap<string, Spot>,
  { colours, size }: { readonly colours: Colours; readonly size: string },
): NetworkDrawing {
  const known = new Map(rows.map((row) => [row.id, row]));
  const shown = network.nodes.flatMap(({ id }) => known.get(id) ?? []);
  const most = shown.reduce((so, row) => Math.max(so, sizeValue(row, size) ?? 0), 0);
  const at = new Map(shown.map(({ id }, index) => [id, index]));
  return {
    directed: network.directed,
    marks: shown.map((row) => ({
      ...{ id: row.id, label: row.label, category: colours.of(row) },
      x: spots.get(row.id)?.x ?? 0.5,
      y: spots.get(row.id)?.y ?? 0.5,
      size: size === 'same' || most === 0 ? 0.3 : Math.sqrt((sizeValue(row, size) ?? 0) / most),
    })),
    lines: network.ties.flatMap(({ source, target, weight }) => {
      const [from, to] = [at.get(source), at.get(target)];
      return from === undefined || to === undefined || from === to ? [] : [{ from, to, weight }];
    }),
  };
}
