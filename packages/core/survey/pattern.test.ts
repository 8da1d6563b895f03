import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternOf } from './pattern.ts';

const fits = (source: string, text: string): boolean => {
  const pattern = patternOf(source);
  if (!pattern.ok) throw new Error(JSON.stringify(pattern.problems));
  return pattern.value(text);
};

describe('[SV-8] a pattern', () => {
  test.each([
    ['[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}', 'ada@example.org', true],
    ['[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}', 'ada@example', false],
    ['^\\d{3}-\\d{4}$', '123-4567', true],
    ['\\d{3}', '1234', false],
    ['(ab|c)*d?', 'abccab', true],
    ['a{2,}', 'aaaa', true],
    ['a{2,3}', 'aaaa', false],
    ['', '', true],
    ['[^a]', 'b', true],
    ['cost \\$', 'cost $', true],
  ])('%s on %s is %s', (source, text, expected) => {
    expect(fits(source, text)).toBe(expected);
  });

  test.each(['(?=a)b', '(a)\\1', '(', 'a)', '[', '*', 'a{1,1000}', '(a{99}){99}', '\\p{L}'])(
    'with what is not there is refused: %s',
    (source) => {
      expect(patternOf(source)).toMatchObject({ ok: false, problems: [{ code: 'pattern-wrong' }] });
    },
  );

  test('answers as the browser’s own matcher does, over the whole text', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '(ab)', '(a|b)', '\\d', 'x');
    const times = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{0,}');
    const source = fc
      .array(fc.tuple(atom, times), { maxLength: 5 })
      .map((parts) => parts.map((part) => part.join('')).join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'x', '1'), maxLength: 8 });
    fc.assert(
      fc.property(source, text, (pattern, letters) => {
        expect([pattern, letters, fits(pattern, letters)]).toEqual([
          pattern,
          letters,
          new RegExp(`^(?:${pattern})$`).test(letters),
        ]);
      }),
    );
  });

  test('that keeps a browser’s matcher busy for ever takes no time here', () => {
    // (a+)+b on forty a's takes a backtracking matcher 2^40 steps.
    expect(fits('(a+)+b', 'a'.repeat(2000))).toBe(false);
  });
});
