import type { Problem } from '@freehold/core/problem';

/** Something typed, in one version; `typedAt` orders the versions of what has one key. */
export type Versioned = { readonly typedAt: string };
/** What is typed, before it has its version. */
export type Unversioned<E extends Versioned> = Omit<E, 'typedAt'>;

/** What the device keeps: one entry a key, there again after a crash. */
export type Kept<E extends Versioned> = {
  readonly all: () => readonly E[];
  readonly put: (entry: E) => void;
  /** Removes this very version; a newer one of the same key stays. */
  readonly remove: (entry: E) => void;
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

export type OutboxState<E extends Versioned> = {
  readonly waiting: readonly E[];
  readonly line: 'fine' | 'sending' | 'unreachable' | 'closed' | 'gone';
  /** When the server last confirmed something, in this tab. */
  readonly savedAt: Date | null;
  /** What the server will not take as it stands, by key; sent again once edited. */
  readonly refused: ReadonlyMap<string, readonly Problem[]>;
  /** Keys of which the server keeps a later answer than this device's, until edited here again. */
  readonly overtaken: ReadonlySet<string>;
};

export type Outbox<E extends Versioned> = {
  readonly edit: (typed: Unversioned<E>) => void;
  /** Sends now, whatever the back-off says: the line may be back. */
  readonly nudge: () => void;
  readonly stop: () => void;
  readonly state: () => OutboxState<E>;
  readonly subscribe: (tell: () => void) => () => void;
};

/** How entries are told apart, and how what is typed gets its version. */
export type Keyed<E extends Versioned> = {
  readonly keyOf: (entry: Unversioned<E>) => string;
  readonly versioned: (typed: Unversioned<E>, typedAt: string) => E;
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
export function outbox<E extends Versioned>(
  kept: Kept<E>,
  send: (entry: E) => Promise<Reply>,
  timer: Timer,
  { keyOf, versioned }: Keyed<E>,
): Outbox<E> {
  const tellers = new Set<() => void>();
  const overtaken = new Set<string>();
  const refusals = new Map<string, { typedAt: string; problems: readonly Problem[] }>();
  let last = Math.max(0, ...kept.all().map((entry) => Date.parse(entry.typedAt)));
  let failures = 0;
  let busy = false;
  let stopped = false;
  let callOff: (() => void) | null = null;
  let state: OutboxState<E> = {
    waiting: kept.all(),
    line: 'fine',
    savedAt: null,
    refused: new Map(),
    overtaken: new Set(),
  };

  const say = (change: Partial<OutboxState<E>>) => {
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
      .filter((entry) => refusals.get(keyOf(entry))?.typedAt !== entry.typedAt)
      .toSorted((a, b) => a.typedAt.localeCompare(b.typedAt))[0];

  /** True while it is worth sending the next one. */
  const settle = (entry: E, reply: Reply): boolean => {
    switch (reply.kind) {
      case 'saved':
        failures = 0;
        kept.remove(entry);
        if (reply.typedAt > entry.typedAt) overtaken.add(keyOf(entry));
        // What is typed next must be later than whatever the server has seen, however the clocks differ.
        last = Math.max(last, Date.parse(reply.typedAt));
        refusals.delete(keyOf(entry));
        say({ line: 'sending', savedAt: new Date(reply.at) });
        return true;
      case 'refused':
        // An edit made while this was under way is a new version, not yet refused by anybody.
        if (kept.all().some((now) => now.typedAt === entry.typedAt)) {
          refusals.set(keyOf(entry), { typedAt: entry.typedAt, problems: reply.problems });
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
      kept.put(versioned(typed, new Date(last).toISOString()));
      refusals.delete(keyOf(typed));
      overtaken.delete(keyOf(typed));
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
