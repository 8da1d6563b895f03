import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Claim, Confidence, type Stance } from './claim.ts';
import { graded, usualRule } from './graded.ts';
import { Study } from './study.ts';

type Given = { sms?: number | null; stance?: Stance; country?: string; sample?: string };

function gradedOf(given: readonly Given[], override: Claim['override'] = null) {
  const studies = given.map((each, at) =>
    Study.parse({
      ...{ id: `st${at}`, title: `Study ${at}`, sms: each.sms ?? null, sample: each.sample ?? '' },
      countries: each.country === undefined ? ['GB'] : [each.country],
    }),
  );
  const links = given.map(({ stance = 'supports' }, at) => ({
    study: `st${at}`,
    stance,
    note: '',
  }));
  return graded({ links, override }, new Map(studies.map((study) => [study.id, study])));
}

const weak = { sms: 1 };
const strong = { sms: 3 };
const abroad = { sms: 4, country: 'NP' };
const against = { sms: 3, stance: 'contradicts' } as const;

test.each<[string, readonly Given[], Confidence]>([
  ['no study', [], 'untested'],
  ['one weak study', [weak], 'very-low'],
  ['two weak studies', [weak, weak], 'very-low'],
  ['three weak studies', [weak, weak, weak], 'low'],
  ['one strong study', [strong], 'low'],
  ['one strong study among weak ones', [strong, weak, weak], 'low'],
  ['two strong studies of one mind', [strong, strong], 'moderate'],
  ['two of three strong studies of one mind', [strong, strong, against], 'moderate'],
  ['two strong studies of two minds', [strong, against], 'low'],
  ['three strong studies in one context', [strong, strong, strong], 'moderate'],
  ['three strong studies in two contexts', [strong, strong, abroad], 'high'],
  ['three of four strong, too few for high', [strong, strong, abroad, against], 'moderate'],
  ['studies that nobody graded', [{ sms: null }, { sms: null }], 'very-low'],
])('[EV-9] %s: confidence is as the rule says', (_, studies, confidence) => {
  expect(gradedOf(studies)).toMatchObject({ confidence, ruled: confidence, overridden: false });
});

test('[EV-9] studies of one sample count once, as the strongest', () => {
  const found = gradedOf([
    { sms: 2, sample: 'Cohort 7' },
    { sms: 4, sample: 'cohort 7' },
  ]);
  expect(found).toMatchObject({ n: 1, strong: 1, confidence: 'low' });
});

test('[EV-9] a person’s word stands, and the rule’s is still said', () => {
  const override = { confidence: 'low' as const, by: 'A. Judge', reason: 'one team', on: null };
  expect(gradedOf([strong, strong], override)).toMatchObject({
    ...{ confidence: 'low', ruled: 'moderate', overridden: true },
  });
});

test('strong studies for and against are a disagreement, whatever the share', () => {
  expect(gradedOf([strong, strong, strong, against]).disagreement).toBe(true);
  expect(gradedOf([strong, { sms: 1, stance: 'contradicts' }]).disagreement).toBe(false);
});

test.each<[string, readonly Given[], string]>([
  ['nothing', [], 'unknown'],
  ['two strong for it', [strong, strong], 'effective'],
  ['one strong for it', [strong], 'promising'],
  ['as many for as against', [strong, against], 'mixed'],
  ['most against', [against, against, against, strong], 'no-effect'],
  ['most of them qualify it', [{ stance: 'qualifies' }, { stance: 'qualifies' }], 'mixed'],
])('a verdict is proposed apart from confidence: %s', (_, studies, verdict) => {
  expect(gradedOf(studies).proposedVerdict).toBe(verdict);
});

test('a study that is not in the register counts for nothing and is named', () => {
  const found = graded(
    { links: [{ study: 'gone', stance: 'supports', note: '' }], override: null },
    new Map(),
  );
  expect(found).toMatchObject({ n: 0, confidence: 'untested', unknown: ['gone'] });
});

test('[EV-9] one more strong study of the majority’s mind never lowers confidence', () => {
  const order = Confidence.options;
  const given = fc.record({
    sms: fc.option(fc.integer({ min: 0, max: 5 })),
    stance: fc.constantFrom<Stance>('supports', 'contradicts'),
  });
  fc.assert(
    fc.property(fc.array(given, { maxLength: 8 }), (studies) => {
      const before = gradedOf(studies);
      const { supports, contradicts } = before.stances;
      const stance: Stance = supports >= contradicts ? 'supports' : 'contradicts';
      const after = gradedOf([...studies, { sms: usualRule.strongFrom, stance }]);
      expect(order.indexOf(after.ruled)).toBeGreaterThanOrEqual(order.indexOf(before.ruled));
    }),
  );
});

test('a claim needs an id and a statement only', () => {
  expect(Claim.parse({ id: 'c1', statement: 'Training raises referrals.' })).toMatchObject({
    ...{ status: 'draft', version: 1, links: [], override: null },
  });
});
