import { expect, test } from 'vitest';
import { Framework } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { countIndicators, countTopics, fitting, sizeOf } from './document.ts';
import { reckoning, statementUnder } from './words.ts';

const framework = Framework.parse(defaultFramework);
const { levels } = framework;
const all = { profile: null, text: '' };

function codes(wanted: Parameters<typeof fitting>[1]): readonly string[] {
  return fitting(levels, wanted).flatMap((level) =>
    level.topics.flatMap(({ indicators }) => indicators.map(({ code }) => code)),
  );
}

function profile(code: string) {
  const found = framework.profiles.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`no profile ${code}`);
  return found;
}

test('nothing looked for shows everything, as it is', () => {
  expect(fitting(levels, all)).toBe(levels);
  expect([countIndicators(levels), countTopics(levels)]).toEqual([119, 28]);
});

test('text is found in title, question, help and code, whatever its capitals; every word must be there', () => {
  expect(codes({ ...all, text: 'LOAN shark' })).toContain('1.1.3');
  expect(codes({ ...all, text: 'illegal lenders' })).toEqual(['1.1.3']);
  expect(codes({ ...all, text: '4.3.4' })).toEqual(['4.3.4']);
  expect(codes({ ...all, text: 'loan xylophone' })).toEqual([]);
  expect(codes({ ...all, text: '  ' })).toHaveLength(119);
});

test('a profile shows what it asks, and what is looked for stays within it and its statements', () => {
  expect(codes({ ...all, profile: profile('starter') })).toHaveLength(30);
  expect(codes({ ...all, profile: profile('full') })).toHaveLength(119);
  expect(codes({ profile: profile('community'), text: 'have someone they can turn to' })).toEqual([
    '2.2.1',
  ]);
  expect(codes({ profile: profile('starter'), text: '1.1.4' })).toEqual([]);
  expect(framework.profiles.map((each) => sizeOf(framework, each))).toEqual([30, 119, 26, 20]);
});

test('levels and topics without anything to show leave', () => {
  const found = fitting(levels, { ...all, text: '1.1.3' });
  expect(found.map(({ code, topics }) => [code, topics.map((topic) => topic.code)])).toEqual([
    ['L1', ['T1.1']],
  ]);
});

test('[FW-9] no word about where a framework comes from is lost under its title', () => {
  expect(statementUnder(framework.title, framework.statement)).toBe(
    '(inspired by Gardner, Northall & Brewster 2020; topics assembled from open sources; not the published table)',
  );
  expect(statementUnder('Ours', 'Made by us.')).toBe('Made by us.');
  expect(statementUnder('Ours', 'Ours')).toBe('Ours');
});

test('how a value is worked out is said with its factor', () => {
  const about = { numerator: 'households owed a duty', denominator: 'households' };
  expect(reckoning({ ...about, factor: 1000 })).toBe(
    'households owed a duty ÷ households, × 1,000',
  );
  expect(reckoning({ ...about, factor: 1 })).toBe('households owed a duty ÷ households');
  expect(reckoning({ numerator: '', denominator: '', factor: 1 })).toBe('');
});
