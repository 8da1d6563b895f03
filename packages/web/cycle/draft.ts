import { useEffect, useState } from 'react';
import type { Closing, CloseOut } from './calls.ts';

type Decision = Closing['decisions'][number];

/** What somebody is writing for the end of a round. Undecided things have no entry. */
export type Draft = Omit<Closing, 'decisions' | 'title'> & {
  readonly decisions: Readonly<Record<string, Pick<Decision, 'decision' | 'reason'>>>;
};

/** Keeps the draft of a close-out in this browser until the round is closed, so that nothing typed is lost. */
export function useDraft(round: string, begin: () => Draft) {
  const key = `freehold.close.${round}`;
  const [draft, setDraft] = useState<Draft>(() => kept(key) ?? begin());
  useEffect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Without room, or in a private window, it lives as long as the page.
    }
  }, [key, draft]);
  return {
    draft,
    set: (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change })),
    forget: () => localStorage.removeItem(key),
  };
}

/** A draft begins with what was written and decided before, where a round was reopened. */
export function beginDraft({ round, decided }: CloseOut, today: string): Draft {
  const { changed, normal, learning, nextGoals } = round;
  return {
    ...{ endedOn: today, changed, normal, learning, nextGoals },
    decisions: Object.fromEntries(
      decided.map(({ kind, id, decision, reason }) => [`${kind} ${id}`, { decision, reason }]),
    ),
  };
}

/** The draft as the server takes it: decisions about what is open now. */
export function closingOf(draft: Draft, open: CloseOut['open'], title: string): Closing {
  const { decisions, ...words } = draft;
  return {
    ...{ ...words, title },
    decisions: open.flatMap(({ kind, id }) => {
      const decision = decisions[`${kind} ${id}`];
      return decision === undefined ? [] : [{ kind, id, ...decision }];
    }),
  };
}

/** How many open things are not decided yet, or are dropped without a reason. */
export function undecided(draft: Draft, open: CloseOut['open']): number {
  return open.filter(({ kind, id }) => {
    const decision = draft.decisions[`${kind} ${id}`];
    return (
      decision === undefined || (decision.decision === 'dropped' && decision.reason.trim() === '')
    );
  }).length;
}

function kept(key: string): Draft | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : readDraft(JSON.parse(text));
  } catch {
    return null;
  }
}

function readDraft(value: unknown): Draft | null {
  const found = value as Partial<Draft> | null;
  const texts = [found?.endedOn, found?.changed, found?.normal, found?.learning, found?.nextGoals];
  const whole = texts.every((each) => typeof each === 'string');
  return whole && typeof found?.decisions === 'object' ? (found as Draft) : null;
}
