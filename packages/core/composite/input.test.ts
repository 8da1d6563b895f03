import { expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { readData, readMeta } from './input.ts';

const header = 'iCode,Level,Parent,Type,Direction,Weight\n';
const sound = `${header}a,1,p,Indicator,1,1\np,2,,Aggregate,1,1\n`;

test('[CO-1] sound metadata are read; a missing direction and weight are 1', () => {
  expect(
    readMeta(records('iCode,Level,Parent,Type\na,1,p,Indicator\np,2,NA,Aggregate\n')),
  ).toMatchObject({
    ok: true,
    value: {
      levels: 2,
      indicators: [{ code: 'a', direction: 1, weight: 1 }],
      aggregates: [{ code: 'p', parent: null }],
    },
  });
});

test.each([
  ['an orphan', `${sound}b,1,,Indicator,1,1\n`, 'node-without-parent', 4, 'Parent'],
  ['an unknown parent', `${sound}b,1,zz,Indicator,1,1\n`, 'unknown-parent', 4, 'Parent'],
  ['a code used twice', `${sound}a,1,p,Indicator,1,1\n`, 'repeated-code', 4, 'iCode'],
  [
    'a level left out',
    `${sound}b,1,q,Indicator,1,1\nq,3,,Aggregate,1,1\n`,
    'wrong-level',
    4,
    'Level',
  ],
  [
    'a loop',
    `${header}a,1,p,Indicator,1,1\np,2,q,Aggregate,1,1\nq,3,p,Aggregate,1,1\n`,
    'own-ancestor',
    3,
    'Parent',
  ],
  ['a node of nothing', `${sound}r,2,,Aggregate,1,1\n`, 'node-without-children', 4, 'iCode'],
  ['an indicator on level 2', `${sound}b,2,p,Indicator,1,1\n`, 'type-and-level-differ', 4, 'Level'],
  ['a type that is none', `${sound}b,1,p,Thing,1,1\n`, 'not-one-of', 4, 'Type'],
  ['a direction of 2', `${sound}b,1,p,Indicator,2,1\n`, 'cell-not-valid', 4, 'Direction'],
  ['a weight below 0', `${sound}b,1,p,Indicator,1,-1\n`, 'cell-not-valid', 4, 'Weight'],
  ['a weight in words', `${sound}b,1,p,Indicator,1,much\n`, 'not-a-number', 4, 'Weight'],
])('[CO-1] %s is said with its row and column', (_, text, code, row, column) => {
  const read = readMeta(records(text));
  expect(read).toMatchObject({ ok: false });
  expect(read.ok ? [] : read.problems).toContainEqual(
    expect.objectContaining({ code, where: { row, column } }),
  );
});

test('metadata without any row, or without a column that is needed, are refused', () => {
  expect(readMeta(records(''))).toMatchObject({ ok: false });
  expect(readMeta(records(header))).toMatchObject({ problems: [{ code: 'no-indicators' }] });
  expect(readMeta(records('iCode,Level\na,1\n'))).toMatchObject({
    problems: [
      { code: 'column-missing', where: { column: 'Parent' } },
      { code: 'column-missing', where: { column: 'Type' } },
    ],
  });
});

test('data: numbers where numbers belong, NA is missing, groups are text', () => {
  const read = readData(records('uCode,kind,a\nx,big,1.5\ny,NA,NA\n'), new Set(['a']));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.columns.get('a')).toEqual([1.5, null]);
  expect(read.value.groups.get('kind')).toEqual(['big', null]);
});

test('a unit twice, a unit without a code and text for a number are all said at once', () => {
  const read = readData(records('uCode,a\nx,1\nx,2\n,3\ny,much\n'), new Set(['a']));
  expect(read).toMatchObject({
    ok: false,
    problems: [
      { code: 'repeated-code', where: { row: 3 } },
      { code: 'unit-missing', where: { row: 4 } },
      { code: 'not-a-number', where: { row: 5, column: 'a' } },
    ],
  });
  expect(readData(records('uCode,a\n'), new Set(['a']))).toMatchObject({
    problems: [{ code: 'no-rows' }],
  });
});
