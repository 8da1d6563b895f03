import { knownTypes, type Known } from '@freehold/core/prevention';
import type { Work } from '../database/within.ts';
import { claimsOf, studiesOf, type ClaimInBrief } from '../evidence/index.ts';

/** What the register says of types of intervention: the best of each, and every claim by its id. */
export async function evidenceOf(tx: Work): Promise<{
  readonly known: ReadonlyMap<string, Known>;
  readonly claims: ReadonlyMap<string, ClaimInBrief>;
}> {
  const claims = await claimsOf(tx);
  const studies = await studiesOf(tx);
  return {
    known: knownTypes(claims, studies),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
  };
}
