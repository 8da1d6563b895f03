import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffOf } from './diff.ts';
import { edited, type Edit } from './edit.ts';
import { begun, done, redone, undone } from './history.ts';
import { mergedTheory, type Side } from './merge.ts';
import { blankLink, blankNode, ordered, type Theory } from './model.ts';
import { sound, theories } from './testing.ts';

const after = (theory: Theory, ...edits: readonly Edit[]): Theory => {
  const next = edited(theory, { kind: 'several', edits });
  if (!next.ok) throw new Error(JSON.stringify(next.problems));
  return next.value;
};
const joined = (mine: Theory, theirs: Theory, chosen: Readonly<Record<string, Side>> = {}) => {
  const merge = mergedTheory(sound, mine, theirs, new Map(Object.entries(chosen)));
  if (!merge.theory.ok) throw new Error(JSON.stringify(merge.theory.problems));
  return { theory: merge.theory.value, clashes: merge.clashes };
};
const rename = (title: string): Edit => ({ kind: 'change-node', id: 'know', change: { title } });

describe('two people at once', () => {
  test('[TC-16] what only one of them touched is taken from them', () => {
    const mine = after(sound, rename('They know'));
    const theirs = after(
      sound,
      { kind: 'change-node', id: 'know', change: { actor: 'The union' } },
      { kind: 'add-node', node: blankNode('new', 'input', 'Money') },
    );
    const { theory, clashes } = joined(mine, theirs);
    expect(clashes).toEqual([]);
    expect(theory.nodes).toContainEqual(
      expect.objectContaining({ id: 'know', title: 'They know', actor: 'The union' }),
    );
    expect(theory.nodes.map(({ id }) => id)).toContain('new');
  });
  test('[TC-16] one field, two values: both are shown, and a person chooses', () => {
    const [mine, theirs] = [
      after(sound, rename('They know')),
      after(sound, rename('They understand')),
    ];
    expect(joined(mine, theirs).clashes).toEqual([
      {
        key: 'know.title',
        kind: 'node',
        id: 'know',
        field: 'title',
        mine: 'They know',
        theirs: 'They understand',
      },
    ]);
    const chosen = joined(mine, theirs, { 'know.title': 'theirs' }).theory;
    expect(chosen.nodes.find(({ id }) => id === 'know')?.title).toBe('They understand');
  });
  test('[TC-16] what one took away while the other worked on it stays until a person says otherwise', () => {
    const mine = after(sound, { kind: 'remove', ids: ['know'] });
    const theirs = after(
      sound,
      { kind: 'add-node', node: blankNode('union', 'activity', 'Organising') },
      { kind: 'add-link', link: blankLink('l9', 'union', 'know') },
    );
    const { theory, clashes } = joined(mine, theirs);
    expect(clashes).toMatchObject([{ key: 'know.', mine: null, theirs: { id: 'know' } }]);
    expect(theory.links.map(({ id }) => id)).toContain('l9');
    const gone = joined(mine, theirs, { 'know.': 'mine' }).theory;
    expect(gone.nodes.map(({ id }) => id).toSorted()).toEqual(['advice', 'free', 'union']);
    expect(gone.links).toEqual([]);
  });
  test('[TC-16] two new links between the same nodes are one', () => {
    const link = (id: string, rationale: string): Edit => ({
      kind: 'add-link',
      link: { ...blankLink(id, 'advice', 'free'), rationale },
    });
    const { theory, clashes } = joined(after(sound, link('m', 'A')), after(sound, link('t', 'B')));
    expect(theory.links).toHaveLength(3);
    expect(clashes).toMatchObject([{ key: 't.rationale', mine: 'A', theirs: 'B' }]);
  });
  test('[TC-16] with one side unchanged the other is the result, whatever it is', () => {
    fc.assert(
      fc.property(theories, theories, (base, other) => {
        for (const merge of [mergedTheory(base, other, base), mergedTheory(base, base, other)]) {
          expect(merge.clashes).toEqual([]);
          expect(merge.theory.ok && ordered(merge.theory.value)).toEqual(ordered(other));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('steps', () => {
  test('[TC-13] removing a node removes its links; a wrong step changes nothing', () => {
    expect(after(sound, { kind: 'remove', ids: ['know'] })).toMatchObject({ links: [] });
    const wrong = edited(sound, {
      kind: 'several',
      edits: [rename('X'), { kind: 'change-link', id: 'none', change: { loop: true } }],
    });
    expect(wrong).toMatchObject({ ok: false, problems: [{ code: 'link-gone' }] });
  });
  test('[TC-14] every step can be taken back and taken again; a new one forgets', () => {
    const one = done(begun(sound), rename('One'));
    if (!one.ok) throw new Error('refused');
    const two = done(one.value, rename('Two'));
    if (!two.ok) throw new Error('refused');
    expect(undone(undone(two.value)).now).toEqual(sound);
    expect(redone(undone(two.value))).toEqual(two.value);
    expect(done(undone(two.value), rename('Three'))).toMatchObject({ value: { future: [] } });
    expect(done(two.value, rename('Two'))).toEqual({ ok: true, value: two.value });
    expect(undone(begun(sound))).toEqual(begun(sound));
  });
  test('[TC-14] any way there and back is where one began', () => {
    fc.assert(
      fc.property(theories, theories, (first, second) => {
        const there = done(begun(first), { kind: 'replace', theory: second });
        expect(there.ok && undone(there.value).now).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });
});

test('[TC-15] a difference names what was added, removed and changed, with fields; moving is none', () => {
  const next = after(
    sound,
    rename('They know'),
    { kind: 'move', moves: { advice: { x: 10.4, y: 3 } } },
    { kind: 'add-node', node: blankNode('new', 'input', 'Money') },
    { kind: 'remove', ids: ['l2'] },
    { kind: 'change-theory', change: { title: 'T' } },
  );
  expect(next.nodes[0]?.at).toEqual({ x: 10, y: 3 });
  expect(diffOf(sound, next)).toEqual({
    fields: ['title'],
    items: [
      { kind: 'node', id: 'know', change: 'changed', fields: ['title'] },
      { kind: 'node', id: 'new', change: 'added', fields: [] },
      { kind: 'link', id: 'l2', change: 'removed', fields: [] },
    ],
  });
});
