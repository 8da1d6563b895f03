import { useState, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { AnswerValue, type Answers } from '@freehold/core/survey';
import { api, refusal } from '../api.ts';
import type { OutboxState, Reply } from '../parts/outbox.ts';
import { tabOutbox, type TabOutbox } from '../parts/tab-outbox.ts';
import type { SurveyPage } from './calls.ts';

const Entry = z.object({
  key: z.string(),
  value: AnswerValue.nullable(),
  typedAt: z.iso.datetime(),
});
export type Entry = z.infer<typeof Entry>;

/** One link's unsent answers and what the device keeps of them; there is one a tab. */
export type Desk = TabOutbox<Entry>;

const desks = new Map<string, Desk>();

export function deskOf(token: string): Desk {
  const there = desks.get(token);
  if (there !== undefined) return there;
  const made = tabOutbox(
    `freehold-survey:${token}:`,
    Entry,
    {
      keyOf: ({ key }) => key,
      versioned: (typed, typedAt) => ({ ...typed, typedAt }),
    },
    (entry) => send(token, entry),
  );
  desks.set(token, made);
  return made;
}

/** A request that hangs must not hold up the others for ever. */
const patience = 20_000;

async function send(token: string, { key, ...json }: Entry): Promise<Reply> {
  try {
    const answer = await api.survey[':token'].answers[':key'].$put(
      { param: { token, key }, json },
      { init: { keepalive: true, signal: AbortSignal.timeout(patience) } },
    );
    if (answer.ok) {
      const { savedAt, typedAt } = await answer.json();
      return { kind: 'saved', at: savedAt, typedAt };
    }
    const { problems } = await refusal(answer);
    const said = (code: string) => problems.some((each) => each.code === code);
    if (said('wave-closed') || said('wave-not-open')) return { kind: 'closed' };
    if (said('link-unknown')) return { kind: 'gone' };
    return answer.status >= 500 ? { kind: 'unreachable' } : { kind: 'refused', problems };
  } catch {
    return { kind: 'unreachable' };
  }
}

export type SurveyAnswers = {
  readonly desk: Desk;
  readonly state: OutboxState<Entry>;
  readonly all: Answers;
  readonly edit: (key: string, value: AnswerValue | null) => void;
  readonly files: SurveyPage['files'];
  readonly setFiles: (files: SurveyPage['files']) => void;
};

/**
 * A respondent's answers as they stand on this device: what was typed here wins over what the server sent, and what
 * still waits from an earlier visit counts as typed here.
 */
export function useSurveyAnswers(token: string, page: SurveyPage): SurveyAnswers {
  const desk = deskOf(token);
  const state = useSyncExternalStore(desk.outbox.subscribe, desk.outbox.state);
  const [typed, setTyped] = useState<Answers>(() =>
    Object.fromEntries(desk.outbox.state().waiting.map(({ key, value }) => [key, value])),
  );
  const [files, setFiles] = useState(page.files);
  const here = Object.entries(typed).filter(([key]) => !state.overtaken.has(key));
  const byKey = Map.groupBy(files, ({ key }) => key);
  return {
    desk,
    state,
    all: {
      ...Object.fromEntries(page.answers.map(({ key, value }) => [key, value])),
      ...Object.fromEntries(here),
      ...Object.fromEntries([...byKey].map(([key, each]) => [key, each.map(({ id }) => id)])),
    },
    edit: (key, value) => {
      desk.outbox.edit({ key, value });
      setTyped((before) => ({ ...before, [key]: value }));
    },
    files,
    setFiles,
  };
}
