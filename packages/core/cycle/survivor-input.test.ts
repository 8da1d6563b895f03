import { describe, expect, test } from 'vitest';
import { identifying, identifyingProblems } from './identifying.ts';
import { heardByStage } from './survivor-input.ts';

describe('[SV-2] what could lead to one person is found', () => {
  test.each([
    ['e-mail', 'Write to a.person+help@mail.example.org about it'],
    ['phone', 'She is on 07700 900123 most days'],
    ['phone', 'Ring (020) 7946 0958'],
    ['phone', 'or +44 20 7946 0958'],
    ['full-date', 'born 12/03/1991'],
    ['full-date', 'born on 3rd of March 1991'],
    ['full-date', 'on March 3, 1991'],
    ['full-date', '1991-03-12'],
    ['national-insurance-number', 'QQ 12 34 56 C is not issued, AB 12 34 56 C could be'],
    ['postcode', 'near SW1A 2AA'],
  ])('%s in “%s”', (kind, text) => {
    expect(identifying(text).map((each) => each.kind)).toContain(kind);
  });

  test.each([
    'Several people asked for one named worker in the first 90 days.',
    'Waits grew from 5 weeks in 2024 to 12 in 2025; the 2024-25 budget was £1,250,000.',
    'In March 2025 the group met; 10 to 19 people came on each of 3 evenings.',
    'T2 1st stage, clause 1.1.3, 24/7 cover, 9 am to 5 pm',
  ])('and plain words pass: “%s”', (text) => {
    expect(identifying(text)).toEqual([]);
  });

  test('each detail is a problem that says where it is', () => {
    expect(identifyingProblems({ theme: 'Housing', summary: 'a@b.org or 07700 900123' })).toEqual([
      {
        ...{ code: 'identifying-detail', where: { path: 'summary' } },
        details: { kind: 'e-mail', found: 'a@b.org' },
      },
      {
        ...{ code: 'identifying-detail', where: { path: 'summary' } },
        details: { kind: 'phone', found: '07700 900123' },
      },
    ]);
  });
});

test('[SV-4] all four stages are there, and one in which nobody was heard is empty', () => {
  const inputs = [
    { stage: 'challenge' as const, changed: '' },
    { stage: 'challenge' as const, changed: 'The form is shorter.' },
    { stage: null, changed: '' },
  ];
  expect(
    heardByStage(inputs).map((each) => [each.stage, each.inputs.length, each.unanswered]),
  ).toEqual([
    ['diagnose', 0, 0],
    ['challenge', 2, 1],
    ['change', 0, 0],
    ['normalise', 0, 0],
  ]);
});
