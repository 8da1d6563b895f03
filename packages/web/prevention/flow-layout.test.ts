import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fundingFlow, Intervention, Timing } from '@freehold/core/prevention';
import { flowLayout } from './flow-layout.ts';

const any = fc.record({
  funder: fc.constantFrom('', 'Trust', 'Council', 'Police'),
  budget: fc.option(fc.integer({ min: 1, max: 100_000 })),
  timing: fc.uniqueArray(fc.constantFrom(...Timing.options), { minLength: 1 }),
});
const flowOf = (given: readonly object[]) =>
  fundingFlow(
    given.map((each, at) => ({
      id: `i${at}`,
      ...Intervention.parse({ name: 'A', type: 'helpline', pathways: ['DETER'], ...each }),
    })),
    'GBP',
  );

test('bars of one column stand under each other, and money keeps its thickness', () => {
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 10 }), (given) => {
      const flow = flowOf(given);
      const { nodes, bands, height } = flowLayout(flow, 800);
      for (const kind of ['funder', 'intervention', 'timing']) {
        const column = nodes.filter((node) => node.kind === kind);
        for (const [at, node] of column.entries()) {
          const next = column[at + 1];
          if (next !== undefined) expect(node.y + node.height).toBeLessThanOrEqual(next.y);
          expect(node.y + node.height).toBeLessThanOrEqual(height);
        }
      }
      expect(bands).toHaveLength(flow.flows.length);
    }),
  );
});

test('without money there is nothing to draw', () => {
  expect(flowLayout(flowOf([{ timing: ['early'] }]), 800)).toMatchObject({ nodes: [], bands: [] });
});
