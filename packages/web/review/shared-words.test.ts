import { expect, test } from 'vitest';
import { answeredWords, sharedFinding, sharedTitle } from './shared-words.ts';

const topic = (title: string, score: number | null, low: number | null, high: number | null) => ({
  ...{ title, score, low, high },
});

test('a shared review says which topics are lowest and highest only when their intervals are apart', () => {
  const apart = [topic('Housing', 1, 0.5, 1.5), topic('Police', 3, 2.5, 3.5)];
  expect(sharedFinding(apart)).toBe('Housing is lowest, Police highest, from 1.0 to 3.0');
  const overlapping = [topic('Housing', 1, 0.5, 2.7), topic('Police', 3, 2.5, 3.5)];
  expect(sharedFinding(overlapping)).toMatch(/cannot be told apart/);
  expect(sharedFinding([topic('Housing', 1, null, null), topic('Police', 3, 2.5, 3.5)])).toMatch(
    /cannot be told apart/,
  );
  expect(sharedFinding([topic('Housing', null, null, null)])).toMatch(/no topic has a score/);
});

test('how many share, and how many answered', () => {
  expect(sharedTitle([])).toBe('Nobody shares results with you yet');
  const two = [{ partnership: 'A' }, { partnership: 'A' }];
  expect(sharedTitle(two)).toBe('1 partnership shares 2 reviews');
  expect(answeredWords(null)).toMatch(/held back/);
  expect(answeredWords(13)).toBe('answered by 13 people');
});
