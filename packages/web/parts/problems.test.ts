import { expect, test } from 'vitest';
import { whereWords } from './problems.tsx';

test('a problem says where it is: a cell, a field by its words, or a place in a file', () => {
  expect(whereWords({ where: { row: 3, column: 'Rating' } })).toBe('row 3, column Rating: ');
  expect(whereWords({ where: { path: 'dueOn' } })).toBe('due on: ');
  expect(whereWords({ where: { path: 'levels.0.topics' } })).toBe('levels.0.topics: ');
  expect(whereWords({})).toBe('');
});
