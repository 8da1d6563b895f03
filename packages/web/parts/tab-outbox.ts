import type { z } from 'zod';
import { device, type Device } from './device.ts';
import { outbox, type Keyed, type Outbox, type Reply, type Versioned } from './outbox.ts';

/** What waits to be sent, and what the device keeps of it. */
export type TabOutbox<E extends Versioned> = {
  readonly outbox: Outbox<E>;
  readonly device: Device<E>;
};

/**
 * An outbox of this tab that keeps its entries in the browser's storage, under names that begin with `stem`, and
 * tries again when the line is back or the page is looked at again. Make one a stem and tab.
 */
export function tabOutbox<E extends Versioned>(
  stem: string,
  schema: z.ZodType<E>,
  keyed: Keyed<E>,
  send: (entry: E) => Promise<Reply>,
): TabOutbox<E> {
  const kept = device(localStorage, stem, { schema, keyOf: keyed.keyOf });
  const made = { device: kept, outbox: outbox(kept, send, tabTimer, keyed) };
  const nudge = () => made.outbox.nudge();
  addEventListener('online', nudge);
  // Both ways: coming back may mean a line again; going away may be the last chance to send.
  document.addEventListener('visibilitychange', nudge);
  nudge();
  return made;
}

const tabTimer = {
  now: () => Date.now(),
  after: (ms: number, work: () => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
