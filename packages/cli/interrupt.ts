import { setImmediate } from 'node:timers/promises';

/**
 * Does what must not be cut in half, the writing of files: Ctrl-C meanwhile ends the program with status 130, but only when
 * it is done. At any other time Ctrl-C ends a command at once, and nothing was written.
 */
export async function undivided<T>(work: () => T | Promise<T>): Promise<T> {
  let asked = false;
  const hear = () => (asked = true);
  process.on('SIGINT', hear);
  try {
    const done = await work();
    // A signal that came during work without a pause is heard where the loop looks for events, which may be between the end
    // of this turn and the end of the next.
    await setImmediate();
    await setImmediate();
    return done;
  } finally {
    process.off('SIGINT', hear);
    if (asked) process.exit(130);
  }
}
