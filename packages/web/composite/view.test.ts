import { describe, expect, test } from 'vitest';
import {
  computed,
  IndexDefinition,
  modelOf,
  monteCarlo,
  openedIndex,
} from '@freehold/core/composite';
import { stepped, type Draft } from './draft.ts';
import { findingOf, rankWords, rowsOf, unitsWord, type UnitRow } from './view.ts';

const definition = IndexDefinition.parse({
  title: 'Three places',
  data: 'uCode,uName,a,b,c\nz,Zed,90,80,5\ny,Yarrow,80,90,5\nx,Ash,1,1,\n',
  meta: [
    'Level,iCode,iName,Direction,Weight,Parent,Type',
    '1,a,A,1,1,all,Indicator',
    '1,b,B,1,1,all,Indicator',
    '1,c,C,1,1,all,Indicator',
    '2,all,All,1,1,,Aggregate',
  ].join('\n'),
  method: {},
  uncertainty: { sources: [{ kind: 'weights', by: 1 }] },
});

function worked() {
  const opened = openedIndex(definition);
  if (!opened.ok || definition.uncertainty === null) throw new Error('it holds together');
  const { table, structure } = opened.value;
  const result = computed(table, structure, definition.method);
  const model = modelOf(table, structure, definition.method, definition.uncertainty);
  if (!result.ok || !model.ok) throw new Error('it has a result');
  return {
    worked: { table, structure, result: result.value },
    draws: monteCarlo(model.value, 400, 1),
  };
}

describe('rows', () => {
  test('stand by name, with coverage, intervals and who cannot be told apart', () => {
    const { worked: index, draws } = worked();
    const rows = rowsOf(index, draws);
    expect(rows.map(({ name, coverage }) => [name, coverage])).toEqual([
      ['Ash', 2 / 3],
      ['Yarrow', 1],
      ['Zed', 1],
    ]);
    // With weights that may be anything, each of the two is ahead in about half of the draws; Ash never is.
    expect(rows.map(({ group, rankLow, rankHigh }) => [group, rankLow, rankHigh])).toEqual([
      [2, 3, 3],
      [1, 1, 2],
      [1, 1, 2],
    ]);
    expect(findingOf(rows, unitsWord(true))).toBe(
      'Yarrow and 1 other cannot be told apart at the top',
    );
  });

  test('say without draws that nothing is known about who is ahead', () => {
    const rows = rowsOf(worked().worked, null);
    expect(rows.every(({ group, rankLow }) => group === null && rankLow === null)).toBe(true);
    expect(findingOf(rows, unitsWord(false))).toBe('3 units, and not yet how sure they stand');
  });
});

test('a finding names no rank', () => {
  const row = (name: string, group: number | null) => ({ name, group }) as UnitRow;
  expect(findingOf([row('A', 1), row('B', 2)], unitsWord(true))).toBe(
    'A is higher than each other place in at least 95 of 100 draws',
  );
  expect(findingOf([row('A', 1), row('B', 1)], unitsWord(true))).toBe(
    'None of 2 places can be told apart from the one that is highest',
  );
  expect(findingOf([row('A', 1), row('B', null)], unitsWord(true))).toBe(
    'A stands alone: an index compares at least two places',
  );
});

test('a rank is an interval, rounded outward', () => {
  expect(rankWords({ rankLow: 1.5, rankHigh: 4.2 })).toBe('1 to 5');
  expect(rankWords({ rankLow: 3, rankHigh: 3 })).toBe('3 in nearly all draws');
  expect(rankWords({ rankLow: null, rankHigh: null })).toBe('–');
});

test('a change can be undone and done again, until something else is changed', () => {
  const start: Draft = { now: definition, past: [], future: [] };
  const titles = (draft: Draft) => [draft.now.title, draft.past.length, draft.future.length];
  const once = stepped(start, { change: { title: 'One' } });
  const twice = stepped(once, { change: { title: 'Two' } });
  const back = stepped(twice, 'undo');
  expect(titles(back)).toEqual(['One', 1, 1]);
  expect(titles(stepped(back, 'redo'))).toEqual(['Two', 2, 0]);
  expect(titles(stepped(back, { change: { title: 'Three' } }))).toEqual(['Three', 2, 0]);
  expect(titles(stepped(start, 'undo'))).toEqual(['Three places', 0, 0]);
  expect(titles(stepped(twice, 'reset'))).toEqual(['Three places', 0, 1]);
});
