import { useCallback, useEffect, useState } from 'react';

/** How far a piece of work is. `secondsLeft` is null until something can be said. */
export type Work<T> =
  | { readonly state: 'running'; readonly share: number; readonly secondsLeft: number | null }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'stopped' | 'failed' };

/** What a worker says of how far it is, from 0 to 1. */
export type Share = { readonly kind: 'share'; readonly share: number };

/**
 * Does a piece of work in a worker of its own, and again when it is asked for something else; null asks for nothing.
 * `stop` ends it at once, `again` starts it anew. `kind` is the kind of message that answers; `make` is the same function
 * every time.
 */
export function useWorker<Asked, Said extends { readonly kind: string }, K extends Said['kind']>(
  make: () => Worker,
  kind: K,
  asked: Asked | null,
): {
  readonly work: Work<Extract<Said, { kind: K }>>;
  readonly stop: () => void;
  readonly again: () => void;
} {
  type Result = Extract<Said, { kind: K }>;
  const [told, setTold] = useState<{ of: Asked | null; run: number; work: Work<Result> } | null>(
    null,
  );
  const [run, setRun] = useState(0);
  const [stopped, setStopped] = useState(-1);
  useEffect(() => {
    if (asked === null || stopped === run) return undefined;
    const tell = (work: Work<Result>) => setTold({ of: asked, run, work });
    const worker = make();
    const began = performance.now();
    worker.onmessage = ({ data }: MessageEvent<Said | Share>) => {
      if (isOf<Said, K>(data, kind)) tell({ state: 'done', value: data });
      else if (isShare(data)) tell(running(data.share, performance.now() - began));
    };
    worker.onerror = () => tell({ state: 'failed' });
    worker.postMessage(asked);
    return () => worker.terminate();
  }, [make, kind, asked, run, stopped]);
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

function isOf<Said extends { readonly kind: string }, K extends Said['kind']>(
  said: Said | Share,
  kind: K,
): said is Extract<Said, { kind: K }> {
  return said.kind === kind;
}

function isShare(said: { readonly kind: string }): said is Share {
  return said.kind === 'share';
}
