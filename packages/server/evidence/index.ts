import type { Claim, Confidence, Verdict } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { keepNewClaim } from './claim-store.ts';
import { ClaimContent, knownClaims } from './known.ts';

export { sourcesOf, studiesOf } from './known.ts';

/** A claim as other rooms see it: what it says, how sure one may be, and what it is about. */
export type ClaimInBrief = Pick<
  Claim,
  'id' | 'statement' | 'theme' | 'status' | 'version' | 'types' | 'pathways' | 'topics'
> & {
  readonly confidence: Confidence;
  readonly verdict: Verdict;
  /** True where nobody has decided the verdict, and it is only what the numbers suggest. */
  readonly verdictProposed: boolean;
};

/** Every claim of the partnership that has not been superseded. */
export async function claimsOf(tx: Work): Promise<readonly ClaimInBrief[]> {
  const claims = await knownClaims(tx);
  return claims
    .filter(({ status }) => status !== 'superseded')
    .map(({ id, statement, theme, status, version, types, pathways, topics, verdict, found }) => ({
      ...{ id, statement, theme, status, version, types, pathways, topics },
      ...{ confidence: found.confidence, verdict: verdict ?? found.proposedVerdict },
      verdictProposed: verdict === null,
    }));
}

/** Puts a new claim into the register as a draft without studies, and gives its id. */
export async function draftClaim(
  tx: Work,
  claim: {
    readonly statement: string;
    readonly theme: string;
    readonly note: string;
    readonly by: { readonly partnership: string; readonly name: string };
  },
): Promise<string> {
  const { statement, theme, note, by } = claim;
  const kept = await keepNewClaim(
    tx,
    by,
    { ...ClaimContent.parse({ statement, theme }) },
    { note },
  );
  return kept;
}
