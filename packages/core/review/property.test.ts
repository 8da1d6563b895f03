import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Answer, type Rating } from './rating.ts';
import { reviewProfile } from './score.ts';
import { madeFramework, madeIndicator, madeRating } from './testing.ts';

const codes = ['1.1', '1.2', '1.3', '2.1', '2.2'] as const;
const framework = madeFramework([
  [madeIndicator('1.1'), madeIndicator('1.2', { weight: 2.5 }), madeIndicator('1.3')],
  [madeIndicator('2.1'), madeIndicator('2.2', { direction: 'o' })],
]);

const answer = fc.constantFrom(...Answer.options);
const ratings: fc.Arbitrary<readonly Rating[]> = fc
  .uniqueArray(
    fc.record({
      person: fc.integer({ min: 0, max: 8 }),
      indicator: fc.constantFrom(...codes),
      answer,
    }),
    { maxLength: 45, selector: ({ person, indicator }) => `${person} ${indicator}` },
  )
  .map((given) =>
    given.map(({ person, indicator, answer: said }) =>
      madeRating(`agency ${person % 5}`, indicator, said, `person ${person}`),
    ),
  );
const agreed = fc.uniqueArray(fc.record({ indicator: fc.constantFrom(...codes), answer }), {
  selector: (each) => each.indicator,
});

function score(given: readonly Rating[], told: Partial<Parameters<typeof reviewProfile>[0]> = {}) {
  const rest = { framework, profile: null, agreed: [], measured: [], seed: 9, draws: 60, ...told };
  return reviewProfile({ ratings: given, ...rest });
}

test('[RV-2] the order of the ratings changes nothing', () => {
  const shuffled = ratings.chain((given) =>
    fc.tuple(
      fc.constant(given),
      fc.shuffledSubarray([...given], { minLength: given.length, maxLength: given.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, agreed, ([given, mixed], agree) => {
      const [one, other] = [given, mixed].map((each) => score(each, { agreed: agree }));
      expect(other).toEqual(one);
    }),
  );
});

test('[RV-11] [RV-13] [RV-14] scores, intervals and coverage stay in their ranges', () => {
  fc.assert(
    fc.property(ratings, agreed, (given, agree) => {
      const { topics, levels } = score(given, { agreed: agree });
      for (const each of [...topics, ...levels]) {
        expect(each.coverage).toBeGreaterThanOrEqual(0);
        expect(each.coverage).toBeLessThanOrEqual(1);
        if (each.score === null) expect([each.low, each.high]).toEqual([null, null]);
        else {
          expect(each.coverage).toBeGreaterThanOrEqual(0.5);
          expect(each.low ?? 0).toBeLessThanOrEqual(each.score);
          expect(each.high ?? 4).toBeGreaterThanOrEqual(each.score);
          expect(each.low ?? 0).toBeGreaterThanOrEqual(0);
          expect(each.high ?? 4).toBeLessThanOrEqual(4);
        }
      }
    }),
  );
});

test('[RV-12] raising a rating never lowers a score', () => {
  const raised = fc.tuple(ratings, fc.nat(), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(raised, agreed, ([given, at, to], agree) => {
      const points = given.filter((each) => each.answer !== 'na' && each.answer !== 'dk');
      const chosen = points[at % Math.max(points.length, 1)];
      if (chosen === undefined || Number(chosen.answer) > to) return;
      const higher = given.map((each) =>
        each === chosen ? { ...each, answer: Answer.parse(`${to}`) } : each,
      );
      const before = score(given, { agreed: agree });
      const after = score(higher, { agreed: agree });
      for (const [index, topic] of before.topics.entries()) {
        const next = after.topics[index]?.score ?? null;
        expect(next === null).toBe(topic.score === null);
        // Sums of averages may differ in their last digit.
        expect(next ?? 0).toBeGreaterThanOrEqual((topic.score ?? 0) - 1e-12);
      }
    }),
  );
});

test('[RV-8] somebody who only says "not applicable" changes no mean and no coverage of it', () => {
  fc.assert(
    fc.property(ratings, fc.constantFrom(...codes), (given, code) => {
      const more = [...given, madeRating('agency new', code, 'na')];
      const of = (all: readonly Rating[]) =>
        score(all).indicators.find((each) => each.code === code);
      const [before, after] = [of(given), of(more)];
      expect(after?.mean).toBe(before?.mean);
      if (after?.applicable === true) expect(after.coverage).toBe(before?.coverage);
    }),
  );
});

test('[RV-4] agreeing never changes what was rated', () => {
  fc.assert(
    fc.property(ratings, agreed, (given, agree) => {
      const rated = (all: ReturnType<typeof score>) =>
        all.indicators.map(({ mean, median, quartiles, spread, withinOneStep, disagreement }) => [
          mean,
          median,
          quartiles,
          spread,
          withinOneStep,
          disagreement,
        ]);
      expect(rated(score(given, { agreed: agree }))).toEqual(rated(score(given)));
    }),
  );
});

test('[RV-29] another seed moves intervals only', () => {
  fc.assert(
    fc.property(ratings, fc.nat(), (given, seed) => {
      const bare = (all: ReturnType<typeof score>) =>
        all.topics.map((topic) => ({ ...topic, low: null, high: null }));
      expect(bare(score(given, { seed }))).toEqual(bare(score(given)));
    }),
  );
});
