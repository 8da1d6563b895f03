import fc from 'fast-check';
import { expect, test } from 'vitest';
import listed from './common-passwords.json' with { type: 'json' };
import { passwordProblems } from './password.ts';

const codes = (password: string, own: string[] = []) =>
  passwordProblems(password, own).map((each) => each.code);

test.each([
  'ladder-violet-sandwich',
  'seven brown teapots',
  'Hjkl83!mvnQzwp',
  'ναυτία και θάλασσα',
])('%s may be used', (password) => {
  expect(codes(password)).toEqual([]);
});

test.each([
  ['short', 'password-too-short'],
  ['aaaaaaaaaaaaaa', 'password-pattern'],
  ['abcabcabcabcabc', 'password-pattern'],
  ['abcdefghijklmnop', 'password-pattern'],
  ['qwertyuiopasdfgh', 'password-pattern'],
  ['98765432109876', 'password-pattern'],
  ['Password123456', 'password-common'],
  ['P@ssw0rd!!!!2026', 'password-common'],
  ['passwordpassword', 'password-common'],
  ['modernslavery1', 'password-common'],
])('%s is refused: %s', (password, code) => {
  expect(codes(password)).toContain(code);
});

test('the commonest passwords, more than three thousand, are refused with digits around them and when doubled', () => {
  const words = listed.words.split(' ');
  expect(words.length).toBeGreaterThanOrEqual(3000);
  for (const word of words) {
    expect([word, codes(`${word}20262026`).includes('password-common')]).toEqual([word, true]);
    expect([word, codes(`${word}${word}`).includes('password-common')]).toEqual([word, true]);
  }
});

test('a name or an e-mail with little around it is refused', () => {
  expect(codes('marguerite1984', ['Marguerite Jones'])).toContain('password-own-name');
  expect(codes('harbourside-co', ['co@harbourside.example'])).toContain('password-own-name');
});

test('any text gets an answer, however long or odd', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (password) => {
      expect(Array.isArray(passwordProblems(password, [password]))).toBe(true);
    }),
  );
});
