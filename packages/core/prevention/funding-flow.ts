import type { Intervention } from './intervention.ts';
import { Timing } from './pathway.ts';
import { current } from './portfolio.ts';

/** Money on its way: funder to intervention, or intervention to timing. Ends are ids of nodes. */
export type Flow = { readonly from: string; readonly to: string; readonly amount: number };
export type FlowNode = {
  readonly id: string;
  readonly kind: 'funder' | 'intervention' | 'timing';
  readonly label: string;
  readonly amount: number;
};
export type FundingFlow = {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
  readonly total: number;
  /** Interventions that no money is known of: they are not in the picture. */
  readonly unpriced: readonly string[];
};

/**
 * Where the money comes from and what it is spent on: funder → intervention → timing, of what is planned and running
 * and priced in one currency. Money of an intervention of several timings is shared equally among them. [PV-2] [PV-12]
 *
 * Holds: what leaves funders, what interventions have, and what reaches the timings are one sum. A funder that nobody
 * has named is the node `funder:`, with an empty label.
 */
export function fundingFlow(
  interventions: readonly (Intervention & { readonly id: string })[],
  currency: string,
): FundingFlow {
  const counted = current(interventions);
  const priced = counted.flatMap((each) =>
    each.budget !== null && each.budget > 0 && each.currency === currency
      ? [{ ...each, amount: each.budget }]
      : [],
  );
  const funders = [...new Set(priced.map(({ funder }) => funder.trim()))];
  const flows = priced.flatMap(({ id, funder, timing, amount }) => [
    { from: `funder:${funder.trim()}`, to: `intervention:${id}`, amount },
    ...timing.map((when) => ({
      ...{ from: `intervention:${id}`, to: `timing:${when}` },
      amount: amount / timing.length,
    })),
  ]);
  const node = (kind: FlowNode['kind'], key: string, label: string): FlowNode => {
    const id = `${kind}:${key}`;
    return { id, kind, label, amount: into(flows, id, kind === 'funder' ? 'from' : 'to') };
  };
  return {
    nodes: [
      ...funders.map((name) => node('funder', name, name)).toSorted((a, b) => b.amount - a.amount),
      ...priced.map(({ id, name }) => node('intervention', id, name)),
      ...Timing.options.map((when) => node('timing', when, when)),
    ],
    flows,
    total: priced.reduce((sum, { amount }) => sum + amount, 0),
    unpriced: counted
      .filter((each) => !priced.some(({ id }) => id === each.id))
      .map(({ id }) => id),
  };
}

function into(flows: readonly Flow[], id: string, end: 'from' | 'to'): number {
  return flows.reduce((sum, flow) => sum + (flow[end] === id ? flow.amount : 0), 0);
}
