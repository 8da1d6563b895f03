import { oneLine } from './lines.ts';
import type { Assumption, Indicator, Theory, TheoryLink, TheoryNode } from './model.ts';
import { linksAt, waysOf } from './walk.ts';

/**
 * A theory as indented text: the goal first, and below each node what leads to it. A node with several ways out is
 * written once in full and after that by its id. What has no value is left out. `readOutline` gives the same theory
 * back. [TC-17]
 */
export function outlineText(theory: Theory): string {
  const { out, into } = waysOf(theory.links);
  const nodes = new Map(theory.nodes.map((node) => [node.id, node]));
  const written = new Set<string>();
  const branch = (id: string, link: TheoryLink | null, depth: number): readonly string[] => {
    const node = nodes.get(id);
    if (node === undefined) return [];
    const own = link === null ? [] : linkLines(link);
    if (written.has(id)) return indented(depth, [`- {#${id}}`, ...deeper(own)]);
    written.add(id);
    return [
      ...indented(depth, [headOf(node), ...deeper([...own, ...nodeLines(node)])]),
      ...linksAt(into, id).flatMap((each) => branch(each.from, each, depth + 1)),
    ];
  };
  const roots = theory.nodes.toSorted(
    (a, b) => linksAt(out, a.id).length - linksAt(out, b.id).length,
  );
  const body = roots.flatMap(({ id }) => (written.has(id) ? [] : branch(id, null, 0)));
  return [...theoryLines(theory), '', ...body, ''].join('\n');
}

function theoryLines({ title, summary, lanes }: Theory): readonly string[] {
  return [
    `theory: ${oneLine(title)}`,
    ...field('summary', summary),
    ...(lanes === 'none' ? [] : [`lanes: ${lanes}`]),
  ];
}

function headOf({ type, title, id }: TheoryNode): string {
  return `- [${type}] ${oneLine(title)} {#${id}}`;
}

function nodeLines(node: TheoryNode): readonly string[] {
  return [
    ...field('text', node.text),
    ...field('actor', node.actor),
    ...field('pathway', node.pathway),
    ...field('level', node.level),
    ...field('timing', node.timing),
    ...field('source', node.source),
    ...(node.proposed ? ['proposed: yes'] : []),
    ...(node.tested === 'untested' ? [] : [`tested: ${node.tested}`]),
    ...field('how', node.how),
    ...(node.at === null ? [] : [`at: ${node.at.x}, ${node.at.y}`]),
    ...node.indicators.flatMap(indicatorLines),
  ];
}

function indicatorLines(indicator: Indicator): readonly string[] {
  const { title, target, ...rest } = indicator;
  return [
    `indicator: ${oneLine(title)}`,
    ...deeper([
      ...Object.entries(rest).flatMap(([key, value]) => field(key, value)),
      ...(target === null ? [] : [`target: ${target}`]),
    ]),
  ];
}

function linkLines(link: TheoryLink): readonly string[] {
  return [
    `link: ${link.id}`,
    ...field('why', link.rationale),
    ...(link.strength === 'unknown' ? [] : [`strength: ${link.strength}`]),
    ...(link.lagInMonths === null ? [] : [`lag: ${link.lagInMonths}`]),
    ...(link.loop ? ['loop: yes'] : []),
    ...field('quote', link.quote),
    ...field('said-by', link.saidBy),
    ...link.assumptions.flatMap(assumptionLines),
    ...link.claims.map(({ claim, stance }) => `claim: ${claim} ${stance}`),
    ...link.targets.map((target) => `live: ${target}`),
  ];
}

function assumptionLines({ text, tested, how }: Assumption): readonly string[] {
  return [
    `assumes: ${oneLine(text)}`,
    ...deeper([...(tested === 'untested' ? [] : [`tested: ${tested}`]), ...field('how', how)]),
  ];
}

function field(key: string, value: string): readonly string[] {
  return value === '' ? [] : [`${key}: ${oneLine(value)}`];
}

function deeper(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function indented(depth: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${'  '.repeat(depth)}${line}`);
}
