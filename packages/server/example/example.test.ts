import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Framework, indicatorsOf, viewOf } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { PlaceType } from '@freehold/core/place';
import { lowScoreUnder, proposedGaps, ReviewProfile } from '@freehold/core/review';
import { asInstallation, within } from '../database/within.ts';
import { gather, profileFrom } from '../review/gathered.ts';
import { reviewOf } from '../review/store.ts';
import { firstPerson } from '../partnership/first.ts';
import { homes } from '../testing/homes.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { exampleContent } from './content.ts';
import { makeExample } from './example.ts';
import { polygon } from './places.ts';
import { sameGap } from './plan.ts';

const content = exampleContent();
const framework = Framework.parse(defaultFramework);

let house: TestHouse;
let person: string;
let partnership: string;
let statements: number;

function inside<T>(work: Parameters<typeof within<T>>[2]): Promise<T> {
  return within(house.database, { person, partnership, rater: null }, work);
}

async function firstProfile(): Promise<ReviewProfile> {
  const { profile } = await inside((tx) =>
    tx.selectFrom('review_result').select('profile').executeTakeFirstOrThrow(),
  );
  return ReviewProfile.parse(profile);
}

describe.each(homes)('what is written on %s', (_, open) => {
  let close: () => Promise<void>;

  beforeAll(async () => {
    const opened = await open();
    close = opened.close;
    house = await testHouse(opened.home);
    person = await firstPerson(house);
    house.statements();
    partnership = (await makeExample(house, person)) ?? '';
    statements = house.statements().length;
  });
  afterAll(async () => {
    await house.close();
    await close();
  });

  test('it is one made-up partnership with made-up neighbours that nobody belongs to, made once', async () => {
    expect(await makeExample(house, person)).toBeNull();
    const rows = await asInstallation(house.database, (tx) =>
      tx
        .selectFrom('partnership as p')
        .leftJoin('membership as m', 'm.partnership_id', 'p.id')
        .distinctOn('p.id')
        .select(['p.name', 'p.made_up', 'p.home_place_id', 'm.id as member'])
        .execute(),
    );
    const neighbours = rows.filter(({ member }) => member === null);
    expect(neighbours.every(({ name, made_up }) => made_up && name.endsWith('(made up)'))).toBe(
      true,
    );
    const own = rows.filter(({ member }) => member !== null);
    expect(own).toEqual([
      {
        member: expect.any(String),
        name: 'Harbourside Anti-Slavery Partnership',
        made_up: true,
        home_place_id: expect.any(String),
      },
    ]);
  });

  test('rows are written in bulk: few statements, however many there are', () => {
    expect(statements).toBeGreaterThan(20);
    expect(statements).toBeLessThan(500);
  });

  test('nothing of it is shared: every place, data set and observation is the partnership’s own', async () => {
    const { shared, own } = await asInstallation(house.database, async (tx) => {
      const counts = async (mine: boolean) => {
        const tables = ['place', 'measure', 'data_set', 'observation', 'review', 'gap'] as const;
        const found: number[] = [];
        for (const table of tables) {
          const { n } = await tx
            .selectFrom(table)
            .$if(mine, (query) => query.where('partnership_id', '=', partnership))
            .$if(!mine, (query) => query.where('partnership_id', 'is', null))
            .select((has) => has.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow();
          found.push(Number(n));
        }
        return found;
      };
      return { shared: await counts(false), own: await counts(true) };
    });
    expect(shared.every((n) => n === 0)).toBe(true);
    expect(own.every((n) => n > 0)).toBe(true);
  });

  test('the published profile is what its ratings and data give', async () => {
    const again = await inside(async (tx) => {
      const { id } = await tx
        .selectFrom('review')
        .where('state', '=', 'published')
        .select('id')
        .executeTakeFirstOrThrow();
      const review = await reviewOf(tx, id);
      if (review === null) throw new Error('no review');
      return profileFrom(await gather(tx, review), review);
    });
    expect(await firstProfile()).toEqual(again);
  });

  test('measured indicators score, and context ones do not', async () => {
    const { indicators, recipe } = await firstProfile();
    const of = (code: string) => indicators.find((each) => each.code === code);
    expect(of('1.1.1')).toMatchObject({ basis: 'measured', score: 1 });
    expect(of('1.4.1')).toMatchObject({ basis: 'measured', score: 2 });
    expect(of('3.1.1')?.score).toBeNull();
    expect(recipe.measured.map(({ group }) => group)).toEqual([9, 9]);
  });

  test('low topics have a gap each, and every proposal is in the register', async () => {
    const profile = await firstProfile();
    const gaps = await inside((tx) =>
      tx.selectFrom('gap').select(['topic', 'indicator', 'kind', 'status', 'reason']).execute(),
    );
    const low = profile.topics.filter(({ score }) => score !== null && score < lowScoreUnder);
    expect(low.length).toBeGreaterThan(5);
    for (const { code } of low) expect(gaps.map(({ topic }) => topic)).toContain(code);
    for (const proposal of proposedGaps(profile, framework)) {
      expect(gaps.filter((gap) => sameGap(gap, proposal))).toHaveLength(1);
    }
    for (const { status, reason } of gaps) {
      expect(reason !== '').toBe(status === 'dismissed' || status === 'closed');
    }
  });

  test('the days run in order, and lie in the past but for the running round’s end', async () => {
    const now = house.ports.clock.now();
    const reviews = await inside((tx) =>
      tx.selectFrom('review').select(['id', 'round', 'made_at', 'closes_on']).execute(),
    );
    for (const review of reviews) {
      const { steps, ratings, agreed } = await inside(async (tx) => ({
        steps: await tx
          .selectFrom('review_step')
          .where('review_id', '=', review.id)
          .select(['to_state', 'at'])
          .orderBy('id')
          .execute(),
        ratings: await tx
          .selectFrom('rating')
          .where('review_id', '=', review.id)
          .select('saved_at')
          .execute(),
        agreed: await tx
          .selectFrom('agreed_score')
          .where('review_id', '=', review.id)
          .select('at')
          .execute(),
      }));
      const step = (to: string) => steps.find(({ to_state }) => to_state === to)?.at ?? now;
      const given = ratings.map(({ saved_at }) => saved_at);
      const order = [
        review.made_at,
        step('rating'),
        ...given.toSorted((a, b) => a.getTime() - b.getTime()),
        step('agreeing'),
        ...agreed.map(({ at }) => at),
        step('validated'),
        step('published'),
      ];
      expect(order).toEqual(order.toSorted((a, b) => a.getTime() - b.getTime()));
      expect(order.every((at) => at <= now)).toBe(true);
      expect((review.closes_on ?? '') > now.toISOString().slice(0, 10)).toBe(review.round === 2);
    }
  });

  test('the running round is about half answered', async () => {
    const { n } = await inside((tx) =>
      tx
        .selectFrom('rating as g')
        .innerJoin('review as r', 'r.id', 'g.review_id')
        .where('r.state', '=', 'rating')
        .select((has) => has.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    );
    const asked = 30 * content.people.raters.length;
    expect(Number(n) / asked).toBeGreaterThan(0.4);
    expect(Number(n) / asked).toBeLessThan(0.6);
  });

  test('its first person is the co-ordinator, and every other member is a role', async () => {
    const members = await inside((tx) =>
      tx
        .selectFrom('membership as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .leftJoin('organisation as o', 'o.id', 'm.organisation_id')
        .select(['p.id', 'p.name', 'p.email', 'm.role', 'o.name as organisation'])
        .execute(),
    );
    expect(members.find(({ id }) => id === person)).toMatchObject({
      role: 'co-ordinator',
      organisation: 'Harbourside Council',
    });
    for (const { id, name, email, organisation } of members) {
      expect(email).toBeNull();
      if (id !== person) expect(name.endsWith(`, ${organisation}`)).toBe(true);
    }
  });

  test('whoever signs in finds a full place', async () => {
    const cookie = await house.signIn(partnership);
    const { home_place_id: place } = await inside((tx) =>
      tx.selectFrom('partnership').select('home_place_id').executeTakeFirstOrThrow(),
    );
    const home = await house.call(`/api/partnerships/${partnership}/places/${place}/home`, {
      cookie,
    });
    expect(home.status).toBe(200);
    expect(await home.json()).toMatchObject({
      place: { name: 'Harbourside', population: { value: 143_200 } },
      review: { state: 'published', round: 1, agencies: 5, raters: 6 },
      running: { state: 'rating', ratersInvited: 6, ratersFinished: 2, answered: 93, asked: 180 },
      gaps: { proposed: 2 },
      assets: { total: 13, listed: 12 },
    });
  });

  test('its published review has a report', async () => {
    const cookie = await house.signIn(partnership);
    const { reviews } = await (
      await house.call(`/api/partnerships/${partnership}/reviews`, { cookie })
    ).json();
    const { id } = reviews.find(({ round }: { round: number }) => round === 1);
    const path = `/api/partnerships/${partnership}/reviews/${id}/report?format=json`;
    const report = await (await house.call(path, { cookie })).json();
    expect(report).toMatchObject({ findings: { scored: 20 }, recipe: { interval: { seed: 20 } } });
  });
});

describe('what it is made of', () => {
  const asked = (profile: string) =>
    indicatorsOf(viewOf(framework, profile) ?? framework)
      .filter(({ indicator }) => indicator.anchors.length > 0)
      .map(({ indicator }) => indicator.code);

  test.each([
    ['first', content.firstRatings, content.story.first.profile],
    ['second', content.secondRatings, content.story.second.profile],
  ] as const)(
    'the %s ratings name what the profile asks, one cell a rater',
    (_, ratings, profile) => {
      expect([...ratings.keys()]).toEqual(asked(profile));
      for (const line of ratings.values()) {
        expect(line).toHaveLength(content.people.raters.length);
      }
    },
  );

  test('the raters of five agencies do not all agree', () => {
    const agencies = new Set(content.people.raters.map(({ agency }) => agency));
    expect(agencies.size).toBe(5);
    const split = [...content.firstRatings.values()].filter(
      (line) => new Set(line.flatMap((cell) => cell?.answer ?? [])).size > 1,
    );
    expect(split.length).toBeGreaterThan(content.firstRatings.size / 2);
  });

  test('what was agreed lies within what was rated, and some of it with dissent', () => {
    for (const { indicator, answer } of content.agreed) {
      const given = (content.firstRatings.get(indicator) ?? []).flatMap((cell) => {
        const value = Number(cell?.answer);
        return Number.isNaN(value) ? [] : [value];
      });
      expect(Number(answer)).toBeGreaterThanOrEqual(Math.min(...given));
      expect(Number(answer)).toBeLessThanOrEqual(Math.max(...given));
    }
    expect(content.agreed.filter(({ dissent }) => dissent !== '').length).toBeGreaterThan(1);
  });

  test('gaps and assets name topics of the framework', () => {
    const topics = framework.levels.flatMap((level) => level.topics.map(({ code }) => code));
    const named = [
      ...content.gaps.map(({ topic }) => topic),
      ...content.assets.flatMap((a) => a.topics),
    ];
    for (const topic of named) expect(topics).toContain(topic);
    const indicators = asked('full');
    for (const { indicator } of content.gaps.filter((gap) => gap.indicator !== '')) {
      expect(indicators).toContain(indicator);
    }
  });

  test('priorities are a whole order, of kept gaps only', () => {
    const placed = content.gaps.filter(({ position }) => position !== undefined);
    const order = placed.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
    expect(order.map(({ position }) => position)).toEqual(placed.map((_, at) => at + 1));
    expect(placed.every(({ status }) => status === 'kept')).toBe(true);
  });

  test('no code can be an official one, and every district has every value', () => {
    const { places } = content.places;
    expect(places.every(({ code }) => code.startsWith('X'))).toBe(true);
    const districts = places
      .filter(({ type }) => type === PlaceType.enum.district)
      .map(({ name }) => name);
    expect(districts.length).toBeGreaterThanOrEqual(8);
    for (const { values } of content.data.measures) expect(Object.keys(values)).toEqual(districts);
    expect(Object.keys(content.data.referrals.quarters)).toEqual(districts);
  });

  test('the county’s people are the sum of its districts’', () => {
    const { places } = content.places;
    const county = places.find(({ name }) => name === content.story.county);
    const sums = [0, 1, 2].map((at) =>
      places
        .filter(({ type }) => type === 'district')
        .reduce((sum, { people }) => sum + (people[at] ?? 0), 0),
    );
    expect(county?.people).toEqual(sums);
  });

  test('the districts fit together: what is left of their borders is the county’s', () => {
    const { places, points } = content.places;
    const edges = (ring: string) => {
      const corners = polygon(ring, points).coordinates[0] ?? [];
      return corners.slice(1).map((corner, at) => [corners[at], corner].map(String));
    };
    const all = places
      .filter(({ type }) => type === 'district')
      .flatMap(({ ring }) => edges(ring))
      .map(([from = '', to = '']) => `${from} ${to}`);
    expect(new Set(all).size).toBe(all.length);
    const back = (edge: string) => edge.split(' ').reverse().join(' ');
    const outer = all.filter((edge) => !all.includes(back(edge)));
    const county = edges(places.find(({ type }) => type === 'county')?.ring ?? '');
    expect(outer.toSorted()).toEqual(county.map((edge) => edge.join(' ')).toSorted());
  });
});
