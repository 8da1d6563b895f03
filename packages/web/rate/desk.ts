import { useSyncExternalStore } from 'react';
import { api, refusal } from '../api.ts';
import { device, type Device } from './kept.ts';
import { queue, type Entry, type Queue, type QueueState, type Reply } from './queue.ts';

/** One link's queue and what the device keeps of it; there is one a tab, however often pages come and go. */
export type Desk = { readonly queue: Queue; readonly device: Device };

const desks = new Map<string, Desk>();

export function deskOf(token: string): Desk {
  const there = desks.get(token);
  if (there !== undefined) return there;
  const kept = device(localStorage, token);
  const made = { device: kept, queue: queue(kept, (entry) => send(token, entry), tabTimer) };
  const nudge = () => made.queue.nudge();
  addEventListener('online', nudge);
  // Both ways: coming back may mean a line again; going away may be the last chance to send.
  document.addEventListener('visibilitychange', nudge);
  desks.set(token, made);
  made.queue.nudge();
  return made;
}

export function useQueue(desk: Desk): QueueState {
  return useSyncExternalStore(desk.queue.subscribe, desk.queue.state);
}

const tabTimer = {
  now: () => Date.now(),
  after: (ms: number, work: () => void) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** A request that hangs must not hold up the queue for ever. */
const patience = 20_000;

/** Half a link is not kept by the server, and must not hold the answer back: that goes without it meanwhile. */
async function send(token: string, entry: Entry): Promise<Reply> {
  if (entry.link.trim() === '' || isWebLink(entry.link)) return put(token, entry);
  const reply = await put(token, { ...entry, link: '' });
  return reply.kind === 'saved' ? { kind: 'refused', problems: [{ code: 'not-a-link' }] } : reply;
}

function isWebLink(text: string): boolean {
  return /^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim());
}

async function put(token: string, { indicator, ...json }: Entry): Promise<Reply> {
  try {
    const answer = await api.rate[':token'].ratings[':indicator'].$put(
      { param: { token, indicator }, json },
      { init: { keepalive: true, signal: AbortSignal.timeout(patience) } },
    );
    if (answer.ok) {
      const { savedAt, typedAt } = await answer.json();
      return { kind: 'saved', at: savedAt, typedAt };
    }
    const { problems } = await refusal(answer);
    const said = (code: string) => problems.some((each) => each.code === code);
    if (said('round-closed')) return { kind: 'closed' };
    if (said('link-unknown')) return { kind: 'gone' };
    return answer.status >= 500 ? { kind: 'unreachable' } : { kind: 'refused', problems };
  } catch {
    return { kind: 'unreachable' };
  }
}
