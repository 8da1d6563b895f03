import type { Score } from '@freehold/core/partnership';
import type { Work } from '../database/within.ts';
import type { KeptWave } from '../survey/index.ts';
import { resultOf, type RelationshipResult } from './relationship-result.ts';

/** One tie of an organisation, by both words. Null: that side has not answered. */
export type OwnTie = {
  readonly organisation: string;
  readonly name: string;
  readonly own: number | null;
  readonly theirs: number | null;
};

/** What an organisation gets back: its ties, and its scores beside the average of all. */
export type PageBack = {
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
  readonly ties: readonly OwnTie[];
  readonly scores: Readonly<
    Record<'trust' | 'value', { readonly own: Score; readonly all: Score }>
  >;
};

/**
 * The page back to one organisation of a closed wave of relationships; null where it was not in the roster. Its scores
 * are hidden under five organisations like everybody's, and the average of all is hidden or shown for all alike.
 */
export async function pageBackOf(
  tx: Work,
  partnership: string,
  wave: KeptWave,
  organisation: string,
): Promise<PageBack | null> {
  const { confidential, ties } = await resultOf(tx, partnership, wave);
  const own = confidential.organisations.find((each) => each.organisation === organisation);
  const node = ties.network.nodes.find(({ id }) => id === organisation);
  if (own === undefined || node === undefined) return null;
  const { asked, answered, whole } = confidential;
  return {
    ...{ name: node.label, asked, answered },
    ties: ownTies(ties, organisation),
    scores: {
      trust: { own: own.scores.trust, all: whole.trust },
      value: { own: own.scores.value, all: whole.value },
    },
  };
}

function ownTies(
  { network, organisations }: RelationshipResult['ties'],
  of: string,
): readonly OwnTie[] {
  const answered = new Set(
    organisations.filter((each) => each.answered).map(({ organisation }) => organisation),
  );
  const said = new Map(
    network.ties.map(({ source, target, weight }) => [JSON.stringify([source, target]), weight]),
  );
  const word = (from: string, to: string) =>
    said.get(JSON.stringify([from, to])) ?? (answered.has(from) ? 0 : null);
  return network.nodes
    .filter(({ id }) => id !== of)
    .map(({ id, label }) => ({
      ...{ organisation: id, name: label },
      ...{ own: word(of, id), theirs: word(id, of) },
    }));
}
