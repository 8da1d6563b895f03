/** Something that should be covered, such as a function in an area, a type of intervention, a sector. */
export type Item = { readonly code: string };

/** That somebody covers something. */
export type Cover = { readonly item: string; readonly by: string };

export type ItemCoverage<I extends Item> = {
  readonly item: I;
  /** Who covers it, each once, in the order in which they are met. */
  readonly by: readonly string[];
  readonly state: 'none' | 'one' | 'several';
};

/** Who covers what, item by item. Cover of something that is not asked for is left aside. O(items + cover). [PN-9] */
export function coverage<I extends Item>(
  items: readonly I[],
  cover: readonly Cover[],
): readonly ItemCoverage<I>[] {
  const by = new Map<string, Set<string>>();
  for (const each of cover) by.set(each.item, (by.get(each.item) ?? new Set()).add(each.by));
  return items.map((item) => {
    const who = [...(by.get(item.code) ?? [])];
    return {
      item,
      by: who,
      state: who.length === 0 ? 'none' : who.length === 1 ? 'one' : 'several',
    };
  });
}

/** What changes when somebody goes: what nobody covers any more, and what hangs on one alone from then on. [PN-12] */
export function withoutOne<I extends Item>(
  covered: readonly ItemCoverage<I>[],
  gone: string,
): { readonly uncovered: readonly I[]; readonly onOne: readonly ItemCoverage<I>[] } {
  const touched = covered
    .filter(({ by }) => by.includes(gone))
    .map(({ item, by }) => ({ item, by: by.filter((each) => each !== gone) }));
  return {
    uncovered: touched.filter(({ by }) => by.length === 0).map(({ item }) => item),
    onOne: touched.filter(({ by }) => by.length === 1).map((each) => ({ ...each, state: 'one' })),
  };
}
