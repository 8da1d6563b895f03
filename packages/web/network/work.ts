import type { Metrics, Network } from '@freehold/core/graph';
import { useWorker, type Share } from '../parts/work.ts';
import type { Spot } from './layout.ts';

export type Asked =
  | { readonly kind: 'layout'; readonly network: Network; readonly seed: number }
  | { readonly kind: 'metrics'; readonly network: Network; readonly groupBy: string | null };

type Found =
  | { readonly kind: 'layout'; readonly spots: ReadonlyMap<string, Spot> }
  | { readonly kind: 'metrics'; readonly metrics: Metrics };

export type Said = Share | Found;

/** Lays a network out or measures it, in a worker of its own. */
export function useWork<K extends Found['kind']>(
  kind: K,
  asked: Extract<Asked, { kind: K }> | null,
) {
  return useWorker<Extract<Asked, { kind: K }>, Found, K>(make, kind, asked);
}

const make = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
