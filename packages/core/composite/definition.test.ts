import { describe, expect, test } from 'vitest';
import { checkedDefinition, indicatorNotes, openedIndex, unitNames } from './definition.ts';

const meta = [
  'Level,iCode,iName,Direction,Weight,Parent,Type,Unit,Source,Period,Notice',
  '1,poor,Poverty,-1,1,all,Indicator,%,Made up,2024,',
  '1,found,People found,1,1,all,Indicator,people,Made up,2024 Q4,"Detection, not prevalence."',
  '2,all,All,1,1,,Aggregate,,,,',
  ',uName,Name,,,,Group,,,,',
].join('\n');
const data = 'uCode,uName,poor,found\na,Alder,10,4\nb,,20,\n';
const whole = { title: 'Two', data, meta, method: {} };

describe('a definition', () => {
  test('is filled up with what is usual, and its tables are read', () => {
    const checked = checkedDefinition(whole);
    expect(checked).toMatchObject({
      ok: true,
      value: { note: '', uncertainty: null, drawing: { draws: 2000, seed: 1 }, placeType: null },
    });
    if (!checked.ok) return;
    const opened = openedIndex(checked.value);
    if (!opened.ok) throw new Error('it was checked');
    expect(opened.value.table.columns.get('poor')).toEqual([10, 20]);
    expect([...unitNames(opened.value.table)]).toEqual([
      ['a', 'Alder'],
      ['b', 'b'],
    ]);
  });

  test('says where each fault is: in the metadata first, then in the data', () => {
    const wrong = (change: object) => {
      const checked = checkedDefinition({ ...whole, ...change });
      return checked.ok ? [] : checked.problems.map(({ code, where }) => [code, where]);
    };
    expect(wrong({ meta: meta.replace('all,Indicator,%', 'none,Indicator,%') })).toEqual([
      ['unknown-parent', { row: 2, column: 'Parent', path: 'meta' }],
    ]);
    expect(wrong({ data: data.replace('20', 'many') })).toEqual([
      ['not-a-number', { row: 3, column: 'poor', path: 'data' }],
    ]);
    expect(wrong({ data: 'uCode,poor\na,1\n' })).toEqual([
      ['column-missing', { column: 'found', path: 'data' }],
    ]);
    expect(wrong({ title: '' })).toEqual([['too-small', { path: 'title' }]]);
  });
});

test('notes of an indicator are carried in the metadata', () => {
  expect(indicatorNotes(meta).get('found')).toEqual({
    ...{ unit: 'people', source: 'Made up', period: '2024 Q4' },
    notice: 'Detection, not prevalence.',
  });
  expect(indicatorNotes(meta).get('all')?.notice).toBe('');
});
