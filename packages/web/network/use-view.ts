import { useMemo } from 'react';
import type { Metrics, Network } from '@freehold/core/graph';
import type { Spot } from './layout.ts';
import type { NetworkSearch } from './search.ts';
import {
  asksMeasures,
  coloursBy,
  drawingOf,
  groupings,
  narrowed,
  neighboursOf,
  rowsOf,
} from './view.ts';
import { useWork } from './work.ts';

/** A network as its page shows it: layout and measures from workers, and what filters, colour and size make of it. */
export function useNetworkView(network: Network | undefined, search: NetworkSearch) {
  const { colour = colourAtFirst(network), size = 'degree', by, is, least, tied } = search;
  const place = useWork(
    'layout',
    useMemo(() => (network === undefined ? null : { kind: 'layout', network, seed: 1 }), [network]),
  );
  const measure = useWork(
    'metrics',
    useMemo(
      () =>
        network === undefined ? null : { kind: 'metrics', network, groupBy: groupAtFirst(network) },
      [network],
    ),
  );
  const spots = place.work.state === 'done' ? place.work.value.spots : nowhere;
  const metrics = measure.work.state === 'done' ? measure.work.value.metrics : null;
  const rows = useMemo(() => rowsFrom(network, metrics), [network, metrics]);
  const part = useMemo(
    () => narrowed(network ?? empty, { ...filter(by, is, least), ...(tied && { tied }) }),
    [network, by, is, least, tied],
  );
  const around = useMemo(() => neighboursOf(part), [part]);
  // Measures come later than positions: unless they decide on colour or size, nothing is drawn anew for them.
  const bare = useMemo(() => rowsFrom(network, null), [network]);
  const drawn = asksMeasures(colour, size) ? rows : bare;
  const colours = useMemo(() => coloursBy(drawn, colour), [drawn, colour]);
  const drawing = useMemo(
    () => drawingOf(part, drawn, spots, { colours, size }),
    [part, drawn, spots, colours, size],
  );
  return { place, measure, metrics, rows, part, around, colours, drawing, colour, size };
}

export type NetworkView = ReturnType<typeof useNetworkView>;

const empty: Network = { directed: false, nodes: [], ties: [] };
const nowhere: ReadonlyMap<string, Spot> = new Map();

function rowsFrom(network: Network | undefined, metrics: Metrics | null) {
  const found = metrics === null ? null : new Map(metrics.nodes.map((node) => [node.id, node]));
  return rowsOf(network ?? empty, found);
}

function filter(by: string | undefined, is: string | undefined, least: number | undefined) {
  return {
    ...(by !== undefined && is !== undefined && { by, is }),
    ...(least !== undefined && { least }),
  };
}

function groupAtFirst(network: Network): string | null {
  return groupings(network).includes('sector') ? 'sector' : null;
}

/** Where both organisations and partnerships are drawn, what a node is comes first. */
function colourAtFirst(network: Network | undefined): string {
  const names = network === undefined ? [] : groupings(network);
  const kinds = new Set(network?.nodes.map(({ attributes }) => attributes['kind']));
  if (kinds.size > 1) return 'kind';
  return names.includes('sector') ? 'sector' : (names[0] ?? '');
}
