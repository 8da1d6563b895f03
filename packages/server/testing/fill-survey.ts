import { sql } from 'kysely';
import { Instrument } from '@freehold/core/survey';
import { asInstallation } from '../database/within.ts';
import type { Stage, TestRater } from './stage.ts';
import { surveyHands } from './survey-hands.ts';

/**
 * Something in every table of surveys: a draft, an open wave with one who answers and one who has not begun, and a
 * closed one whose answers were decided about. The ids go by the names that routes give them.
 */
export async function fillSurveys(on: Stage, marker: string) {
  const hands = surveyHands(on);
  const instrument = await published(on, marker);
  const open = await waveIn(on, marker, instrument);
  const closed = await waveIn(on, marker, instrument);
  await hands.move(closed.wave, 'closed');
  const decision = { to: 'removed', into: null, reason: `${marker} reason` };
  await hands.call(`/survey-targets/${closed.target}/clean-up`, { json: decision });
  const draft = await hands.call('/survey-instruments', { json: { copyOf: instrument } });
  const { id: copy } = (await draft.json()) as { id: string };
  return {
    ids: {
      instrument: [copy, instrument],
      wave: [open.wave, closed.wave],
      // First one that may still be taken off the list.
      respondent: [open.waiting, open.target, closed.target],
      with: [closed.wave],
    },
    respondents: [
      { id: open.target, token: open.token },
      { id: closed.target, token: closed.token },
    ] satisfies TestRater[],
  };
}

/** An instrument whose every text carries the marker, with a question in confidence and one for a file. */
async function published(on: Stage, marker: string): Promise<string> {
  const words = (text: string) => ({ en: `${marker} ${text}` });
  const content = Instrument.parse({
    code: `${marker}-survey`,
    title: words('survey'),
    consent: words('consent'),
    languages: [{ code: 'en', name: 'English' }],
    lists: [{ code: 'two', choices: ['1', '2'].map((code) => ({ code, label: words(code) })) }],
    sections: [
      {
        code: 'one',
        title: words('section'),
        questions: [
          { kind: 'text', code: 'words', label: words('question') },
          { kind: 'rating', code: 'trust', label: words('trust'), list: 'two', confidential: true },
          { kind: 'file', code: 'proof', label: words('proof') },
          {
            ...{ kind: 'roster', code: 'ties', label: words('ties'), over: 'organisations' },
            questions: [{ kind: 'rating', code: 'tie', label: words('tie'), list: 'two' }],
          },
        ],
      },
    ],
  });
  return asInstallation(on.house.database, async (tx) => {
    const { rows } = await sql<{ id: string }>`insert into survey_instrument
      (partnership_id, code, version, state, content)
      values (${on.ours}, ${content.code}, 1, 'published', ${JSON.stringify(content)}::jsonb)
      returning id`.execute(tx);
    return rows[0]?.id ?? '';
  });
}

async function waveIn(on: Stage, marker: string, instrument: string) {
  const hands = surveyHands(on);
  const wave = await hands.wave(instrument, { title: `${marker} wave` });
  await hands.ask(wave, [`${marker} agency`, `${marker} silent`]);
  await hands.move(wave, 'open');
  const people = await hands.people(wave);
  const target = people.find(({ label }) => label === `${marker} agency`)?.id ?? '';
  const waiting = people.find(({ label }) => label === `${marker} silent`)?.id ?? '';
  const token = (await hands.tokens(wave)).get(`${marker} agency`) ?? '';
  await hands.agree(token);
  await hands.answer(token, 'words', `${marker} answer`);
  await hands.answer(token, 'trust', '2');
  await hands.link(token, '/answers/proof/files', {
    body: `${marker} content`,
    headers: { 'x-file-name': `${marker}.txt`, 'content-type': 'application/octet-stream' },
  });
  await hands.finish(token);
  return { wave, target, waiting, token };
}
