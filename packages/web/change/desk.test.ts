import { expect, test } from 'vitest';
import { blankLink, blankNode, Theory, type Edit } from '@freehold/core/change';
import { Refusal } from '../api.ts';
import { TheoryDesk, type Saved } from './desk.ts';
import { foldedAway } from './fold.ts';
import { nearest } from '../figure/canvas.ts';

const theory = Theory.parse({
  title: 'T',
  nodes: [
    blankNode('a', 'activity', 'A'),
    blankNode('b', 'outcome', 'B'),
    blankNode('c', 'impact', 'C'),
    blankNode('d', 'activity', 'D'),
  ],
  links: [blankLink('l1', 'a', 'b'), blankLink('l2', 'b', 'c'), blankLink('l3', 'd', 'c')],
});
const rename = (id: string, title: string): Edit => ({
  kind: 'change-node',
  id,
  change: { title },
});

/** A server with one theory, as others and this desk save it. */
function server() {
  let kept: Saved = { theory, revision: 1, changedBy: 'Ann' };
  return {
    kept: () => kept,
    others: (next: Theory) => {
      kept = { theory: next, revision: kept.revision + 1, changedBy: 'Bo' };
    },
    desk: () =>
      new TheoryDesk(
        kept,
        {
          save: async (revision, next) => {
            if (revision !== kept.revision)
              throw new Refusal(409, [{ code: 'changed-by-another' }]);
            kept = { theory: next, revision: revision + 1, changedBy: 'Ann' };
            return { revision: kept.revision };
          },
          read: async () => kept,
        },
        60_000,
      ),
  };
}

const titles = ({ nodes }: Theory) => nodes.map(({ title }) => title).join('');
const renamed = (id: string, title: string): Theory => ({
  ...theory,
  nodes: theory.nodes.map((node) => (node.id === id ? { ...node, title } : node)),
});

test('what is drawn is saved; typing into one field is taken back as one step', async () => {
  const on = server();
  const desk = on.desk();
  for (const words of ['X', 'XY', 'XYZ']) desk.edit(rename('a', words), 'a title');
  await desk.save();
  expect([titles(on.kept().theory), on.kept().revision, desk.waits()]).toEqual([
    'XYZBCD',
    2,
    false,
  ]);
  desk.undo();
  expect(titles(desk.state().history.now)).toBe('ABCD');
  desk.redo();
  expect(titles(desk.state().history.now)).toBe('XYZBCD');
});

test('what others saved meanwhile is brought in where nothing clashes', async () => {
  const on = server();
  const desk = on.desk();
  desk.edit(rename('a', 'Mine'));
  on.others(renamed('b', 'Theirs'));
  await desk.save();
  expect(desk.state()).toMatchObject({ conflict: null, broughtIn: 'Bo' });
  await desk.save();
  expect(titles(on.kept().theory)).toBe('MineTheirsCD');
});

test('a clash waits until somebody has chosen, and nothing is saved till then', async () => {
  const on = server();
  const desk = on.desk();
  desk.edit(rename('a', 'Mine'));
  on.others(renamed('a', 'Theirs'));
  await desk.save();
  expect(desk.state().conflict?.clashes).toMatchObject([
    { key: 'a.title', mine: 'Mine', theirs: 'Theirs' },
  ]);
  await desk.save();
  expect(titles(on.kept().theory)).toBe('TheirsBCD');
  desk.settle(new Map([['a.title', 'mine']]));
  await desk.save();
  expect([titles(on.kept().theory), desk.waits()]).toEqual(['MineBCD', false]);
});

test('a step that does not fit is refused with its problem, and the next one clears it', () => {
  const desk = server().desk();
  expect(desk.edit({ kind: 'add-link', link: blankLink('l9', 'a', 'b') })).toBe(false);
  expect(desk.state().problems).toMatchObject([{ code: 'link-twice' }]);
  desk.edit(rename('a', 'X'));
  expect(desk.state().problems).toEqual([]);
});

test('folding hides what leads to the rest only through what is folded', () => {
  expect([...foldedAway(theory, new Set(['b']))]).toEqual(['a']);
  expect([...foldedAway(theory, new Set(['c']))].toSorted()).toEqual(['a', 'b', 'd']);
  const both = { ...theory, links: [...theory.links, blankLink('l4', 'a', 'c')] };
  expect([...foldedAway(both, new Set(['b']))]).toEqual([]);
});

test('arrow keys walk to the nearest box on that side', () => {
  const spots = new Map([
    ['here', { x: 0, y: 0 }],
    ['right', { x: 200, y: 0 }],
    ['far', { x: 100, y: 400 }],
    ['down', { x: 20, y: 160 }],
  ]);
  expect(nearest(spots, 'here', 'right')).toBe('right');
  expect(nearest(spots, 'here', 'down')).toBe('down');
  expect(nearest(spots, 'here', 'up')).toBe(null);
  expect(nearest(spots, 'gone', 'up')).toBe(null);
});
