import { z } from 'zod';
import { jobsEnded } from '../job/run.ts';
import type { CallInit } from './house.ts';
import type { Stage } from './stage.ts';

const Added = z.object({ id: z.string() });
const People = z.object({
  people: z.array(
    z.object({ id: z.string(), label: z.string(), organisation: z.string().nullable() }),
  ),
});

/** What tests of surveys do again and again, through the routes. */
export function surveyHands(on: Stage) {
  const call = (rest: string, init: CallInit = {}) =>
    on.house.call(on.path(rest), { cookie: on.coordinator, ...init });
  const link = (token: string, rest = '', init: CallInit = {}) =>
    on.house.call(`/api/survey/${token}${rest}`, init);
  const hands = {
    call,
    link,
    wave: async (instrument: string, change: object = {}): Promise<string> => {
      const fields = {
        title: 'Spring wave',
        closesOn: null,
        remindAfterDays: 7,
        comparesWith: null,
      };
      const made = await call('/survey-waves', { json: { ...fields, instrument, ...change } });
      return Added.parse(await made.json()).id;
    },
    ask: (wave: string, labels: readonly string[], change: object = {}) =>
      call(`/survey-waves/${wave}/targets`, {
        json: {
          of: 'organisations',
          dryRun: false,
          targets: labels.map((label) => ({
            ...{ label, contact: '', language: '' },
            email: `${label.toLowerCase().replaceAll(' ', '.')}@example.org`,
          })),
          ...change,
        },
      }),
    people: async (wave: string) =>
      People.parse(await (await call(`/survey-waves/${wave}`)).json()).people,
    move: (wave: string, to: 'open' | 'closed') =>
      call(`/survey-waves/${wave}/move`, { json: { to } }),
    letters: async (wave: string, what: 'invite' | 'remind') => {
      const answer = await call(`/survey-waves/${wave}/${what}`, { method: 'POST' });
      await jobsEnded(on.house.database);
      return answer;
    },
    /** The tokens of a wave's links by whom they are for. */
    tokens: async (wave: string): Promise<ReadonlyMap<string, string>> => {
      const found = new Map<string, string>();
      for (const { id, label } of await hands.people(wave)) {
        const answer = await call(`/survey-targets/${id}/link`, { json: { renew: false } });
        const { link: address } = z.object({ link: z.string() }).parse(await answer.json());
        found.set(label, address.split('/survey/')[1] ?? '');
      }
      return found;
    },
    agree: (token: string) => link(token, '/consent', { json: { language: 'en' } }),
    answer: (token: string, key: string, value: unknown, typedAt = '2026-03-02T09:00:00.000Z') =>
      link(token, `/answers/${key}`, { method: 'PUT', json: { value, typedAt } }),
    finish: (token: string, finished = true) => link(token, '/finish', { json: { finished } }),
  };
  return hands;
}
