import type { Cell } from '../table/index.ts';
import type { NodeMetrics } from './metrics.ts';
import type { Node } from './network.ts';

/** The columns of a table of metrics, in their order, each with where its value comes from. */
export const metricColumns = [
  ['degree', ({ degree }) => degree],
  ['in_degree', ({ inDegree }) => inDegree],
  ['out_degree', ({ outDegree }) => outDegree],
  ['strength', ({ strength }) => strength],
  ['in_strength', ({ inStrength }) => inStrength],
  ['out_strength', ({ outStrength }) => outStrength],
  ['betweenness', ({ betweenness }) => betweenness],
  ['betweenness_normalised', ({ betweennessNormalised }) => betweennessNormalised],
  ['betweenness_weighted', ({ betweennessWeighted }) => betweennessWeighted],
  ['closeness', ({ closeness }) => closeness],
  ['out_closeness', ({ outCloseness }) => outCloseness],
  ['eigenvector', ({ eigenvector }) => eigenvector],
  ['core', ({ core }) => core],
  ['component', ({ component }) => component],
  ['strong_component', ({ strongComponent }) => strongComponent],
  ['articulation', ({ articulation }) => articulation],
  ['clustering', ({ clustering }) => clustering],
  ['community', ({ community }) => community],
  ['reach2', ({ reach2 }) => reach2],
  ['reach2_share', ({ reach2Share }) => reach2Share],
  ['ei_index', ({ eiIndex }) => eiIndex],
] as const satisfies readonly (readonly [string, (node: NodeMetrics) => Cell])[];

export type MetricName = (typeof metricColumns)[number][0];

/** One row a node under a header: id, label and every measure; what has no answer is an empty cell. */
export function metricsTable(
  nodes: readonly Node[],
  metrics: readonly NodeMetrics[],
): readonly (readonly Cell[])[] {
  const header = ['id', 'label', ...metricColumns.map(([name]) => name)];
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const rows = metrics.map((node) => [
    node.id,
    labels.get(node.id) ?? node.id,
    ...metricColumns.map(([, value]) => value(node)),
  ]);
  return [header, ...rows];
}
