import { describe, expect, test } from 'vitest';
import { figuresTable, intervalOf, valueOf, type Figure } from './figures.ts';
import { paragraphs } from './paragraphs.ts';
import { number, percent, percentPoints } from './words.ts';

const figure: Figure = {
  ...{ what: 'Rate', value: 12.34, decimals: 1, unit: 'per 10,000', low: 10.1, high: 14.25 },
  ...{ n: 1234, date: '2025', source: 'Census', suppressed: false, because: '' },
};

describe('[DO-2] a number', () => {
  test('is rounded half away from nought, and has no sign where it comes to nought', () => {
    // 29 ÷ 20 = 1.45, 23 ÷ 40 = 57.5 %, 57 ÷ 200 = 28.5 %.
    expect([number(29 / 20, 1), percent(23 / 40), percent(57 / 200)]).toEqual([
      '1.5',
      '58%',
      '29%',
    ]);
    expect([percentPoints(-0.285), percentPoints(0.21)]).toEqual(['29', '21']);
    expect([number(-0.04, 1), number(-0), percent(-0.004), number(-1.5, 1)]).toEqual([
      ...['0.0', '0', '0%', '-1.5'],
    ]);
  });

  test('stands with interval, n, date and source', () => {
    expect(figuresTable('Rates', [figure]).rows).toEqual([
      ['Rate', '12.3 per 10,000', '10.1 to 14.3', '1,234', '2025', 'Census'],
    ]);
  });

  test('that is too small to show takes its interval and n with it', () => {
    const small = { ...figure, suppressed: true };
    expect(figuresTable('Rates', [small]).rows[0]).toEqual([
      'Rate',
      '[c]',
      '–',
      '–',
      '2025',
      'Census',
    ]);
  });

  test('that is missing is a dash with its reason, never nought', () => {
    expect(valueOf({ ...figure, value: null, because: 'not asked' })).toBe('– (not asked)');
    expect(valueOf({ ...figure, value: 0, unit: '' })).toBe('0.0');
    expect(intervalOf({ ...figure, value: null })).toBe('–');
  });
});

test('[DO-4] an empty line ends a paragraph, dashes make a list, and nothing else means anything', () => {
  expect(paragraphs('One\nline.\n\n- a\n- <b>b</b>\n\nIntro:\n- c\n\n  \n')).toEqual([
    { kind: 'text', text: 'One line.' },
    { kind: 'list', items: [{ text: 'a' }, { text: '<b>b</b>' }] },
    { kind: 'text', text: 'Intro:' },
    { kind: 'list', items: [{ text: 'c' }] },
  ]);
  expect(paragraphs(' \n ')).toEqual([]);
});
