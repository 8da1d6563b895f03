import { useEffect, useRef, useState } from 'react';
import { saySaved } from '../shell/saved.tsx';

/** A pause in typing before it is saved, and the wait before a failed save is tried again. */
const pause = 700;
const again = 8_000;

/**
 * Saves a form as it is filled in: the newest value after each pause, one request at a time. A failed save is
 * shown as `error` and tried again by itself; nothing typed is lost meanwhile. Leaving saves at once.
 */
export function useAutosave<Value>(save: (value: Value) => Promise<unknown>) {
  const [error, setError] = useState<unknown>(null);
  const [saver] = useState(() => makeSaver<Value>(setError));
  useEffect(() => {
    saver.use(save);
  });
  useEffect(() => {
    addEventListener('online', saver.now);
    addEventListener('pagehide', saver.now);
    return () => {
      removeEventListener('online', saver.now);
      removeEventListener('pagehide', saver.now);
      saver.now();
    };
  }, [saver]);
  return { put: saver.put, error };
}

/** True while a person could lose something by leaving the page. */
export function useUnsaved(unsaved: boolean): void {
  const now = useRef(unsaved);
  useEffect(() => {
    now.current = unsaved;
    const warn = (event: BeforeUnloadEvent) => {
      if (now.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

function makeSaver<Value>(setError: (error: unknown) => void) {
  let save: (value: Value) => Promise<unknown> = async () => undefined;
  let waiting: { readonly value: Value } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(now, ms);
  };
  const now = () => {
    clearTimeout(timer);
    if (waiting !== null && !busy) void run(waiting);
  };
  const run = async (next: { readonly value: Value }) => {
    busy = true;
    saySaved({ kind: 'saving' });
    try {
      await save(next.value);
      if (waiting === next) waiting = null;
      setError(null);
      saySaved({ kind: 'saved', at: new Date() });
    } catch (fault) {
      setError(fault);
      saySaved({ kind: 'waiting', count: 1 });
    }
    busy = false;
    if (waiting !== null) plan(waiting === next ? again : 0);
  };
  return {
    use: (next: (value: Value) => Promise<unknown>) => {
      save = next;
    },
    put: (value: Value) => {
      waiting = { value };
      plan(pause);
    },
    now,
  };
}
