import { useCallback, useEffect, useState } from 'react';
import type { Metrics, Network } from '@freehold/core/graph';
import type { Spot } from './layout.ts';

export type Asked =
  | { readonly kind: 'layout'; readonly network: Network; readonly seed: number }
  | { readonly kind: 'metrics'; readonly network: Network; readonly groupBy: string | null };

export type Said =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'layout'; readonly spots: ReadonlyMap<string, Spot> }
  | { readonly kind: 'metrics'; readonly metrics: Metrics };

/** How far a piece of work is. `secondsLeft` is null until something can be said. */
export type Work<T> =
  | { readonly state: 'running'; readonly share: number; readonly secondsLeft: number | null }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'stopped' | 'failed' };

/**
 * Does a piece of work in a worker of its own, and again when it is asked for something else; null asks for nothing.
 * `stop` ends it at once, `again` starts it anew.
 */
export function useWork<K extends 'layout' | 'metrics'>(
  kind: K,
  asked: Extract<Asked, { kind: K }> | null,
): {
  readonly work: Work<Extract<Said, { kind: K }>>;
  readonly stop: () => void;
  readonly again: () => void;
} {
  type Result = Extract<Said, { kind: K }>;
  const [told, setTold] = useState<{ of: typeof asked; run: number; work: Work<Result> } | null>(
    null,
  );
  const [run, setRun] = useState(0);
  const [stopped, setStopped] = useState(-1);
  useEffect(() => {
    if (asked === null || stopped === run) return undefined;
    const tell = (work: Work<Result>) => setTold({ of: asked, run, work });
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const began = performance.now();
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'share') tell(running(data.share, performance.now() - began));
      else if (isOf(data, kind)) tell({ state: 'done', value: data });
    };
    worker.onerror = () => tell({ state: 'failed' });
    worker.postMessage(asked);
    return () => worker.terminate();
  }, [kind, asked, run, stopped]);
  // What was told of another question, or before it was asked again, is no answer to this one.
  const known = told !== null && told.of === asked && told.run === run ? told.work : begun;
  const work: Work<Result> = stopped === run ? { state: 'stopped' } : known;
  const stop = useCallback(() => setStopped(run), [run]);
  const again = useCallback(() => setRun((so) => so + 1), []);
  return { work, stop, again };
}

const begun = { state: 'running', share: 0, secondsLeft: null } as const;

function running(share: number, ms: number) {
  const secondsLeft = share < 0.05 ? null : Math.ceil((ms / share - ms) / 1000);
  return { state: 'running', share, secondsLeft } as const;
}

function isOf<K extends Said['kind']>(said: Said, kind: K): said is Extract<Said, { kind: K }> {
  return said.kind === kind;
}
