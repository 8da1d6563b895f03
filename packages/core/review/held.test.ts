import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldBack, isHeld } from './held.ts';
import { Answer, type Rating } from './rating.ts';
import { reviewProfile } from './score.ts';
import { madeFramework, madeIndicator, madeRating } from './testing.ts';

const codes = ['1.1', '1.2', '2.1', '2.2'] as const;
const framework = madeFramework([
  [madeIndicator('1.1'), madeIndicator('1.2')],
  [madeIndicator('2.1'), madeIndicator('2.2')],
]);

const ratings: fc.Arbitrary<readonly Rating[]> = fc
  .uniqueArray(
    fc.record({
      agency: fc.integer({ min: 1, max: 7 }),
      indicator: fc.constantFrom(...codes),
      answer: fc.constantFrom(...Answer.options),
    }),
    { maxLength: 28, selector: ({ agency, indicator }) => `${agency} ${indicator}` },
  )
  .map((given) =>
    given.map(({ agency, indicator, answer }) => madeRating(`A${agency}`, indicator, answer)),
  );
const agreed = fc.uniqueArray(
  fc.record({ indicator: fc.constantFrom(...codes), answer: fc.constantFrom(...Answer.options) }),
  { selector: (each) => each.indicator },
);

const score = (given: readonly Rating[], agree: readonly { indicator: string; answer: Answer }[]) =>
  reviewProfile({
    framework,
    profile: null,
    ratings: given,
    agreed: agree,
    measured: [],
    seed: 9,
    draws: 20,
  });

test('[RV-30] what few agencies rated cannot be read from what is shown of it', () => {
  const points = fc.array(fc.constantFrom<Answer>('0', '1', '2', '3', '4'), {
    minLength: 28,
    maxLength: 28,
  });
  fc.assert(
    fc.property(ratings, agreed, points, (given, agree, other) => {
      const before = score(given, agree);
      const few = new Set(before.indicators.filter(isHeld).map(({ code }) => code));
      const changed = given.map((rating, at) =>
        few.has(rating.indicator) && !Number.isNaN(Number(rating.answer))
          ? { ...rating, answer: other[at] ?? rating.answer }
          : rating,
      );
      const shown = (given_: readonly Rating[]) =>
        heldBack(score(given_, agree)).indicators.filter(({ code }) => few.has(code));
      expect(shown(changed)).toEqual(shown(given));
    }),
  );
});

test('[RV-30] of five agencies median, quartiles and the share within one step are shown, the spread never', () => {
  const line = ['0', '1', '2', '3', '4'] as const;
  const given = line.map((answer, at) => madeRating(`A${at}`, '1.1', answer));
  const [five] = heldBack(score(given, [])).indicators;
  expect(five).toMatchObject({ median: 2, quartiles: [1, 3], withinOneStep: 0.6, spread: null });
  expect(five?.held).toBeUndefined();
  const [four] = heldBack(score(given.slice(1), [])).indicators;
  expect(four).toMatchObject({ median: null, quartiles: null, score: null, held: true });
});

test('[RV-30] what was agreed stays, however few rated', () => {
  const [one] = heldBack(
    score([madeRating('A1', '1.1', '0')], [{ indicator: '1.1', answer: '3' }]),
  ).indicators;
  expect(one).toMatchObject({ score: 3, agreedScore: 3, mean: null, held: true });
});

test('[RV-31] a topic that fewer than five ratings made has no score to show, nor has its level', () => {
  const few = [
    madeRating('A1', '1.1', '1'),
    madeRating('A2', '1.1', '2'),
    madeRating('A1', '1.2', '3'),
  ];
  const { topics, levels } = heldBack(score(few, []));
  expect(topics[0]).toMatchObject({ score: null, noScore: 'held-back' });
  expect(levels[0]).toMatchObject({ score: null, held: true });
  const enough = [...few, madeRating('A2', '1.2', '1'), madeRating('A3', '1.2', '1')];
  expect(heldBack(score(enough, [])).topics[0]?.score).not.toBeNull();
});

test('[RV-31] a topic does not tell what one or two agencies said of an indicator, less what is shown', () => {
  const agencies = ['A1', 'A2', 'A3', 'A4', 'A5'];
  const five = agencies.map((agency) => madeRating(agency, '1.1', '2'));
  const topicOf = (...others: readonly string[]) => {
    const given = [...five, ...others.map((agency) => madeRating(agency, '1.2', '0'))];
    return heldBack(score(given, [])).topics[0];
  };
  // The mean of both is 1: twice that less the 2 that is shown of the first is what A1 said of the second.
  expect(topicOf('A1')).toMatchObject({ score: null, low: null, noScore: 'held-back' });
  expect(topicOf('A1', 'A2')).toMatchObject({ score: null, noScore: 'held-back' });
  expect(topicOf('A1', 'A2', 'A3')?.score).toBe(1);
  const agreed_ = score(
    [...five, madeRating('A1', '1.2', '0')],
    [{ indicator: '1.2', answer: '3' }],
  );
  expect(heldBack(agreed_).topics[0]?.score).toBe(2.5);
});

test('nobody answered: nothing is held, for there is nothing to hold', () => {
  expect(heldBack(score([], [])).indicators.some(({ held }) => held === true)).toBe(false);
});
