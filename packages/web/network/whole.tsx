import type { GraphMetrics, Network } from '@freehold/core/graph';
import { Table } from '../parts/table.tsx';
import { number } from '../words.ts';
import { Progress } from '../parts/progress.tsx';
import type { NetworkView } from './use-view.ts';

/** What is said of the whole network, once it is worked out. */
export function Whole({
  view: { measure, metrics },
  network,
}: {
  view: NetworkView;
  network: Network;
}) {
  return (
    <section className="stack">
      <h2>The network as a whole</h2>
      {metrics === null || measure.work.state !== 'done' ? (
        measure.work.state !== 'done' && (
          <Progress
            what="Measuring"
            work={measure.work}
            onStop={measure.stop}
            onAgain={measure.again}
          />
        )
      ) : (
        <Table
          caption={`Measures over ${network.nodes.length} nodes`}
          rows={linesOf(metrics.graph)}
          rowKey={([title]) => title}
          columns={[
            { title: 'Measure', heads: true, cell: ([title]) => title },
            { title: 'Value', figure: true, cell: ([, value]) => value },
            { title: 'What it says', cell: ([, , says]) => says },
          ]}
          stacks
        />
      )}
    </section>
  );
}

type Line = readonly [title: string, value: string, says: string];

function linesOf(graph: GraphMetrics): readonly Line[] {
  const { centralisation, eiIndex } = graph;
  const share = (value: number | null) => (value === null ? '–' : number(value, 2));
  return [
    ['Density', share(graph.density), 'The share of possible ties that are there.'],
    ...(graph.directed
      ? [['Reciprocity', share(graph.reciprocity), 'The share of ties that are returned.'] as const]
      : []),
    [
      'Parts',
      number(graph.components),
      `Parts that are not joined; the largest has ${graph.largestComponent} nodes, ${graph.isolated} have no tie.`,
    ],
    [
      'Points that hold parts together',
      number(graph.articulationPoints),
      'Without one of them its part falls apart.',
    ],
    [
      'Transitivity',
      share(graph.transitivity),
      'Of pairs tied to the same third, the share tied to each other.',
    ],
    [
      'Centralisation of ties',
      share(centralisation.degree),
      '0: all have as many; 1: all hang on one.',
    ],
    [
      'Centralisation of betweenness',
      share(centralisation.betweenness),
      '0: all ways are spread; 1: all lead over one.',
    ],
    [
      'Communities',
      number(graph.communities),
      `Found by the method of Louvain; modularity ${share(graph.modularity)}.`,
    ],
    ...(eiIndex === null || eiIndex.index === null
      ? []
      : [
          [
            `E-I index by ${eiIndex.attribute}`,
            share(eiIndex.index),
            `−1: all ties within a group, 1: all between; ${eiIndex.internal} within, ${eiIndex.external} between, ${eiIndex.unknown} not known.`,
          ] as const,
        ]),
  ];
}
