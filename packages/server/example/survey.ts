import { z } from 'zod';
import { keyOf, questionsOf } from '@freehold/core/survey';
import type { Work } from '../database/within.ts';
import { hashed } from '../session/store.ts';
import { freeze } from '../survey/frozen.ts';
import { instrumentOf, setState, shippedCopy } from '../survey/instruments.ts';
import { moveWave, waveOf } from '../survey/waves.ts';
import { idsOf, type Ids } from './ids.ts';
import type { Setting } from './review.ts';
import content from './survey.json' with { type: 'json' };

const Content = z.strictObject({
  relationships: z.strictObject({
    title: z.string(),
    openedDay: z.number(),
    closedDay: z.number(),
    roles: z.record(z.string(), z.string()),
    missing: z.record(z.string(), z.string()),
    silent: z.array(z.string()),
    /** By respondent and organisation: the tie, then, where there is one, its six ratings. */
    said: z.record(z.string(), z.record(z.string(), z.string().regex(/^(0|[1-4][1-4]{6})$/))),
  }),
  trust: z.strictObject({
    title: z.string(),
    openedDay: z.number(),
    closesDay: z.number(),
    asked: z.array(z.string()),
    answers: z.record(z.string(), z.array(z.string())),
  }),
});

/** One wave that has closed, of relationships, and one that is open, of trust. */
export async function addSurveys(tx: Work, setting: Setting): Promise<void> {
  const { relationships, trust } = Content.parse(content);
  const organisation = idsOf(
    await tx.selectFrom('listed_organisation').select(['id', 'name']).execute(),
  );
  await addRelationships(tx, setting, relationships, organisation);
  await addTrust(tx, setting, trust, organisation);
}

type Content = z.infer<typeof Content>;

async function addRelationships(
  tx: Work,
  setting: Setting,
  { title, openedDay, closedDay, roles, missing, silent, said }: Content['relationships'],
  organisation: Ids,
): Promise<void> {
  const { calendar, partnership } = setting;
  const names = [...Object.keys(said), ...silent];
  const closed = calendar.at(closedDay);
  const given = Object.entries(said).map(([name, others]): Answered => {
    const ties = Object.entries(others).flatMap(([other, digits]) =>
      parts.slice(0, digits.length).map((code, at) => ({
        key: keyOf('ties', organisation(other), code),
        value: digits.charAt(at),
      })),
    );
    const words = [
      { key: 'role', value: roles[name] ?? '' },
      { key: 'not-listed', value: missing[name] ?? '' },
    ];
    const answers = [...words.filter(({ value }) => value !== ''), ...ties];
    return { name, answers, at: calendar.at(closedDay - 9), finished: true };
  });
  const { id } = await addWave(tx, setting, {
    ...{ code: 'member-relationships', title, names, organisation },
    opened: calendar.at(openedDay),
    closesOn: calendar.on(closedDay),
    given: () => given,
  });
  await moveWave(tx, id, 'closed', closed);
  const wave = await waveOf(tx, id);
  if (wave !== null) await freeze(tx, wave, partnership, closed);
}

const parts = [
  'tie',
  'reliability',
  'mission',
  'openness',
  'influence',
  'resources',
  'involvement',
];

async function addTrust(
  tx: Work,
  setting: Setting,
  { title, openedDay, closesDay, asked, answers }: Content['trust'],
  organisation: Ids,
): Promise<void> {
  const { calendar } = setting;
  await addWave(tx, setting, {
    ...{ code: 'trust-and-communication', title, names: asked, organisation },
    opened: calendar.at(openedDay),
    closesOn: calendar.on(closesDay),
    given: (codes) =>
      Object.entries(answers).map(([name, values]) => ({
        name,
        answers: values.map((value, at) => ({ key: codes[at] ?? '', value })),
        at: calendar.at(openedDay + 3),
        finished: values.length === codes.length,
      })),
  });
}

type Answered = {
  readonly name: string;
  readonly answers: readonly { readonly key: string; readonly value: string }[];
  readonly at: Date;
  readonly finished: boolean;
};

type NewWave = {
  readonly code: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly organisation: Ids;
  readonly opened: Date;
  readonly closesOn: string;
  /** What was answered, given the codes of the questions. */
  readonly given: (codes: readonly string[]) => readonly Answered[];
};

/** An open wave of a shipped instrument, with everybody invited by links that nobody is told. */
async function addWave(
  tx: Work,
  { partnership, token }: Setting,
  { code, title, names, organisation, opened, closesOn, given }: NewWave,
): Promise<{ readonly id: string }> {
  const copy = await shippedCopy(tx, partnership, code);
  const instrument = copy === null ? null : await instrumentOf(tx, copy);
  if (instrument === null) throw new RangeError(`no instrument is called ${code}`);
  await setState(tx, instrument.id, 'locked');
  const own = { partnership_id: partnership };
  const { id } = await tx
    .insertInto('survey_wave')
    .values({
      ...{ ...own, title, instrument_id: instrument.id, state: 'open', closes_on: closesOn },
      ...{ made_at: opened, opened_at: opened },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const answered = given(questionsOf(instrument.content).map(({ question }) => question.code));
  const targets = await tx
    .insertInto('survey_target')
    .values(
      names.map((label) => {
        const said = answered.find(({ name }) => name === label);
        return {
          ...{ partnership_id: partnership, wave_id: id, label },
          organisation_id: organisation(label),
          ...{ link_seed: token(), token_hash: hashed(token()) },
          ...{ made_at: opened, invited_at: opened, last_sent_at: opened },
          ...{ opened_at: said?.at ?? null, consented_at: said?.at ?? null },
          finished_at: said?.finished === true ? said.at : null,
        };
      }),
    )
    .returning(['id', 'label as name'])
    .execute();
  const target = idsOf(targets);
  const rows = answered.flatMap(({ name, answers, at }) =>
    answers.map(({ key, value }) => ({
      ...{ ...own, wave_id: id, target_id: target(name), key },
      ...{ value: JSON.stringify(value), typed_at: at, saved_at: at },
    })),
  );
  await tx.insertInto('survey_answer').values(rows).execute();
  return { id };
}
