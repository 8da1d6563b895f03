import { expect, test } from 'vitest';
import { confidences, linkFacts, nodeReading, type LinkFacts, type Reading } from './facts.ts';
import { gradeOf, linkLook } from './look.ts';
import { blankLink, TheoryNode } from './model.ts';
import { pathsOf, surestWays } from './paths.ts';
import { sound, soundKnown } from './testing.ts';
import { blankNode } from './model.ts';

const link = blankLink('l', 'a', 'b');

test('[TC-11] a link rests on claims for and against, on somebody’s words, and on live readings', () => {
  const facts = linkFacts(
    {
      ...link,
      claims: [
        { claim: 'c1', stance: 'supports' },
        { claim: 'c2', stance: 'contradicts' },
        { claim: 'gone', stance: 'supports' },
      ],
      quote: 'I left once I knew.',
      targets: ['t1'],
    },
    soundKnown,
  );
  expect(facts).toEqual({
    support: 'moderate',
    against: 'low',
    quoted: true,
    reading: 'on-course',
  });
});

test('[TC-11] a claim that was found to have no effect counts against; one target off course is enough', () => {
  const facts = linkFacts(
    { ...link, claims: [{ claim: 'c3', stance: 'supports' }], targets: ['t1', 't2'] },
    soundKnown,
  );
  expect(facts).toEqual({ support: null, against: 'high', quoted: false, reading: 'off-course' });
});

test('[TC-11] a node reads by the targets of its indicators', () => {
  const node = TheoryNode.parse({
    ...blankNode('n', 'outcome', 'N'),
    indicators: [{ title: 'Calls', target: 't1' }, { title: 'None' }],
  });
  expect(nodeReading(node, soundKnown)).toBe('on-course');
  expect(nodeReading(blankNode('m', 'outcome', 'M'), soundKnown)).toBe('none');
});

test('[TC-12] no two sets of grade, quote and reading look alike', () => {
  const words = [null, ...confidences];
  const readings: readonly Reading[] = ['none', 'on-course', 'off-course'];
  const all: LinkFacts[] = words.flatMap((support) =>
    words.flatMap((against) =>
      [true, false].flatMap((quoted) =>
        readings.map((reading) => ({ support, against, quoted, reading })),
      ),
    ),
  );
  const looks = new Map<string, Set<string>>();
  for (const facts of all) {
    const look = JSON.stringify(linkLook(facts));
    const set = `${gradeOf(facts)} ${facts.quoted} ${facts.reading}`;
    looks.set(look, (looks.get(look) ?? new Set()).add(set));
  }
  expect(looks.size).toBe(4 * 2 * 3);
  expect([...looks.values()].every((sets) => sets.size === 1)).toBe(true);
});

test('[TC-12] the colour changes when the claim is graded up, when somebody speaks, and when the value turns', () => {
  const bare: LinkFacts = { support: 'low', against: null, quoted: false, reading: 'none' };
  expect(linkLook(bare).tone).toBe('thin');
  expect(linkLook({ ...bare, support: 'high' }).tone).toBe('supported');
  expect(linkLook({ ...bare, reading: 'on-course' }).tone).toBe('moving');
  expect(linkLook({ ...bare, reading: 'off-course' }).tone).toBe('off-course');
  expect(linkLook({ ...bare, against: 'moderate' }).tone).toBe('contradicted');
  expect(linkLook({ ...bare, support: null, quoted: true }).tone).toBe('said');
  expect([linkLook(bare).shade, linkLook({ ...bare, quoted: true }).shade]).toEqual([
    'pale',
    'full',
  ]);
});

test('[TC-10] a path is as sure as its weakest link; the least sure comes first', () => {
  const direct = { ...blankLink('l3', 'advice', 'free'), rationale: 'It may.' };
  const theory = { ...sound, links: [...sound.links, direct] };
  const { paths, cut } = pathsOf(theory, soundKnown);
  expect(paths.map(({ sureness, weakest, links }) => [sureness, weakest.id, links.length])).toEqual(
    [
      ['untested', 'l3', 1],
      ['low', 'l2', 2],
    ],
  );
  expect(cut).toBe(false);
  expect(pathsOf(theory, soundKnown, 1).cut).toBe(true);
  expect(surestWays(theory, soundKnown).get('advice')).toMatchObject({
    sureness: 'low',
    weakest: { id: 'l2' },
  });
});
