import type { Theory, TheoryLink, TheoryNode } from './model.ts';

/** What became of a node or a link between two versions. `fields` are those that differ. */
export type ItemChange = {
  readonly kind: 'node' | 'link';
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly string[];
};

export type TheoryDiff = {
  /** Of the theory itself: title, summary, lanes. */
  readonly fields: readonly string[];
  readonly items: readonly ItemChange[];
};

/** What differs from `before` to `after`, nodes first. Where a node stands on the canvas is no difference. [TC-15] */
export function diffOf(before: Theory, after: Theory): TheoryDiff {
  return {
    fields: ownFields.filter((field) => before[field] !== after[field]),
    items: [
      ...itemsOf('node', before.nodes.map(unplaced), after.nodes.map(unplaced)),
      ...itemsOf('link', before.links, after.links),
    ],
  };
}

export const ownFields = ['title', 'summary', 'lanes'] as const;

/** The fields in which two items of one id differ, compared by what they hold. */
export function fieldsThatDiffer(a: object, b: object): readonly string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.filter(
    (key) => JSON.stringify(Reflect.get(a, key)) !== JSON.stringify(Reflect.get(b, key)),
  );
}

function itemsOf(
  kind: 'node' | 'link',
  before: readonly (TheoryNode | TheoryLink)[],
  after: readonly (TheoryNode | TheoryLink)[],
): readonly ItemChange[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((item): ItemChange[] => {
      const old = was.get(item.id);
      if (old === undefined) return [{ kind, id: item.id, change: 'added', fields: [] }];
      const fields = fieldsThatDiffer(old, item);
      return fields.length === 0 ? [] : [{ kind, id: item.id, change: 'changed', fields }];
    }),
    ...before
      .filter(({ id }) => !is.has(id))
      .map(({ id }): ItemChange => ({ kind, id, change: 'removed', fields: [] })),
  ];
}

function unplaced(node: TheoryNode): TheoryNode {
  return { ...node, at: null };
}
