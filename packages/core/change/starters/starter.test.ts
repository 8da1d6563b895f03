import { expect, test } from 'vitest';
import { findings } from '../checks.ts';
import { starters } from './starter.ts';

const expected = {
  ...{ pathways: [11, 10], actors: [34, 33], climate: [8, 8], recovery: [9, 8] },
  reporting: [8, 7],
};

test('[TC-23] five theories are shipped, drawn whole', () => {
  expect(
    Object.fromEntries(
      starters.map(({ code, theory }) => [code, [theory.nodes.length, theory.links.length]]),
    ),
  ).toEqual(expected);
});

test.each(starters)(
  '[TC-23] $code names a source or is marked as proposed, node by node',
  ({ theory }) => {
    for (const { source, proposed, type, title } of theory.nodes)
      expect([title, source !== '' || proposed || type === 'assumption']).toEqual([title, true]);
  },
);

test.each(starters)(
  '[TC-23] $code lacks only what people have to bring themselves',
  ({ theory }) => {
    const own = ['outcome-without-indicator', 'untested-assumption', 'weak-path'];
    expect(findings(theory).filter(({ code }) => !own.includes(code))).toEqual([]);
  },
);
