import { expect, test } from 'vitest';
import { Profile } from '@freehold/core/directory';
import { mapClassOf, partnershipClasses } from '../figure/geo-map-classes.ts';
import { filterIn, fits, type Filter } from './filter.ts';
import { codeWords, dueWords } from './words.ts';

const quay = {
  name: 'Quay Partnership',
  stale: true,
  sectors: ['police', 'ngo'],
  profile: Profile.parse({
    formerNames: ['Dock Forum'],
    type: 'operational',
    scale: 'local',
    areas: [{ code: 'k', name: 'Kent' }],
    chair: { category: 'police' },
    activities: [
      { category: 'enforcement', level: 'regular' },
      { category: 'monitoring', level: 'none' },
    ],
  }),
};

test.each<[Filter, boolean]>([
  [{}, true],
  [{ query: 'dock' }, true],
  [{ query: 'KENT' }, true],
  [{ query: 'essex' }, false],
  [{ area: 'Kent', chair: 'police', type: 'operational', scale: 'local' }, true],
  [{ chair: 'ngo' }, false],
  [{ coordinator: 'police' }, false],
  [{ activity: 'enforcement' }, true],
  [{ activity: 'monitoring' }, false],
  [{ sector: 'ngo' }, true],
  [{ sector: 'faith' }, false],
  [{ fresh: 'stale' }, true],
  [{ fresh: 'fresh' }, false],
])('%j fits: %s', (filter, expected) => expect(fits(quay, filter)).toBe(expected));

test('an address names a filter, and nothing else', () => {
  expect(filterIn({ area: 'Kent', chair: '', page: 3, mood: 'good' })).toEqual({ area: 'Kent' });
});

test.each([
  [0, 'none'],
  [1, 'one'],
  [2, '2 or 3'],
  [3, '2 or 3'],
  [9, '6 to 9'],
  [40, '10 or more'],
])('%i partnerships stand in the class "%s"', (n, words) =>
  expect(partnershipClasses[mapClassOf(n, partnershipClasses)]?.words).toBe(words),
);

test('codes and dues are said in words', () => {
  expect(codeWords('lead', 'police-ngo')).toBe('Police and NGO');
  expect(codeWords('lead', '')).toBe('–');
  expect(codeWords('lead', 'made-here')).toBe('made-here');
  expect(dueWords({ what: 'review-due', title: 'strategy', on: '2026-05-01' })).toBe(
    'Strategy is to be reviewed on 1 May 2026',
  );
});
