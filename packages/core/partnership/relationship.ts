import { mean } from '../numeric/index.ts';

/** The parts of trust and of value, each from 1 to 4. */
export const trustParts = ['reliability', 'mission', 'openness'] as const;
export const valueParts = ['influence', 'resources', 'involvement'] as const;
export type Part = (typeof trustParts)[number] | (typeof valueParts)[number];

/** What one organisation said of its work with another. Null: not answered. */
export type Relationship = {
  readonly from: string;
  readonly to: string;
  /** 0 none, 1 awareness, 2 cooperation, 3 co-ordination, 4 integration. */
  readonly tie: number | null;
  readonly parts: Readonly<Record<Part, number | null>>;
};

/** One wave of a relationship survey. */
export type RelationshipWave = {
  /** The organisations that every one was asked about. */
  readonly roster: readonly string[];
  /** The organisations that were asked; those among them that answered. */
  readonly asked: readonly string[];
  readonly answered: readonly string[];
  /** One voice an organisation: as `oneVoice` gives them. */
  readonly relationships: readonly Relationship[];
};

/**
 * Gives every organisation one voice: where several of its people answered about the same organisation, the mean of
 * what they said stands, question by question. What an organisation says of itself is left out. [PN-1]
 */
export function oneVoice(said: readonly Relationship[]): readonly Relationship[] {
  const groups = new Map<string, Relationship[]>();
  for (const each of said) {
    if (each.from === each.to) continue;
    const key = JSON.stringify([each.from, each.to]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const part = (name: Part) => meanOf(group.map(({ parts }) => parts[name]));
    return [
      {
        from: first.from,
        to: first.to,
        tie: meanOf(group.map(({ tie }) => tie)),
        parts: {
          reliability: part('reliability'),
          mission: part('mission'),
          openness: part('openness'),
          influence: part('influence'),
          resources: part('resources'),
          involvement: part('involvement'),
        },
      },
    ];
  });
}

/** The mean of what was answered; null where nothing was. */
export function meanOf(values: readonly (number | null)[]): number | null {
  return mean(values.filter((value) => value !== null));
}
