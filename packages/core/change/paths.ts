import type { Confidence } from '../evidence/index.ts';
import { confidences, linkFacts, type Known } from './facts.ts';
import { gradeOf } from './look.ts';
import type { Theory, TheoryLink } from './model.ts';
import { linksAt, reaching, waysOf } from './walk.ts';

/** How sure a link is: its best claim's word, "untested" without one, or that the evidence is against it. */
export type Sureness = 'against' | Confidence;

/** From least to most sure. */
export const surenesses: readonly Sureness[] = ['against', ...confidences];

/** A way from where a theory begins to an impact. It is as sure as its weakest link, the first of several. */
export type Path = {
  readonly links: readonly TheoryLink[];
  readonly weakest: TheoryLink;
  readonly sureness: Sureness;
};

export function surenessOf(link: TheoryLink, known: Known): Sureness {
  const facts = linkFacts(link, known);
  if (gradeOf(facts) === 'against') return 'against';
  return facts.support ?? 'untested';
}

/**
 * The paths from each node that nothing leads to, to each impact, with the weakest link of each, the least sure path
 * first. Links that are marked as loops are not walked, nor is a node twice. [TC-10]
 *
 * There may be very many: no more than `most` are followed, and `cut` says that there are others. Source: the weakest
 * link as the measure of a chain is ours.
 */
export function pathsOf(
  theory: Theory,
  known: Known,
  most = 200,
): { readonly paths: readonly Path[]; readonly cut: boolean } {
  const goals = impactsOf(theory);
  const useful = reaching(theory, [...goals]);
  const { out, into } = waysOf(theory.links.filter(({ loop }) => !loop));
  const sure = new Map(theory.links.map((link) => [link.id, rankOf(link, known)]));
  const found: (readonly TheoryLink[])[] = [];
  let cut = false;
  const walk = (node: string, path: readonly TheoryLink[], seen: ReadonlySet<string>): void => {
    if (goals.has(node) && path.length > 0) {
      if (found.length < most) found.push(path);
      else cut = true;
    }
    for (const link of linksAt(out, node)) {
      if (cut) return;
      if (useful.has(link.to) && !seen.has(link.to))
        walk(link.to, [...path, link], new Set(seen).add(link.to));
    }
  };
  for (const { id } of theory.nodes)
    if (linksAt(into, id).length === 0 && useful.has(id)) walk(id, [], new Set([id]));
  const paths = found.map((links) => weighed(links, sure));
  const rank = ({ sureness }: Path) => surenesses.indexOf(sureness);
  return { paths: paths.toSorted((a, b) => rank(a) - rank(b)), cut };
}

/**
 * For each node, how sure the surest way from it to an impact is, and which of its own links that way takes; nodes
 * without a way are not in it. The widest path of graph theory; every link counts, loops too. O(nodes × links).
 */
export function surestWays(
  theory: Theory,
  known: Known,
): ReadonlyMap<string, { readonly sureness: Sureness; readonly weakest: TheoryLink | null }> {
  const best = new Map<string, { rank: number; weakest: TheoryLink | null }>();
  for (const goal of impactsOf(theory)) best.set(goal, { rank: surenesses.length, weakest: null });
  for (let settled = false; !settled;) {
    settled = true;
    for (const link of theory.links) {
      const on = best.get(link.to);
      if (on === undefined) continue;
      const own = rankOf(link, known);
      const way = own <= on.rank ? { rank: own, weakest: link } : on;
      if (way.rank > (best.get(link.from)?.rank ?? -1)) {
        best.set(link.from, way);
        settled = false;
      }
    }
  }
  return new Map(
    [...best].map(([id, { rank, weakest }]) => [
      id,
      { sureness: surenesses[rank] ?? 'high', weakest },
    ]),
  );
}

export function impactsOf({ nodes }: Theory): ReadonlySet<string> {
  return new Set(nodes.filter(({ type }) => type === 'impact').map(({ id }) => id));
}

function rankOf(link: TheoryLink, known: Known): number {
  return surenesses.indexOf(surenessOf(link, known));
}

function weighed(links: readonly TheoryLink[], sure: ReadonlyMap<string, number>): Path {
  const rank = (link: TheoryLink) => sure.get(link.id) ?? 0;
  const weakest = links.reduce((least, link) => (rank(link) < rank(least) ? link : least));
  return { links, weakest, sureness: surenesses[rank(weakest)] ?? 'untested' };
}
