import { describe, expect, test } from 'vitest';
import { findings, longestChain, type CheckCode } from './checks.ts';
import { nothingKnown, type Known } from './facts.ts';
import { blankLink, blankNode, type Theory, type TheoryLink, type TheoryNode } from './model.ts';
import { sound, soundKnown } from './testing.ts';
import { mending, sayFinding } from './words.ts';

const of = (code: CheckCode, theory: Theory, known: Known = soundKnown) =>
  findings(theory, known).filter((each) => each.code === code);
const withNode = (id: string, change: Partial<TheoryNode>): Theory => ({
  ...sound,
  nodes: sound.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
});
const withLink = (id: string, change: Partial<TheoryLink>): Theory => ({
  ...sound,
  links: sound.links.map((link) => (link.id === id ? { ...link, ...change } : link)),
});
const more = (nodes: readonly TheoryNode[], links: readonly TheoryLink[]): Theory => ({
  ...sound,
  nodes: [...sound.nodes, ...nodes],
  links: [...sound.links, ...links],
});

test('a sound theory passes every check', () => {
  expect(findings(sound, soundKnown)).toEqual([]);
});

describe('each rule finds what breaks it, and says where and how to mend it', () => {
  test('[TC-1] no goal', () => {
    const found = of('no-goal', withNode('free', { type: 'outcome' }));
    expect(found).toMatchObject([{ rule: 'TC-1', what: 'Advice before arrival' }]);
    expect(findings({ ...sound, nodes: [], links: [] }).map(({ code }) => code)).toEqual([
      'no-goal',
    ]);
  });
  test('[TC-2] a node that reaches no impact, by loops neither', () => {
    const aside = blankNode('leaflet', 'output', 'A leaflet in six languages');
    const theory = more([aside], [blankLink('l3', 'advice', 'leaflet')]);
    expect(of('reaches-no-impact', theory)).toMatchObject([
      { nodes: ['leaflet'], what: aside.title },
    ]);
    const looped = more(
      [aside],
      [...theory.links.slice(2), { ...blankLink('l4', 'leaflet', 'know'), loop: true }],
    );
    expect(of('reaches-no-impact', looped)).toEqual([]);
  });
  test('[TC-3] a node that is linked to nothing, but for the first', () => {
    const lone = blankNode('lone', 'external', 'The law may change');
    expect(of('stands-alone', more([lone], []))).toMatchObject([{ nodes: ['lone'] }]);
    expect(of('reaches-no-impact', more([lone], []))).toEqual([]);
    expect(of('stands-alone', { ...sound, nodes: [lone], links: [] })).toEqual([]);
  });
  test('[TC-4] a circle, unless a link of it is marked', () => {
    const back = blankLink('l3', 'free', 'advice');
    const [found] = of('unmarked-loop', more([], [back]));
    expect(found?.nodes.toSorted()).toEqual(['advice', 'free', 'know']);
    expect(found?.links.toSorted()).toEqual(['l1', 'l2', 'l3']);
    expect(of('unmarked-loop', more([], [{ ...back, loop: true }]))).toEqual([]);
  });
  test('[TC-5] an outcome without an indicator', () => {
    expect(of('outcome-without-indicator', withNode('know', { indicators: [] }))).toMatchObject([
      { nodes: ['know'] },
    ]);
  });
  test('[TC-6] a link that does not say why, blanks neither', () => {
    expect(of('link-without-rationale', withLink('l2', { rationale: ' \n' }))).toMatchObject([
      { links: ['l2'], what: 'Workers know what they are owed → Nobody is held in forced labour' },
    ]);
  });
  test('[TC-7] an assumption that nobody tested, on a link and as a node', () => {
    const assume = (tested: 'untested' | 'fails') =>
      withLink('l1', { assumptions: [{ text: 'They have a telephone', tested, how: '' }] });
    expect(of('untested-assumption', assume('untested'))).toMatchObject([
      { links: ['l1'], what: 'They have a telephone' },
    ]);
    expect(of('untested-assumption', assume('fails'))).toEqual([]);
    const node = blankNode('trust', 'assumption', 'The adviser is trusted');
    const linked = (tested: 'untested' | 'holds') =>
      more([{ ...node, tested }], [blankLink('l3', 'trust', 'know')]);
    expect(of('untested-assumption', linked('untested'))).toMatchObject([{ nodes: ['trust'] }]);
    expect(of('untested-assumption', linked('holds'))).toEqual([]);
  });
  test.each(['200 officers trained', 'Number of leaflets', 'Four workshops', 'Guidance published'])(
    '[TC-8] “%s” is no outcome',
    (title) => {
      expect(of('output-called-outcome', withNode('know', { title }))).toMatchObject([
        { nodes: ['know'] },
      ]);
      expect(of('output-called-outcome', withNode('know', { title, type: 'output' }))).toEqual([]);
    },
  );
  test('[TC-9] a chain of more links than seven; seven are allowed', () => {
    const chain = (length: number): Theory => ({
      ...sound,
      nodes: Array.from({ length: length + 1 }, (_, at) =>
        blankNode(`n${at}`, at === length ? 'impact' : 'precondition', `Step ${at}`),
      ),
      links: Array.from({ length }, (_, at) => blankLink(`l${at}`, `n${at}`, `n${at + 1}`)),
    });
    expect(of('long-chain', chain(longestChain))).toEqual([]);
    expect(of('long-chain', chain(8))).toMatchObject([{ length: 8, what: 'Step 0 → Step 8' }]);
  });
  test('[TC-10] a beginning from which every way has a link that nothing tested supports', () => {
    expect(of('weak-path', sound, nothingKnown)).toMatchObject([
      { nodes: ['advice'], sureness: 'untested' },
    ]);
    expect(
      of('weak-path', withLink('l2', { claims: [{ claim: 'c3', stance: 'supports' }] })),
    ).toMatchObject([{ nodes: ['advice'], links: ['l2'], sureness: 'against' }]);
    const second = { ...blankLink('l3', 'advice', 'free'), claims: sound.links[0]?.claims ?? [] };
    expect(of('weak-path', { ...more([], [second]) }, soundKnown)).toEqual([]);
  });
});

test('every finding has a sentence of its own and a way to mend it', () => {
  const broken = more(
    [blankNode('lone', 'outcome', 'Ten sessions held')],
    [blankLink('l3', 'free', 'advice')],
  );
  for (const each of findings(broken)) {
    expect(sayFinding(each)).toContain(each.what);
    expect(mending[each.code].length).toBeGreaterThan(20);
  }
});
