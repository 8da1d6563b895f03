import { sql } from 'kysely';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indicatorsOf } from '@freehold/core/framework';
import { asInstallation, within } from '../database/within.ts';
import { freeze } from '../review/profile.ts';
import { reviewOf } from '../review/store.ts';
import { shipped } from '../testing/framework.ts';
import { makePlace, stage, type Stage } from '../testing/stage.ts';

// However much there is, a page of the cycle asks the database the same few questions.

const rounds = 5;
const places = 20;
let on: Stage;
let small: string;
let large: string;

beforeAll(async () => {
  on = await stage();
  small = on.place;
  await addRounds([small], 1);
  const many: string[] = [];
  for (let at = 0; at < places; at += 1)
    many.push(await makePlace(on.house, { name: `Place ${at}`, type: 'district' }));
  large = many[0] ?? '';
  await addRounds(many, rounds);
  await addScores();
});
afterAll(() => on.house.close());

/** Rounds with their stages, checklist, an action each, and a review with every indicator agreed. */
async function addRounds(at: readonly string[], upTo: number): Promise<void> {
  const codes = indicatorsOf(shipped).map(({ indicator }) => indicator.code);
  expect(codes).toHaveLength(119);
  const own = sql`${on.ours}::uuid`;
  await asInstallation(on.house.database, async (tx) => {
    await sql`insert into cycle_round (partnership_id, place_id, number, title, started_on, ended_on,
        state, closed_at)
      select ${own}, place, n, 'Round ' || n, date '2021-01-01' + n * 365,
        case when n < ${upTo} then date '2021-12-31' + n * 365 end,
        case when n < ${upTo} then 'closed' else 'open' end,
        case when n < ${upTo} then now() end
      from unnest(${[...at]}::uuid[]) place, generate_series(1, ${upTo}::int) n`.execute(tx);
    const made = sql`(select * from cycle_round where place_id = any(${[...at]}::uuid[])) r`;
    await sql`insert into cycle_stage (round_id, stage, partnership_id, state)
      select r.id, s, ${own}, 'under-way'
      from ${made}, unnest(array['diagnose', 'challenge', 'change', 'normalise']) s`.execute(tx);
    await sql`insert into cycle_item (partnership_id, round_id, stage, position, title, done)
      select ${own}, r.id, 'change', n, 'Line ' || n, n % 2 = 0
      from ${made}, generate_series(1, 20) n`.execute(tx);
    await sql`insert into action (partnership_id, place_id, round_id, title, kind, stage, pathway, four_p)
      select ${own}, r.place_id, r.id, 'Action', 'output', 'change', 'respite', 'protect'
      from ${made}`.execute(tx);
    await sql`insert into review (partnership_id, place_id, framework_version_id, profile, title,
        round, round_id, state, seed)
      select ${own}, r.place_id, ${on.version}, 'full', 'Review', r.number, r.id, 'published', 1
      from ${made}`.execute(tx);
    await sql`insert into agreed_score (review_id, indicator, partnership_id, answer, by_name)
      select v.id, code, ${own}, '2', 'Cora'
      from review v, unnest(${codes}::text[]) code
      where v.place_id = any(${[...at]}::uuid[])`.execute(tx);
  });
}

/** Every review gets the scores of one: what they say is not looked at, how much there is is. */
async function addScores(): Promise<void> {
  const actor = { partnership: on.ours, person: null, rater: null };
  await within(on.house.database, actor, async (tx) => {
    const { id } = await tx.selectFrom('review').select('id').limit(1).executeTakeFirstOrThrow();
    const review = await reviewOf(tx, id);
    if (review === null) throw new RangeError('no review');
    await freeze(tx, review, on.ours, new Date('2026-03-02T10:00:00Z'));
    await sql`insert into review_result (review_id, partnership_id, profile)
      select v.id, v.partnership_id, s.profile from review v, review_result s
      where v.id <> s.review_id`.execute(tx);
  });
}

async function asked(rest: string): Promise<readonly string[]> {
  on.house.statements();
  const answer = await on.house.call(on.path(rest), { cookie: on.coordinator });
  expect([rest, answer.status]).toEqual([rest, 200]);
  await answer.text();
  return on.house.statements().filter(isWork);
}

/** Opening and closing a transaction and saying who asks are not the page's work. */
function isWork(statement: string): boolean {
  return !/^(begin|commit|select set_config)/.test(statement.trim());
}

const Listed = z.object({ rounds: z.array(z.object({ id: z.string() })) });
async function lastRound(place: string): Promise<string> {
  const answer = await on.house.call(on.path(`/places/${place}/rounds`), {
    cookie: on.coordinator,
  });
  return Listed.parse(await answer.json()).rounds.at(-1)?.id ?? '';
}

test('there is as much as the test says', async () => {
  const { rows } = await asInstallation(on.house.database, (tx) =>
    sql<{
      rounds: number;
      scores: number;
    }>`select (select count(*)::int from cycle_round) as rounds,
      (select count(*)::int from agreed_score) as scores`.execute(tx),
  );
  expect(rows).toEqual([{ rounds: rounds * places + 1, scores: (rounds * places + 1) * 119 }]);
});

// The most that is asked: who it is (2), then what stands beside each function that answers.
test.each([
  ['the home', (place: string) => `/places/${place}/home`, 13],
  ['the rounds', (place: string) => `/places/${place}/rounds`, 5],
  ['the matrix', (place: string) => `/places/${place}/matrix`, 6],
] as const)('%s of a place takes a constant number of statements', async (_, path, most) => {
  const few = await asked(path(small));
  const many = await asked(path(large));
  expect(many).toEqual(few);
  expect(many.length).toBeLessThanOrEqual(most);
});

test.each([
  ['a round', (round: string) => `/rounds/${round}`, 11],
  ['a close-out', (round: string) => `/rounds/${round}/close-out`, 10],
] as const)('%s takes a constant number of statements', async (_, path, most) => {
  const few = await asked(path(await lastRound(small)));
  const many = await asked(path(await lastRound(large)));
  expect(many).toEqual(few);
  expect(many.length).toBeLessThanOrEqual(most);
});
