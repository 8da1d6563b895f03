import type { Directory, ListedGroup, Post } from './directory.ts';

/** What hangs on one post or one source of money. */
export type SinglePoint =
  /** Chair and co-ordinator of a partnership are the same organisation. */
  | { readonly kind: 'one-lead'; readonly group: string; readonly organisation: string }
  /** One post sits in several partnerships, and nowhere has a deputy. */
  | {
      readonly kind: 'one-post';
      readonly organisation: string;
      readonly post: string;
      readonly groups: readonly string[];
    }
  /** All the money comes from one source, and it ends by the day asked about. */
  | {
      readonly kind: 'one-funder';
      readonly group: string;
      readonly source: string;
      readonly until: string;
    }
  /** The co-ordinator's post is paid for until a day before the one asked about. */
  | { readonly kind: 'post-ends'; readonly group: string; readonly until: string };

/**
 * Where a partnership at work hangs on one organisation's posts, one person's place or one source of money. Money that
 * has ended before `today` counts no longer; `by` is the last day looked at. Both ISO days. A partnership whose money is
 * not known is counted in `unknown`, not called safe. [PN-13]
 */
export function singlePoints(
  { groups, members }: Directory,
  { today, by }: { readonly today: string; readonly by: string },
): { readonly points: readonly SinglePoint[]; readonly unknown: number } {
  const working = groups.filter(({ atWork }) => atWork);
  const ids = new Set(working.map(({ id }) => id));
  return {
    points: [
      ...working.flatMap(oneLead),
      ...onePosts(members.filter(({ group }) => ids.has(group))),
      ...working.flatMap((group) => oneFunder(group, today, by)),
      ...working.flatMap((group) => postEnds(group, today, by)),
    ],
    unknown: working.filter(({ money }) => money === null).length,
  };
}

function oneLead({ id, chair, coordinator }: ListedGroup): readonly SinglePoint[] {
  const [one, other] = [plain(chair), plain(coordinator)];
  return one === '' || one !== other
    ? []
    : [{ kind: 'one-lead', group: id, organisation: chair.organisation.trim() }];
}

function onePosts(members: Directory['members']): readonly SinglePoint[] {
  const posts = new Map<string, Directory['members'][number][]>();
  for (const each of members) {
    if (each.post.trim() === '') continue;
    const key = JSON.stringify([each.organisation, each.post.trim().toLowerCase()]);
    posts.set(key, [...(posts.get(key) ?? []), each]);
  }
  return [...posts.values()].flatMap((held) => {
    const [first] = held;
    const alone = held.every(({ deputy }) => deputy.trim() === '');
    if (first === undefined || held.length < 2 || !alone) return [];
    const { organisation, post } = first;
    return [
      { kind: 'one-post', organisation, post: post.trim(), groups: held.map(({ group }) => group) },
    ];
  });
}

function oneFunder({ id, money }: ListedGroup, today: string, by: string): readonly SinglePoint[] {
  const running = (money ?? []).filter(({ until }) => until === null || until >= today);
  const sources = new Set(running.map(({ source }) => source));
  const ends = running.map(({ until }) => until ?? '9999-12-31').toSorted();
  const [source] = sources;
  const last = ends.at(-1);
  if (sources.size !== 1 || source === undefined || last === undefined || last > by) return [];
  return [{ kind: 'one-funder', group: id, source, until: last }];
}

function postEnds(
  { id, coordinator: { until } }: ListedGroup,
  today: string,
  by: string,
): readonly SinglePoint[] {
  return until === null || until < today || until > by
    ? []
    : [{ kind: 'post-ends', group: id, until }];
}

function plain({ organisation }: Post): string {
  return organisation.trim().toLowerCase();
}
