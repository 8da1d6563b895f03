import fc from 'fast-check';
import { bareNode, type Network, type Tie } from './network.ts';

// Networks for tests.

/** A network from ids and pairs, every tie of weight 1 unless a third says otherwise. */
export function networkOf(
  ids: readonly string[],
  ties: readonly (readonly [string, string, number?])[],
  directed = false,
): Network {
  return {
    directed,
    nodes: ids.map(bareNode),
    ties: ties.map(([source, target, weight = 1]) => ({ source, target, weight })),
  };
}

/** Small networks of every kind: empty ones, loops, ties that come twice, nodes alone. */
export const anyNetwork: fc.Arbitrary<Network> = fc
  .record({ size: fc.integer({ min: 0, max: 7 }), directed: fc.boolean() })
  .chain(({ size, directed }) =>
    fc.record({
      directed: fc.constant(directed),
      nodes: fc.constant(Array.from({ length: size }, (_, at) => bareNode(`n${at}`))),
      ties: size === 0 ? fc.constant<Tie[]>([]) : fc.array(anyTie(size), { maxLength: 14 }),
    }),
  );

function anyTie(size: number): fc.Arbitrary<Tie> {
  const node = fc.integer({ min: 0, max: size - 1 }).map((at) => `n${at}`);
  return fc.record({
    source: node,
    target: node,
    // The last is so heavy that the weighted walk takes its other queue.
    weight: fc.constantFrom(0.5, 1, 1.5, 2, 3, 5000),
  });
}
