import {
  count,
  list,
  paragraphs,
  type Block,
  type Document,
  type Section,
} from '../../document/index.ts';
import { findings } from '../checks.ts';
import { described, sayLink } from '../describe.ts';
import type { TheoryLink, TheoryNode } from '../model.ts';
import { inOrder } from '../order.ts';
import { linksAt, waysOf } from '../walk.ts';
import { mending, sayFinding, testedWords, typeWords } from '../words.ts';
import { framed, type ReportInput } from './frame.ts';

/** The theory told from the goal backwards: what leads to what, why, and under which assumptions. */
export function narrativeOf(input: ReportInput): Document {
  const { theory, known } = input;
  const nodes = inOrder(theory).toReversed();
  const { into } = waysOf(theory.links);
  const titles = new Map(theory.nodes.map(({ id, title }) => [id, title]));
  const told = nodes.filter(({ type }) => type !== 'assumption' && type !== 'external');
  const sections: readonly Section[] = [
    {
      title: 'In short',
      blocks: [{ kind: 'lead', text: described(theory, known) }, ...paragraphs(theory.summary)],
    },
    {
      title: 'What leads to what',
      blocks: told.flatMap((node) => nodeBlocks(node, linksAt(into, node.id), titles)),
    },
    { title: 'What has to be so', blocks: assumptionBlocks(input) },
    { title: 'What is still to mend', blocks: findingBlocks(input) },
  ];
  const rows = theory.links.map((link) => [
    ...[titles.get(link.from) ?? '', titles.get(link.to) ?? '', link.rationale],
    sayLink(link, known),
  ]);
  const sheet = { columns: ['from', 'to', 'why', 'rests on'], rows };
  return framed(input, { kind: 'narrative', what: 'Narrative' }, sections, sheet);
}

function nodeBlocks(
  node: TheoryNode,
  into: readonly TheoryLink[],
  titles: ReadonlyMap<string, string>,
): readonly Block[] {
  const { title, type, proposed, text, source, actor, timing } = node;
  const about = [actor, timing].filter((part) => part !== '').join(' · ');
  return [
    {
      kind: 'heading',
      text: title,
      aside: proposed ? `${typeWords[type]}, PROPOSED` : typeWords[type],
    },
    ...paragraphs(text),
    ...(about === '' ? [] : [{ kind: 'note' as const, text: about }]),
    ...(source === '' ? [] : [{ kind: 'note' as const, text: `Source: ${source}` }]),
    ...(into.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: into.map(({ from, rationale, loop, lagInMonths }) => ({
              lead: `${loop ? 'And round again from' : 'Comes about through'} “${titles.get(from) ?? from}”.`,
              text: [
                rationale === '' ? 'Nobody says why yet.' : rationale,
                lagInMonths === null ? '' : `After about ${count(lagInMonths, 'month', 'months')}.`,
              ]
                .filter((part) => part !== '')
                .join(' '),
            })),
          },
        ]),
  ];
}

function assumptionBlocks({ theory }: ReportInput): readonly Block[] {
  const titles = new Map(theory.nodes.map(({ id, title }) => [id, title]));
  const rows = [
    ...theory.nodes
      .filter(({ type }) => type === 'assumption' || type === 'external')
      .map(({ title, type, tested, how }) => [
        ...[title, typeWords[type], type === 'assumption' ? testedWords[tested] : '–', how],
      ]),
    ...theory.links.flatMap(({ from, to, assumptions }) =>
      assumptions.map(({ text, tested, how }) => [
        ...[text, `${titles.get(from) ?? ''} → ${titles.get(to) ?? ''}`, testedWords[tested], how],
      ]),
    ),
  ];
  if (rows.length === 0) return [{ kind: 'text', text: 'No assumption is written down yet.' }];
  return [
    {
      kind: 'table',
      caption: 'Assumptions and external factors',
      quiet: true,
      columns: [
        { title: 'What', width: 34 },
        { title: 'Where', width: 26 },
        { title: 'Tested', width: 14 },
        { title: 'How', width: 26 },
      ],
      rows,
    },
  ];
}

function findingBlocks({ theory, known }: ReportInput): readonly Block[] {
  const found = findings(theory, known);
  if (found.length === 0) return [{ kind: 'text', text: 'Every check of the theory passes.' }];
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return [
    {
      kind: 'list',
      items: found.map((each) => ({
        lead: `${sayFinding(each)}.`,
        text: `${mending[each.code]} (${each.rule})`,
      })),
    },
    { kind: 'note', text: `Checked by the rules ${list(rules)} of this program.` },
  ];
}
