import { useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { Decision, ScreeningStage } from '@freehold/core/evidence';
import { refusal } from '../api.ts';
import type { OutboxState, Reply } from '../parts/outbox.ts';
import { tabOutbox, type TabOutbox } from '../parts/tab-outbox.ts';
import { decisionRoute, type BatchAt, type Card } from './screening-calls.ts';

const Entry = z.object({
  source: z.string(),
  stage: ScreeningStage,
  decision: Decision.nullable(),
  reason: z.string(),
  typedAt: z.iso.datetime(),
});
type Entry = z.infer<typeof Entry>;

/** What a person decided of one publication; null where they have not, or took it back. */
export type Said = { readonly decision: Decision | null; readonly reason: string };

const desks = new Map<string, TabOutbox<Entry>>();

function deskOf(person: string, at: BatchAt): TabOutbox<Entry> {
  // Two people may share a device, so what waits is kept by person.
  const stem = `freehold-screening:${person}:${at.batch}:`;
  const there = desks.get(stem);
  if (there !== undefined) return there;
  const made = tabOutbox(
    stem,
    Entry,
    {
      keyOf: ({ source, stage }) => `${stage} ${source}`,
      versioned: (typed, typedAt) => ({ ...typed, typedAt }),
    },
    (entry) => send(at, entry),
  );
  desks.set(stem, made);
  return made;
}

/** A request that hangs must not hold up the others for ever. */
const patience = 20_000;

async function send(at: BatchAt, { source, ...json }: Entry): Promise<Reply> {
  try {
    const answer = await decisionRoute.$put(
      { param: { ...at, source }, json },
      { init: { keepalive: true, signal: AbortSignal.timeout(patience) } },
    );
    if (answer.ok) {
      const { savedAt, typedAt } = await answer.json();
      return { kind: 'saved', at: savedAt, typedAt };
    }
    const { status, problems } = await refusal(answer);
    if (status === 401 || status === 404) return { kind: 'gone' };
    return status >= 500 || status === 429
      ? { kind: 'unreachable' }
      : { kind: 'refused', problems };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What waits to be sent of one person's decisions in one batch. */
export type ScreeningDesk = {
  readonly state: OutboxState<Entry>;
  readonly lasting: boolean;
  /** What stands of a card: what was decided on this device wins over what the server sent. */
  readonly said: (card: Card) => Said;
  readonly decide: (source: string, said: Said) => void;
};

export function useScreeningDesk(
  person: string,
  at: BatchAt,
  stage: ScreeningStage,
): ScreeningDesk {
  const desk = deskOf(person, at);
  const state = useSyncExternalStore(desk.outbox.subscribe, desk.outbox.state);
  const [typed, setTyped] = useState<ReadonlyMap<string, Said>>(
    () =>
      new Map(
        desk.outbox
          .state()
          .waiting.filter((entry) => entry.stage === stage)
          .map(({ source, decision, reason }) => [source, { decision, reason }]),
      ),
  );
  return {
    state,
    lasting: desk.device.lasting(),
    said: (card) => typed.get(card.source) ?? { decision: card.decision, reason: card.reason },
    decide: (source, said) => {
      desk.outbox.edit({ source, stage, ...said });
      setTyped((before) => new Map(before).set(source, said));
    },
  };
}
