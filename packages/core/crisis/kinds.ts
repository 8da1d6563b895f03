import type { Item, ItemKind } from './item.ts';

type Of<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;

/** The items of one kind, in their order. */
export function ofKind<Kind extends ItemKind, Held extends { readonly content: Item }>(
  items: readonly Held[],
  kind: Kind,
): readonly (Omit<Held, 'content'> & { readonly content: Of<Kind> })[] {
  return items.flatMap((each) => {
    const { content } = each;
    return isKind(content, kind) ? [{ ...each, content }] : [];
  });
}

function isKind<Kind extends ItemKind>(item: Item, kind: Kind): item is Of<Kind> {
  return item.kind === kind;
}

/** The texts of an item in which somebody could be named; addresses and telephones of services and roles are not. [CR-14] */
export function toldTexts(item: Item): Readonly<Record<string, string>> {
  switch (item.kind) {
    case 'line':
      return { says: item.says };
    case 'action':
      return { title: item.title, note: item.note };
    case 'group':
      return { title: item.title, note: item.note };
    case 'finding':
      return { says: item.says, forWhom: item.forWhom };
    case 'contact':
    case 'service':
    case 'baseline':
      return {};
  }
}
