import { describe, expect, test } from 'vitest';
import { holds, type Value } from './evaluate.ts';
import { expressionOf } from './expression.ts';

const answers: Readonly<Record<string, Value>> = {
  age: 30,
  name: 'Ada',
  help: ['beds', 'advice'],
  from: '2026-01-31',
  none: '',
  zero: 0,
};

function met(text: string, self: Value = ''): boolean {
  const read = expressionOf(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return holds(read.value, {
    answer: (code) => answers[code] ?? '',
    self,
    attribute: (name) => (name === 'state' ? 'texas' : ''),
    today: '2026-03-02',
  });
}

const codes = (text: string) => {
  const read = expressionOf(text);
  return read.ok ? [] : read.problems.map(({ code }) => code);
};

describe('[SV-6] a condition', () => {
  test.each([
    ['${age} >= 18', true],
    ["${name} = 'Ada' and ${age} < 18", false],
    ["${name} = 'Ada' or ${age} < 18 and ${zero} = 1", true],
    ["not(${name} = 'Ada')", false],
    ["selected(${help}, 'beds')", true],
    ["selected(${help}, 'bed')", false],
    ['count-selected(${help}) = 2', true],
    ['${age} - 2 * 10 = 10', true],
    ['${age} div 4 = 7.5 and ${age} mod 4 = 2', true],
    ['-${age} + 30 = 0', true],
    ['string-length(${name}) = 3', true],
    ['${from} < today()', true],
    ["${from} > '2026-02-01'", false],
    ["state = 'texas'", true],
    ['(${age} > 40 or true()) and not(false())', true],
    ['“Ada” = ${name}', true],
  ])('%s is %s', (text, expected) => {
    expect(met(text)).toBe(expected);
  });

  test.each([
    ['${none} > 1', false],
    ['${none} < 1', false],
    ['${none} = 0', false],
    ['${none} != 5', true],
    ["${none} = ''", true],
    ['${unknown}', false],
    ['${zero}', false],
    ['${zero} = 0', true],
  ])('no answer meets no limit: %s is %s', (text, expected) => {
    expect(met(text)).toBe(expected);
  });

  test('`.` is the answer itself', () => {
    expect(met('. > 0 and . <= ${age}', 30)).toBe(true);
    expect(met('. > 0 and . <= ${age}', 31)).toBe(false);
    expect(met("not(selected(., 'a') and selected (., 'b'))", ['a', 'b'])).toBe(false);
  });

  test.each(['${age', '1 +', '(1', '${age} = = 1', 'selected(${help}', "'open", '1 2', 'alert`1`'])(
    'that cannot be read is a problem: %s',
    (text) => {
      expect(codes(text)).toEqual(['expression-wrong']);
    },
  );

  test('that is nested too deep is refused, and no stack overflows', () => {
    expect(codes(`${'('.repeat(5000)}1${')'.repeat(5000)}`)).toEqual(['expression-too-deep']);
    expect(codes(`${'-'.repeat(5000)}1`)).toEqual(['expression-too-deep']);
  });
});

describe('[SV-7] a function', () => {
  test.each(['if(${age} > 1, 1, 2)', 'concat(1, 2)', 'constructor(1)', 'toString()', 'once(1)'])(
    'that is not there is refused by name: %s',
    (text) => {
      expect(codes(text)).toEqual(['function-unknown']);
    },
  );

  test('with too few or too many values is refused', () => {
    expect(codes('selected(${help})')).toEqual(['function-parts']);
    expect(codes('today(1)')).toEqual(['function-parts']);
  });
});
