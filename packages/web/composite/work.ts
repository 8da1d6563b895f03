import type { Beside, Draws, IndexDefinition, Sensitivity } from '@freehold/core/composite';
import type { Outcome } from '@freehold/core/problem';
import { useWorker } from '../parts/work.ts';
import type { Looked } from './looked.ts';
import type { Effected } from './moved.ts';
import type { Worked } from './view.ts';

/** What the page asks of its worker; each names the definition that it is about. */
export type Asked =
  | {
      readonly kind: 'worked' | 'draws' | 'effects' | 'bundle' | 'looked' | 'methods';
      readonly of: IndexDefinition;
    }
  | { readonly kind: 'effected'; readonly of: IndexDefinition; readonly before: IndexDefinition };

/** What the worker finds; null where nothing uncertain is named. */
export type Found =
  | { readonly kind: 'worked'; readonly found: Outcome<Worked> }
  | { readonly kind: 'draws'; readonly found: Outcome<Draws | null> }
  | { readonly kind: 'effects'; readonly found: Outcome<Sensitivity | null> }
  | { readonly kind: 'bundle'; readonly found: Outcome<string> }
  | { readonly kind: 'looked'; readonly found: Outcome<Looked> }
  | { readonly kind: 'methods'; readonly found: Outcome<Beside> }
  | { readonly kind: 'effected'; readonly found: Outcome<Effected> };

/** Has something about an index worked out in a worker of its own; null asks for nothing. */
export function useIndexWork<K extends Found['kind']>(kind: K, asked: Asked | null) {
  return useWorker<Asked, Found, K>(make, kind, asked);
}

const make = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
