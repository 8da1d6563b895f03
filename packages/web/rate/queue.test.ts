import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { device } from './kept.ts';
import { Shelf } from './testing.ts';
import { queue, type Entry, type Queue, type Reply, type Timer, type Typed } from './queue.ts';

describe('the queue of unsent answers', () => {
  test('an edit is kept on the device before anything is sent', () => {
    const desk = setUp();
    desk.queue.edit(typed('1.1.3', '2'));
    expect(desk.kept.all()).toMatchObject([{ indicator: '1.1.3', answer: '2' }]);
    expect(desk.server.size).toBe(0);
  });

  test('quick edits of one indicator go as one request, with the last words', async () => {
    const desk = setUp();
    for (const comment of ['a', 'ab', 'abc']) desk.queue.edit({ ...typed('1.1.3', '2'), comment });
    await desk.pass(1_000);
    expect(desk.asked).toBe(1);
    expect(desk.server.get('1.1.3')).toMatchObject({ comment: 'abc' });
  });

  test('an entry leaves the device only when the server has confirmed it', async () => {
    const desk = setUp();
    desk.network = 'lost-answer';
    desk.queue.edit(typed('1.1.3', '2'));
    await desk.pass(1_000);
    expect(desk.queue.state()).toMatchObject({ line: 'unreachable', waiting: [{ answer: '2' }] });
    desk.network = 'up';
    await desk.pass(120_000);
    expect(desk.queue.state()).toMatchObject({ line: 'fine', waiting: [] });
    expect(desk.queue.state().savedAt).toBeInstanceOf(Date);
  });

  test('waits double up to a minute, and a nudge does not wait', async () => {
    const desk = setUp();
    desk.network = 'down';
    desk.queue.edit(typed('1.1.3', '2'));
    await desk.pass(10 * 60_000);
    const inTenMinutes = desk.asked;
    // 1 + 2 + 4 + 8 + 16 + 32 seconds, then one a minute.
    expect(inTenMinutes).toBe(7 + 8);
    desk.network = 'up';
    desk.queue.nudge();
    await desk.pass(0);
    expect(desk.server.get('1.1.3')).toMatchObject({ answer: '2' });
  });

  test('an edit made while its older version is under way is sent too', async () => {
    const desk = setUp();
    desk.network = 'slow';
    desk.queue.edit(typed('1.1.3', '2'));
    await desk.pass(500);
    desk.queue.edit(typed('1.1.3', '4'));
    await desk.pass(10_000);
    expect(desk.server.get('1.1.3')).toMatchObject({ answer: '4' });
    expect(desk.kept.all()).toEqual([]);
  });

  test('a closed round keeps what was not sent, and a reopened one takes it', async () => {
    const desk = setUp();
    desk.network = 'closed';
    desk.queue.edit(typed('1.1.3', '2'));
    await desk.pass(60_000);
    expect(desk.queue.state()).toMatchObject({ line: 'closed', waiting: [{ answer: '2' }] });
    desk.network = 'up';
    desk.queue.nudge();
    await desk.pass(0);
    expect(desk.queue.state()).toMatchObject({ line: 'fine', waiting: [] });
  });

  test('a refused entry does not hold up the others, and goes again once edited', async () => {
    const desk = setUp();
    desk.queue.edit({ ...typed('1.1.3', '2'), link: 'not a link' });
    desk.queue.edit(typed('2.1.1', '3'));
    await desk.pass(1_000);
    expect(desk.server.get('2.1.1')).toMatchObject({ answer: '3' });
    expect(desk.queue.state().refused.get('1.1.3')).toEqual([{ code: 'not-valid' }]);
    expect(desk.queue.state().waiting).toHaveLength(1);
    desk.queue.edit(typed('1.1.3', '2'));
    await desk.pass(1_000);
    expect(desk.queue.state()).toMatchObject({ waiting: [], refused: new Map() });
  });

  test('typing times grow even when the clock goes back', async () => {
    const desk = setUp();
    desk.queue.edit(typed('1.1.3', '1'));
    desk.setBack(3_600_000);
    desk.queue.edit(typed('1.1.3', '4'));
    await desk.pass(1_000);
    expect(desk.server.get('1.1.3')).toMatchObject({ answer: '4' });
  });

  test('a later answer from another device is kept, said, and can be answered anew', async () => {
    const desk = setUp();
    const later = { ...typed('1.1.3', '0'), typedAt: '2026-03-02T12:00:00.000Z' };
    desk.server.set('1.1.3', later);
    desk.queue.edit(typed('1.1.3', '4'));
    await desk.pass(1_000);
    expect(desk.server.get('1.1.3')).toBe(later);
    expect(desk.queue.state()).toMatchObject({ waiting: [], overtaken: new Set(['1.1.3']) });
    desk.queue.edit(typed('1.1.3', '4'));
    await desk.pass(1_000);
    expect(desk.server.get('1.1.3')).toMatchObject({ answer: '4' });
    expect(desk.queue.state().overtaken.size).toBe(0);
  });

  test('where the browser keeps nothing, answers live in the tab and it says so', async () => {
    const full = new Shelf();
    full.setItem = () => {
      throw new Error('quota');
    };
    const desk = setUp(full);
    desk.queue.edit(typed('1.1.3', '2'));
    expect(desk.kept.lasting()).toBe(false);
    await desk.pass(1_000);
    expect(desk.server.get('1.1.3')).toMatchObject({ answer: '2' });
    expect(desk.kept.all()).toEqual([]);
  });

  test('another link on the same device is not touched', () => {
    const shelf = new Shelf();
    device(shelf, 'other').put({ ...typed('1.1.3', '0'), typedAt: '2026-03-02T10:00:00.000Z' });
    expect(setUp(shelf).kept.all()).toEqual([]);
  });

  test('any edits, failures, delays and reloads end with the newest answer stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const desk = setUp();
        const newest = new Map<string, Typed>();
        for (const each of steps) {
          if (each.do === 'edit') {
            const { indicator, answer, comment } = each;
            const words: Typed = { ...typed(indicator, answer), comment };
            newest.set(indicator, words);
            desk.queue.edit(words);
          } else if (each.do === 'network') desk.network = each.network;
          else if (each.do === 'wait') await desk.pass(each.ms);
          else desk.reload();
        }
        desk.network = 'up';
        desk.reload();
        await desk.pass(5 * 60_000);
        for (const [indicator, words] of newest) {
          expect(desk.server.get(indicator)).toMatchObject(words);
        }
        expect(desk.server.size).toBe(newest.size);
        expect(desk.kept.all()).toEqual([]);
        expect(desk.queue.state()).toMatchObject({ waiting: [], line: 'fine' });
      }),
      { numRuns: 300 },
    );
  });
});

type Network = 'up' | 'down' | 'slow' | 'lost-answer' | 'late' | 'closed';

const step = fc.oneof(
  fc.record({
    do: fc.constant('edit' as const),
    indicator: fc.constantFrom('1.1.3', '2.1.1', '4.4.1'),
    answer: fc.constantFrom('0', '3', 'na', 'dk', null),
    comment: fc.string({ maxLength: 4 }),
  }),
  fc.record({
    do: fc.constant('network' as const),
    network: fc.constantFrom<Network>('up', 'down', 'slow', 'lost-answer', 'late', 'closed'),
  }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 90_000 }) }),
  fc.record({ do: fc.constant('reload' as const) }),
);

function typed(indicator: string, answer: Typed['answer']): Typed {
  return { indicator, answer, grade: null, confidence: null, comment: '', link: '' };
}

/** A browser tab over a device, a network with faults, and a server that keeps the newest typed version. */
function setUp(shelf: Shelf = new Shelf()) {
  const kept = device(shelf, 'token');
  const server = new Map<string, Entry>();
  const clock = stoppedClock();
  const arrive = (entry: Entry) => {
    const there = server.get(entry.indicator);
    if (there === undefined || there.typedAt < entry.typedAt) server.set(entry.indicator, entry);
  };
  const saved = ({ indicator }: Entry): Reply => ({
    kind: 'saved',
    at: new Date(clock.now()).toISOString(),
    typedAt: server.get(indicator)?.typedAt ?? '',
  });
  const desk = {
    kept,
    server,
    asked: 0,
    network: 'up' as Network,
    get queue() {
      return current;
    },
    pass: clock.pass,
    setBack: clock.setBack,
    reload: () => {
      current.stop();
      current = open();
      current.nudge();
    },
  };
  const send = async (entry: Entry): Promise<Reply> => {
    desk.asked += 1;
    switch (desk.network) {
      case 'down':
        return { kind: 'unreachable' };
      case 'closed':
        return { kind: 'closed' };
      case 'lost-answer':
        arrive(entry);
        return { kind: 'unreachable' };
      case 'late':
        clock.after(45_000, () => arrive(entry));
        return { kind: 'unreachable' };
      case 'slow':
        await new Promise<void>((go) => clock.after(3_000, go));
        arrive(entry);
        return saved(entry);
      case 'up':
        if (entry.link !== '') return { kind: 'refused', problems: [{ code: 'not-valid' }] };
        arrive(entry);
        return saved(entry);
    }
  };
  const open = () => queue(kept, send, clock);
  let current: Queue = open();
  return desk;
}

/** A clock that only `pass` moves; whatever falls due runs in order, with promises settled in between. */
function stoppedClock(): Timer & {
  pass: (ms: number) => Promise<void>;
  setBack: (ms: number) => void;
} {
  let elapsed = 0;
  let offset = Date.parse('2026-03-02T10:00:00Z');
  let due: { at: number; work: () => void }[] = [];
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    now: () => offset + elapsed,
    after: (ms, work) => {
      const item = { at: elapsed + ms, work };
      due.push(item);
      return () => {
        due = due.filter((each) => each !== item);
      };
    },
    setBack: (ms) => {
      offset -= ms;
    },
    pass: async (ms) => {
      const until = elapsed + ms;
      await settled();
      for (;;) {
        const item = due.toSorted((a, b) => a.at - b.at)[0];
        if (item === undefined || item.at > until) break;
        due = due.filter((each) => each !== item);
        elapsed = item.at;
        item.work();
        await settled();
      }
      elapsed = until;
    },
  };
}
