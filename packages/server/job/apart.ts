import { fork } from 'node:child_process';

/** How much a process of its own may take. */
export type Limits = { readonly seconds: number; readonly megabytes: number };

/** What it said, or how it ended without a word: it took too long, too much memory, or threw. */
export type Apart<T> = { readonly said: T } | { readonly ended: 'slow' | 'full' | 'broken' };

/**
 * Has a script do one piece of work in a process of its own, which is given up when it takes more than its limits; a thread
 * that runs out of memory can take the server with it. What is asked and what is said are copied.
 */
export function apart<T>(
  script: URL,
  asked: object,
  { seconds, megabytes }: Limits,
): Promise<Apart<T>> {
  const child = fork(script, {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    const settle = (how: Apart<T>) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(how);
    };
    const timer = setTimeout(() => settle({ ended: 'slow' }), seconds * 1000);
    child.once('message', (said) => settle({ said: said as T }));
    child.once('error', () => settle({ ended: 'broken' }));
    child.once('exit', (code, signal) =>
      // Whoever is short of memory aborts, or is killed by the system before that.
      settle({ ended: signal !== null || code === 134 ? 'full' : 'broken' }),
    );
    child.send(asked, () => undefined);
  });
}

/**
 * What such a script does when it is asked. It stays until it is ended: what it said may be long, and a process that ends by
 * itself can be gone before all of it has been read.
 */
export function whenAsked<Asked>(work: (asked: Asked) => unknown): void {
  const answer = async (asked: Asked) => {
    process.send?.(await work(asked));
  };
  process.on('message', (asked) => void answer(asked as Asked));
}
