import { expect, test } from 'vitest';
import { assetCover, highGapNoAsset, unusedAssets } from './assets.ts';

const topics = [
  { code: 'T1', title: 'One', score: 1.9 },
  { code: 'T2', title: 'Two', score: 0.5 },
  { code: 'T3', title: 'Three', score: 2 },
  { code: 'T4', title: 'Four', score: null },
  { code: 'T5', title: 'Five', score: 0.1 },
];

test('each topic has a count of its assets, none being 0', () => {
  expect(assetCover(['T1', 'T2'], [{ topics: ['T1'] }, { topics: ['T1', 'T9'] }])).toEqual({
    T1: 2,
    T2: 0,
  });
});

test('[RV-25] low topics without an asset, the lowest first', () => {
  const found = highGapNoAsset(topics, [], [{ topics: ['T5'] }]);
  expect(found).toEqual([
    { topic: 'T2', title: 'Two', score: 0.5 },
    { topic: 'T1', title: 'One', score: 1.9 },
  ]);
});

test('[RV-25] a kept gap of high severity counts where there is no low score', () => {
  const gap = (topic: string, severity: 'high' | 'low', status: 'kept' | 'dismissed') => ({
    topic,
    severity,
    status,
  });
  const gaps = [
    gap('T4', 'high', 'kept'),
    gap('T3', 'low', 'kept'),
    gap('T3', 'high', 'dismissed'),
  ];
  expect(highGapNoAsset(topics, gaps, []).map(({ topic }) => topic)).toEqual([
    'T5',
    'T2',
    'T1',
    'T4',
  ]);
});

test('unused assets are those that nothing draws on', () => {
  expect(
    unusedAssets([
      { used: true, name: 'a' },
      { used: false, name: 'b' },
    ]),
  ).toEqual([{ used: false, name: 'b' }]);
});
