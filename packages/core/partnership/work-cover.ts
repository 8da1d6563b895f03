import { coverage, type ItemCoverage } from './cover.ts';
import type { Directory } from './directory.ts';

/** What partnerships do: their functions, or their activities. */
export type Dimension = 'functions' | 'activities';

/** One kind of work in one area. */
export type Work = { readonly code: string; readonly what: string; readonly area: string };

export function workCode(what: string, area: string): string {
  return JSON.stringify([what, area]);
}

/**
 * Who covers what where: an organisation covers the work of every partnership at work that it belongs to, in all
 * areas of that partnership. Of partnerships that do not say what they do, or where, nothing is known: they cover
 * nothing and are counted. [PN-10]
 */
export function workCover(
  { groups, members }: Directory,
  dimension: Dimension,
  asked: { readonly whats: readonly string[]; readonly areas: readonly string[] },
): { readonly items: readonly ItemCoverage<Work>[]; readonly silent: number } {
  const works = new Map(
    groups
      .filter(({ atWork }) => atWork)
      .map((group) => [
        group.id,
        group[dimension].flatMap((what) => group.areas.map((area) => workCode(what, area))),
      ]),
  );
  const cover = members.flatMap(({ group, organisation }) =>
    (works.get(group) ?? []).map((item) => ({ item, by: organisation })),
  );
  const items = asked.whats.flatMap((what) =>
    asked.areas.map((area) => ({ code: workCode(what, area), what, area })),
  );
  const silent = [...works.values()].filter((each) => each.length === 0).length;
  return { items: coverage(items, cover), silent };
}

/** One field of the matrix: the organisations of a sector that do a kind of work in any of the areas asked for. */
export type Cell = {
  readonly what: string;
  readonly sector: string;
  readonly organisations: readonly string[];
};

/** Kinds of work by sectors, over one area or all of them. Fields where nobody is are left out. [PN-10] */
export function sectorMatrix(
  { organisations }: Directory,
  items: readonly ItemCoverage<Work>[],
  area: string | null,
): readonly Cell[] {
  const sectors = new Map(organisations.map(({ id, sector }) => [id, sector]));
  const cells = new Map<string, { what: string; sector: string; of: Set<string> }>();
  for (const { item, by } of items) {
    if (area !== null && item.area !== area) continue;
    for (const organisation of by) {
      const sector = sectors.get(organisation) ?? '';
      const key = JSON.stringify([item.what, sector]);
      const cell = cells.get(key) ?? { what: item.what, sector, of: new Set<string>() };
      cell.of.add(organisation);
      cells.set(key, cell);
    }
  }
  return [...cells.values()].map(({ what, sector, of }) => ({
    what,
    sector,
    organisations: [...of],
  }));
}
