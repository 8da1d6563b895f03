import { expect, test } from 'vitest';
import { ReviewState } from '../review/index.ts';
import { mayReadResults, Visibility, type Standpoint } from './results.ts';
import { rights } from './right.ts';
import { maySeeSingleRatings, Role } from './role.ts';

const holders = (right: keyof typeof rights) =>
  Role.options.filter((role) => rights[right].may(role));

test('each right has exactly the holders that the table of roles names', () => {
  expect(holders('read')).toEqual(Role.options);
  expect(holders('coordinate')).toEqual(['co-ordinator']);
  expect(holders('see-ratings')).toEqual(['co-ordinator']);
  expect(holders('read-audit')).toEqual(['co-ordinator']);
  for (const right of ['move', 'agree', 'share', 'issue', 'run-cycle', 'run-crisis'] as const)
    expect(holders(right)).toEqual(['co-ordinator', 'chair']);
  for (const right of ['edit', 'release'] as const)
    expect(holders(right)).toEqual(['co-ordinator', 'analyst']);
  expect(holders('record')).toEqual(['co-ordinator', 'analyst', 'chair']);
  expect(holders('hear')).toEqual(['co-ordinator', 'survivor-adviser']);
  expect(holders('keep-evidence')).toEqual(['co-ordinator', 'analyst', 'chair', 'researcher']);
  expect(holders('judge-evidence')).toEqual(
    Role.options.filter((role) => role !== 'policy-reader'),
  );
  for (const right of ['weigh', 'keep-checklist', 'draw'] as const)
    expect(holders(right)).toEqual(['co-ordinator', 'analyst', 'chair', 'survivor-adviser']);
  expect(holders('decide-action')).toEqual(['co-ordinator', 'analyst', 'chair']);
  expect(holders('help-in-crisis')).toEqual(holders('note-progress'));
  expect(holders('comment')).toEqual(holders('note-progress'));
  expect(holders('note-progress')).toEqual(
    Role.options.filter((role) => role !== 'policy-reader' && role !== 'researcher'),
  );
  expect(holders('follow')).toEqual(
    Role.options.filter((role) => role !== 'policy-reader' && role !== 'researcher'),
  );
});

test('single ratings are the co-ordinator’s alone, and nobody’s while the round is open', () => {
  const seen = Role.options.flatMap((role) =>
    ReviewState.options.filter((state) => maySeeSingleRatings(role, state)).map((s) => [role, s]),
  );
  expect(seen).toEqual([
    ['co-ordinator', 'agreeing'],
    ['co-ordinator', 'validated'],
    ['co-ordinator', 'published'],
  ]);
});

test('results are read by whom the partnership has said, and always by its own', () => {
  const standpoints: readonly Standpoint[] = ['own', 'peer', 'elsewhere'];
  const table = Visibility.options.map((each) => standpoints.map((s) => mayReadResults(each, s)));
  expect(table).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});
