import {
  laneOf,
  lanesOf,
  linkFacts,
  linkLook,
  nodeReading,
  readingWords,
  testedWords,
  typeWords,
  type Known,
  type Theory,
  type TheoryNode,
} from '@freehold/core/change';
import type { CanvasDrawing } from '../figure/canvas.ts';
import { foldedAway } from './fold.ts';

/** What marks a box or an arrow beyond what it is: found by a check, searched for, added, removed or changed. */
export type States = ReadonlyMap<string, string>;

/** A theory as boxes and arrows, without what is folded away. */
export function drawingOf(
  theory: Theory,
  known: Known,
  { folded, states }: { readonly folded: ReadonlySet<string>; readonly states: States },
): CanvasDrawing {
  const away = foldedAway(theory, folded);
  const shown = theory.nodes.filter(({ id }) => !away.has(id));
  const lanes = theory.lanes === 'none' ? [] : lanesOf({ ...theory, nodes: shown });
  return {
    lanes,
    boxes: shown.map((node) => ({
      ...{ id: node.id, title: node.title, tone: node.type, at: node.at },
      kind: typeWords[node.type],
      state: states.get(node.id) ?? '',
      note: noteOf(node, known),
      lane: laneOf(node, theory.lanes),
      folded: folded.has(node.id) ? away.size : 0,
    })),
    arrows: theory.links
      .filter(({ from, to }) => !away.has(from) && !away.has(to))
      .map((link) => {
        const { mark, ...look } = linkLook(linkFacts(link, known));
        const quoted = link.quote.trim() === '' ? '' : '❝';
        return {
          ...{ id: link.id, from: link.from, to: link.to, ...look },
          mark: [quoted, mark, link.loop ? '↺' : ''].filter((part) => part !== '').join(' '),
          state: states.get(link.id) ?? '',
        };
      }),
  };
}

/** Badges of a node, in words. */
function noteOf(node: TheoryNode, known: Known): string {
  const reading = nodeReading(node, known);
  return [
    node.proposed ? 'PROPOSED' : '',
    node.type === 'assumption' ? testedWords[node.tested] : '',
    reading === 'none' ? '' : `${reading === 'on-course' ? '▲' : '▼'} ${readingWords[reading]}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
