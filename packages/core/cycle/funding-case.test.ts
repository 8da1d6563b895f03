import { describe, expect, test } from 'vitest';
import { fundingCase, totalSaid, totalsOf } from './funding-case.ts';
import { action, gap, setting, textOf } from './report-testing.ts';

describe('[RP-2] a cost that is missing', () => {
  test('is not yet costed, never nought', () => {
    expect(totalSaid([action('a')])).toBe('not yet costed');
    expect(totalSaid([action('a', { cost: 0 })])).toBe('£0');
    expect(totalSaid([])).toBe('–');
  });

  test('is left out of a sum that says so', () => {
    // By hand: 12,000 + 500.50 = 12,500.50, and one of three has no cost.
    const three = [action('a', { cost: 12_000 }), action('b', { cost: 500.5 }), action('c')];
    expect(totalsOf(three)).toEqual({ totals: [{ currency: 'GBP', sum: 12_500.5 }], uncosted: 1 });
    expect(totalSaid(three)).toBe('£12,500.50, and 1 not yet costed');
  });

  test('and currencies are not added to each other', () => {
    const two = [action('a', { cost: 100 }), action('b', { cost: 200, currency: 'EUR' })];
    expect(totalSaid(two)).toBe('£100 and EUR 200');
  });
});

describe('the funding case', () => {
  const gaps = [gap('one'), gap('two'), gap('bare')];
  const actions = [
    action('a', { gaps: ['one'], cost: 3000, resources: 'A worker', resourceSource: 'the PCC' }),
    action('b', { gaps: ['two', 'one'], cost: 1000 }),
    action('c', { gaps: ['two'] }),
    action('done', { gaps: ['one'], cost: 9999, status: 'done', endedOn: '2026-02-02' }),
    action('loose', { cost: 50 }),
  ];
  const document = fundingCase({ ...setting, gaps, actions });

  test('[RP-1] counts an action of several gaps once, with the first of them', () => {
    const [, total] = document.sections;
    expect(total?.blocks[0]).toMatchObject({
      rows: [
        ['T1.1 Gap one', 'high', '2', '£4,000'],
        ['T1.1 Gap two', 'high', '1', 'not yet costed'],
        ['T1.1 Gap bare', 'high', '0', '–'],
        ['Actions without a kept gap', '–', '1', '£50'],
        ['Altogether', '', '4', '£4,050, and 1 not yet costed'],
      ],
    });
    expect(textOf(document)).toContain('counted with “Gap one”');
  });

  test('what has ended is not asked for, and a gap without an action says so', () => {
    expect(textOf(document)).not.toContain('9,999');
    expect(textOf(document)).toContain('No action is planned for this gap yet');
    expect(textOf(document)).toContain('A worker; from the PCC');
  });

  test('its sheet has a row an action and gap, with an empty cost where there is none', () => {
    const cost = document.sheet.columns.indexOf('cost');
    expect(document.sheet.rows.map((row) => [row[1], row[3], row[cost]])).toEqual([
      ['Gap one', 'Action a', 3000],
      ['Gap one', 'Action b', 1000],
      ['Gap two', 'Action b', 1000],
      ['Gap two', 'Action c', null],
      ['Gap bare', null, null],
      [null, 'Action loose', 50],
    ]);
    for (const row of document.sheet.rows) expect(row).toHaveLength(document.sheet.columns.length);
  });
});
