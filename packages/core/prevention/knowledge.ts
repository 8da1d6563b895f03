import { sureness, type Known, type Sureness } from './suggestion.ts';

/** A claim of the register, as far as this room needs it. */
export type KnownClaim = {
  readonly id: string;
  readonly confidence: Sureness;
  readonly types: readonly string[];
  readonly topics: readonly string[];
};

/** A study of the register: which types it is about, and from which countries it comes. */
export type KnownStudy = {
  readonly interventions: readonly string[];
  readonly countries: readonly string[];
};

/**
 * What is best known of each type: its surest claim (of a tie, the first), the topics that its claims speak to, and
 * the countries that studies of it come from. Types without a claim are not in it. [PV-8]
 */
export function knownTypes(
  claims: readonly KnownClaim[],
  studies: readonly KnownStudy[],
): ReadonlyMap<string, Known> {
  const best = new Map<string, KnownClaim>();
  for (const claim of claims)
    for (const type of claim.types) {
      const before = best.get(type);
      if (before === undefined || rank(claim) > rank(before)) best.set(type, claim);
    }
  return new Map(
    [...best].map(([type, { id, confidence }]): [string, Known] => {
      const own = claims.filter((claim) => claim.types.includes(type));
      const from = studies.filter(({ interventions }) => interventions.includes(type));
      return [
        type,
        {
          ...{ confidence, claim: id, contexts: once(from.flatMap(({ countries }) => countries)) },
          topics: once(own.flatMap(({ topics }) => topics)),
        },
      ];
    }),
  );
}

function once(items: readonly string[]): readonly string[] {
  return [...new Set(items)].toSorted();
}

function rank({ confidence }: KnownClaim): number {
  return sureness.indexOf(confidence);
}
