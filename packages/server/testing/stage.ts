import { z } from 'zod';
import type { Role } from '@freehold/core/access';
import type { PlaceType } from '@freehold/core/place';
import type { Answer } from '@freehold/core/review';
import type { Home } from '../database/connect.ts';
import { asInstallation } from '../database/within.ts';
import { ProblemBody } from '../http/problem.ts';
import type { Clock } from '../ports.ts';
import { putFramework } from './framework.ts';
import { testHouse, type TestHouse } from './house.ts';

/** A house with a partnership, a place and a published framework: what a test of reviews begins with. */
export type Stage = {
  readonly house: TestHouse;
  readonly ours: string;
  readonly place: string;
  readonly version: string;
  readonly coordinator: string;
  /** Signed in, and in no way a member. */
  readonly stranger: string;
  readonly as: (role: Role) => Promise<string>;
  /** The path of the partnership's API. */
  readonly path: (rest: string) => string;
};

export async function stage(home?: Home, clock?: Clock): Promise<Stage> {
  const house = await testHouse(home, clock);
  const ours = await house.makePartnership('Ours');
  const theirs = await house.makePartnership('Theirs');
  const cookies = new Map<Role, string>();
  return {
    house,
    ours,
    place: await makePlace(house, { name: 'Harbourside', type: 'district', code: 'X01' }),
    version: await putFramework(house),
    coordinator: await house.signIn(ours, 'co-ordinator', 'Cora'),
    stranger: await house.signIn(theirs, 'co-ordinator', 'Stan'),
    as: async (role) => {
      const cookie = cookies.get(role) ?? (await house.signIn(ours, role, `A ${role}`));
      cookies.set(role, cookie);
      return cookie;
    },
    path: (rest) => `/api/partnerships/${ours}${rest}`,
  };
}

/** A place that the whole installation shares. */
export async function makePlace(
  house: Pick<TestHouse, 'database'>,
  { name, type, code = null }: { name: string; type: PlaceType; code?: string | null },
): Promise<string> {
  const { id } = await asInstallation(house.database, (tx) =>
    tx
      .insertInto('place')
      .values({ name, type, code, name_key: name.toLowerCase() })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

export function newReview({ place, version }: Stage) {
  return {
    place,
    frameworkVersion: version,
    profile: 'starter',
    title: 'First review',
    closesOn: null,
    comparison: { kind: 'same-type' },
  };
}

/** Makes a review through its route. */
export async function makeReview(on: Stage, change: object = {}): Promise<string> {
  const answer = await on.house.call(on.path('/reviews'), {
    cookie: on.coordinator,
    json: { ...newReview(on), ...change },
  });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}

export type TestRater = { readonly id: string; readonly token: string };

/** Asks somebody to rate, through the route, and gives the token of their link. */
export async function askRater(
  on: Stage,
  review: string,
  agency: string,
  roleTitle = 'Lead',
): Promise<TestRater> {
  const answer = await on.house.call(on.path(`/reviews/${review}/raters`), {
    cookie: on.coordinator,
    json: { agency, roleTitle, name: '', email: null },
  });
  const { id, link } = z.object({ id: z.string(), link: z.url() }).parse(await answer.json());
  return { id, token: link.split('/rate/')[1] ?? '' };
}

export function moveTo(on: Stage, review: string, to: string, cookie = on.coordinator) {
  return on.house.call(on.path(`/reviews/${review}/move`), { cookie, json: { to, note: '' } });
}

export function typed(answer: Answer | null, change: object = {}) {
  return {
    answer,
    grade: null,
    confidence: null,
    comment: '',
    link: '',
    typedAt: '2026-03-02T09:00:00.000Z',
    ...change,
  };
}

/** Saves one answer through a rater's link. */
export function rate(
  { house }: Pick<Stage, 'house'>,
  token: string,
  indicator: string,
  answer: Answer | null,
  change: object = {},
) {
  return house.call(`/api/rate/${token}/ratings/${indicator}`, {
    method: 'PUT',
    json: typed(answer, change),
  });
}

/** The codes of the problems that an answer names. */
export async function codes(answer: Response): Promise<readonly string[]> {
  const { problems } = ProblemBody.parse(await answer.json());
  return problems.map(({ code }) => code);
}
