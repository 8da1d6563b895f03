import { fine, problem, refused, type Outcome } from '../problem.ts';
import {
  checkedTheory,
  type Lanes,
  type Theory,
  type TheoryLink,
  type TheoryNode,
} from './model.ts';

type Place = { readonly x: number; readonly y: number };

/** One step of drawing, as data. `several` are one step for whoever takes it back. */
export type Edit =
  | { readonly kind: 'add-node'; readonly node: TheoryNode }
  | {
      readonly kind: 'change-node';
      readonly id: string;
      readonly change: Partial<Omit<TheoryNode, 'id'>>;
    }
  | { readonly kind: 'move'; readonly moves: Readonly<Record<string, Place | null>> }
  | { readonly kind: 'add-link'; readonly link: TheoryLink }
  | {
      readonly kind: 'change-link';
      readonly id: string;
      readonly change: Partial<Omit<TheoryLink, 'id'>>;
    }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | {
      readonly kind: 'change-theory';
      readonly change: {
        readonly title?: string;
        readonly summary?: string;
        readonly lanes?: Lanes;
      };
    }
  | { readonly kind: 'replace'; readonly theory: Theory }
  | { readonly kind: 'several'; readonly edits: readonly Edit[] };

/**
 * The theory after one step, or why it cannot be taken; nothing is half done. Removing a node removes its links; what
 * is not there is not moved or removed, and changing it is a problem `node-gone` or `link-gone`. [TC-13]
 */
export function edited(theory: Theory, edit: Edit): Outcome<Theory> {
  const next = stepped(theory, edit);
  if (!next.ok) return next;
  const checked = checkedTheory(next.value);
  // Not the checked copy: what the step left alone stays the same object, so that who draws it can tell.
  return checked.ok && edit.kind !== 'replace' ? next : checked;
}

function stepped(theory: Theory, edit: Edit): Outcome<Theory> {
  switch (edit.kind) {
    case 'add-node':
      return fine({ ...theory, nodes: [...theory.nodes, edit.node] });
    case 'add-link':
      return fine({ ...theory, links: [...theory.links, edit.link] });
    case 'change-node':
      if (!theory.nodes.some(({ id }) => id === edit.id))
        return refused(problem('node-gone', { id: edit.id }));
      return fine({ ...theory, nodes: changed(theory.nodes, edit.id, edit.change) });
    case 'change-link':
      if (!theory.links.some(({ id }) => id === edit.id))
        return refused(problem('link-gone', { id: edit.id }));
      return fine({ ...theory, links: changed(theory.links, edit.id, edit.change) });
    case 'move':
      return fine({ ...theory, nodes: theory.nodes.map((node) => moved(node, edit.moves)) });
    case 'remove':
      return fine(without(theory, new Set(edit.ids)));
    case 'change-theory':
      return fine({ ...theory, ...edit.change });
    case 'replace':
      return fine(edit.theory);
    case 'several':
      return edit.edits.reduce<Outcome<Theory>>(
        (sofar, each) => (sofar.ok ? stepped(sofar.value, each) : sofar),
        fine(theory),
      );
  }
}

function changed<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: Partial<Omit<Item, 'id'>>,
): readonly Item[] {
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

function moved(node: TheoryNode, moves: Readonly<Record<string, Place | null>>): TheoryNode {
  const at = moves[node.id];
  if (at === undefined) return node;
  return { ...node, at: at && { x: Math.round(at.x), y: Math.round(at.y) } };
}

function without(theory: Theory, gone: ReadonlySet<string>): Theory {
  return {
    ...theory,
    nodes: theory.nodes.filter(({ id }) => !gone.has(id)),
    links: theory.links.filter(
      ({ id, from, to }) => !gone.has(id) && !gone.has(from) && !gone.has(to),
    ),
  };
}
