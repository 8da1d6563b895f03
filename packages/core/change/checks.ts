import { nothingKnown, type Known } from './facts.ts';
import type { Theory, TheoryLink, TheoryNode } from './model.ts';
import { impactsOf, surestWays, type Sureness } from './paths.ts';
import { circles, linksAt, longestInto, reaching, waysOf } from './walk.ts';

/** The ten checks, by the number of their rule. */
export const checkCodes = {
  'no-goal': 'TC-1',
  'reaches-no-impact': 'TC-2',
  'stands-alone': 'TC-3',
  'unmarked-loop': 'TC-4',
  'outcome-without-indicator': 'TC-5',
  'link-without-rationale': 'TC-6',
  'untested-assumption': 'TC-7',
  'output-called-outcome': 'TC-8',
  'long-chain': 'TC-9',
  'weak-path': 'TC-10',
} as const;
export type CheckCode = keyof typeof checkCodes;

/**
 * Something that a theory lacks: which rule, the nodes and links it is about (the first is where to go), and the words
 * and numbers that a sentence about it needs. How to mend it belongs to the code; faces say it.
 */
export type Finding = {
  readonly code: CheckCode;
  readonly rule: (typeof checkCodes)[CheckCode];
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  /** What it is about in the theory's own words. */
  readonly what: string;
  readonly length?: number;
  readonly sureness?: Sureness;
};

/** The longest chain of links that is still easy to defend. Ours. */
export const longestChain = 7;

/** Everything that a theory lacks, rule by rule. An empty theory lacks a goal and nothing else. [TC-1 to TC-10] */
export function findings(theory: Theory, known: Known = nothingKnown): readonly Finding[] {
  return [
    ...noGoal(theory),
    ...deadEnds(theory),
    ...alone(theory),
    ...loops(theory),
    ...unmeasured(theory),
    ...unreasoned(theory),
    ...untested(theory),
    ...misnamed(theory),
    ...longChains(theory),
    ...weakPaths(theory, known),
  ];
}

function noGoal(theory: Theory): readonly Finding[] {
  return impactsOf(theory).size > 0 ? [] : [finding('no-goal', { what: theory.title })];
}

/** Nodes with links of which none leads to an impact. Without an impact the missing goal says it all. */
function deadEnds(theory: Theory): readonly Finding[] {
  const goals = impactsOf(theory);
  if (goals.size === 0) return [];
  const useful = reaching(theory, [...goals]);
  const lonely = new Set(lone(theory).map(({ id }) => id));
  return theory.nodes
    .filter(({ id }) => !useful.has(id) && !lonely.has(id))
    .map((node) => atNode('reaches-no-impact', node));
}

function alone(theory: Theory): readonly Finding[] {
  return lone(theory).map((node) => atNode('stands-alone', node));
}

function lone({ nodes, links }: Theory): readonly TheoryNode[] {
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  return nodes.length < 2 ? [] : nodes.filter(({ id }) => !linked.has(id));
}

function loops(theory: Theory): readonly Finding[] {
  return circles(theory).map((nodes) => {
    const links = nodes.flatMap((from, at) => {
      const to = nodes[(at + 1) % nodes.length];
      return theory.links.filter((link) => link.from === from && link.to === to);
    });
    return finding('unmarked-loop', {
      links: links.map(({ id }) => id),
      nodes,
      what: nodes.map((id) => titleOf(theory, id)).join(' → '),
    });
  });
}

function unmeasured({ nodes }: Theory): readonly Finding[] {
  return nodes
    .filter(({ type, indicators }) => type === 'outcome' && indicators.length === 0)
    .map((node) => atNode('outcome-without-indicator', node));
}

function unreasoned(theory: Theory): readonly Finding[] {
  return theory.links
    .filter(({ rationale }) => rationale.trim() === '')
    .map((link) => atLink('link-without-rationale', theory, link));
}

function untested(theory: Theory): readonly Finding[] {
  const nodes = theory.nodes.filter(
    ({ type, tested }) => type === 'assumption' && tested === 'untested',
  );
  const links = theory.links.flatMap((link) =>
    link.assumptions
      .filter(({ tested }) => tested === 'untested')
      .map(({ text }) => ({ ...atLink('untested-assumption', theory, link), what: text })),
  );
  return [...nodes.map((node) => atNode('untested-assumption', node)), ...links];
}

/** A guess by words: what was done or handed out, rather than what became different for somebody. */
function misnamed({ nodes }: Theory): readonly Finding[] {
  return nodes
    .filter(({ type, title }) => type === 'outcome' && saysDone.test(title))
    .map((node) => atNode('output-called-outcome', node));
}

const saysDone =
  /^(number|hours) of\b|\b(trained|delivered|distributed|handed out|produced|printed|published|launched|sent out|held|run|signed up|set up|recruited|attended|workshops?|leaflets?|posters?|training sessions?|toolkits?)$/i;

function longChains(theory: Theory): readonly Finding[] {
  const goals = impactsOf(theory);
  const longest = [...longestInto(theory)].filter(([id]) => goals.has(id));
  return longest
    .filter(([, chain]) => chain.length > longestChain)
    .map(([id, chain]) =>
      finding('long-chain', {
        nodes: [...chain.map(({ from }) => from), id],
        links: chain.map((link) => link.id),
        what: `${titleOf(theory, chain[0]?.from ?? id)} → ${titleOf(theory, id)}`,
        length: chain.length,
      }),
    );
}

/**
 * Beginnings whose surest way to an impact still has a link that nothing tested supports. The weakest link of that way
 * is where to go; every path one by one is what `pathsOf` tells.
 */
function weakPaths(theory: Theory, known: Known): readonly Finding[] {
  const ways = surestWays(theory, known);
  const { into } = waysOf(theory.links.filter(({ loop }) => !loop));
  return theory.nodes.flatMap((node) => {
    const way = ways.get(node.id);
    if (way === undefined || way.weakest === null || linksAt(into, node.id).length > 0) return [];
    if (way.sureness !== 'against' && way.sureness !== 'untested') return [];
    const { sureness, weakest } = way;
    return [{ ...atNode('weak-path', node), links: [weakest.id], sureness }];
  });
}

function titleOf({ nodes }: Theory, id: string): string {
  return nodes.find((node) => node.id === id)?.title ?? id;
}

function atNode(code: CheckCode, { id, title }: TheoryNode): Finding {
  return finding(code, { nodes: [id], what: title });
}

function atLink(code: CheckCode, theory: Theory, { id, from, to }: TheoryLink): Finding {
  const what = `${titleOf(theory, from)} → ${titleOf(theory, to)}`;
  return finding(code, { links: [id], what });
}

function finding(code: CheckCode, rest: Partial<Finding> & Pick<Finding, 'what'>): Finding {
  return { code, rule: checkCodes[code], nodes: [], links: [], ...rest };
}
