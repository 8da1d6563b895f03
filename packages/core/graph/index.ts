export { compact, type Compact } from './compact.ts';
export { communities, modularity } from './communities.ts';
export { components } from './components.ts';
export { networkFrom, nodesFrom } from './edge-list.ts';
export { metrics, type GraphMetrics, type Metrics, type NodeMetrics } from './metrics.ts';
export { metricColumns, metricsTable, type MetricName } from './metrics-table.ts';
export { mixing, type Mixing } from './mixing.ts';
export { Attributes, bareNode, Network, Node, Tie } from './network.ts';
