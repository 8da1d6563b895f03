import type { Problem } from '@freehold/core/problem';
import type { Answer, Confidence, Grade } from '@freehold/core/review';

/** One answer as typed. `answer: null` takes it back; `typedAt` orders the versions of one indicator. */
export type Entry = {
  readonly indicator: string;
  readonly answer: Answer | null;
  readonly grade: Grade | null;
  readonly confidence: Confidence | null;
  readonly comment: string;
  readonly link: string;
  readonly typedAt: string;
};
export type Typed = Omit<Entry, 'typedAt'>;

/** What the device keeps: one entry an indicator, there again after a crash. */
export type Kept = {
  readonly all: () => readonly Entry[];
  readonly put: (entry: Entry) => void;
  /** Removes this very version; a newer one of the same indicator stays. */
  readonly remove: (entry: Entry) => void;
};

/** What came of sending one entry. */
export type Reply =
  /** `typedAt` is that of what the server keeps now: later than what was sent where another device was later. */
  | { readonly kind: 'saved'; readonly at: string; readonly typedAt: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'gone' };

/** The time, and work for later; `after` answers with what calls it off. */
export type Timer = {
  readonly now: () => number;
  readonly after: (ms: number, work: () => void) => () => void;
};

export type QueueState = {
  readonly waiting: readonly Entry[];
  readonly line: 'fine' | 'sending' | 'unreachable' | 'closed' | 'gone';
  /** When the server last confirmed something, in this tab. */
  readonly savedAt: Date | null;
  /** What the server will not take as it stands, by indicator; sent again once edited. */
  readonly refused: ReadonlyMap<string, readonly Problem[]>;
  /** Indicators of which the server keeps a later answer than this device's, until edited here again. */
  readonly overtaken: ReadonlySet<string>;
};

export type Queue = {
  readonly edit: (typed: Typed) => void;
  /** Sends now, whatever the back-off says: the line may be back. */
  readonly nudge: () => void;
  readonly stop: () => void;
  readonly state: () => QueueState;
  readonly subscribe: (tell: () => void) => () => void;
};

/** Quiet time after a first keystroke before it is sent, so that a sentence is not sent letter by letter. */
const gather = 400;
/** The first wait after a failure; it doubles up to `longest`. */
const shortest = 1_000;
const longest = 60_000;

/**
 * Keeps every edit on the device first, then sends it until the server confirms it, and only then lets go.
 *
 * Holds: an entry leaves the device only after the server confirmed that very version or a newer one;
 * `typedAt` strictly grows, even when the clock does not. One request at a time, oldest first.
 * A closed round or a dead link stops the sending but drops nothing; `nudge` tries again.
 */
export function queue(kept: Kept, send: (entry: Entry) => Promise<Reply>, timer: Timer): Queue {
  const tellers = new Set<() => void>();
  const overtaken = new Set<string>();
  const refusals = new Map<string, { typedAt: string; problems: readonly Problem[] }>();
  let last = Math.max(0, ...kept.all().map((entry) => Date.parse(entry.typedAt)));
  let failures = 0;
  let busy = false;
  let stopped = false;
  let callOff: (() => void) | null = null;
  let state: QueueState = {
    waiting: kept.all(),
    line: 'fine',
    savedAt: null,
    refused: new Map(),
    overtaken: new Set(),
  };

  const say = (change: Partial<QueueState>) => {
    const refused = new Map([...refusals].map(([code, { problems }]) => [code, problems]));
    state = { ...state, ...change, waiting: kept.all(), refused, overtaken: new Set(overtaken) };
    for (const tell of tellers) tell();
  };
  const plan = (ms: number) => {
    callOff?.();
    callOff = timer.after(ms, () => {
      callOff = null;
      void run();
    });
  };
  const next = () =>
    kept
      .all()
      .filter((entry) => refusals.get(entry.indicator)?.typedAt !== entry.typedAt)
      .toSorted((a, b) => a.typedAt.localeCompare(b.typedAt))[0];

  /** True while it is worth sending the next one. */
  const settle = (entry: Entry, reply: Reply): boolean => {
    switch (reply.kind) {
      case 'saved':
        failures = 0;
        kept.remove(entry);
        if (reply.typedAt > entry.typedAt) overtaken.add(entry.indicator);
        // What is typed next must be later than whatever the server has seen, however the clocks differ.
        last = Math.max(last, Date.parse(reply.typedAt));
        refusals.delete(entry.indicator);
        say({ line: 'sending', savedAt: new Date(reply.at) });
        return true;
      case 'refused':
        // An edit made while this was under way is a new version, not yet refused by anybody.
        if (kept.all().some((now) => now.typedAt === entry.typedAt)) {
          refusals.set(entry.indicator, { typedAt: entry.typedAt, problems: reply.problems });
        }
        say({});
        return true;
      case 'unreachable':
        plan(Math.min(longest, shortest * 2 ** failures));
        failures += 1;
        say({ line: 'unreachable' });
        return false;
      case 'closed':
      case 'gone':
        say({ line: reply.kind });
        return false;
    }
  };

  const run = async () => {
    if (busy || stopped) return;
    busy = true;
    let good = true;
    for (let entry = next(); entry !== undefined && good && !stopped; entry = next()) {
      // A retry is not announced: "offline" stays until something has got through.
      if (state.line === 'fine') say({ line: 'sending' });
      good = settle(entry, await send(entry));
    }
    busy = false;
    if (good && !stopped) say({ line: 'fine' });
  };

  return {
    edit: (typed) => {
      last = Math.max(timer.now(), last + 1);
      kept.put({ ...typed, typedAt: new Date(last).toISOString() });
      refusals.delete(typed.indicator);
      overtaken.delete(typed.indicator);
      say({});
      // While one request runs its loop picks this up; while the line is down the back-off does.
      if (!busy && callOff === null) plan(gather);
    },
    nudge: () => {
      if (next() === undefined) return;
      callOff?.();
      callOff = null;
      failures = 0;
      void run();
    },
    stop: () => {
      stopped = true;
      callOff?.();
      callOff = null;
    },
    state: () => state,
    subscribe: (tell) => {
      tellers.add(tell);
      return () => tellers.delete(tell);
    },
  };
}
