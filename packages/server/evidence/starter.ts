import {
  emptyRegister,
  Reference,
  starterRegister,
  studiesBroughtIn,
  type FoundStudy,
} from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { keepBrought } from './bring-store.ts';
import type { By } from './change.ts';
import { keepNewClaim } from './claim-store.ts';
import { ClaimContent, sourcesOf, studiesOf } from './known.ts';

export type Loaded = {
  readonly sources: number;
  readonly studies: number;
  readonly claims: number;
};

/**
 * Adds what Freehold ships to the register, and says how much was new. A publication, study or claim that is there
 * already stays as it is, so that loading twice adds nothing. [EV-20]
 */
export async function loadStarter(tx: Work, by: By, now: Date): Promise<Loaded> {
  const references = new Map(starterRegister.sources.map(({ id, reference }) => [id, reference]));
  const found = starterRegister.studies.map((study, at): FoundStudy => {
    const reference = Reference.parse(references.get(study.source ?? ''));
    return { row: at + 1, study, reference, left: [] };
  });
  const sources = [...(await sourcesOf(tx))];
  const before = { ...emptyRegister, sources, studies: [...(await studiesOf(tx))] };
  const { register: after, fates } = studiesBroughtIn(before, 'Starter register', found);
  const fresh = fates.filter(({ fate }) => fate === 'new').length;
  if (fresh > 0)
    await keepBrought(
      tx,
      by,
      { kind: 'starter', title: 'Starter register', now },
      {
        ...{ before, after, fates },
      },
    );
  return {
    sources: after.sources.length - before.sources.length,
    studies: fresh,
    claims: await addClaims(tx, by),
  };
}

/** The shipped claims that are not there yet, each linked to the shipped studies as they are in this register. */
async function addClaims(tx: Work, by: By): Promise<number> {
  const ids = new Map((await studiesOf(tx)).map(({ origin, id }) => [origin, id]));
  const origins = new Map(starterRegister.studies.map(({ id, origin }) => [id, origin]));
  const rows = await tx.selectFrom('evidence_claim').select('statement').execute();
  const there = new Set(rows.map(({ statement }) => statement));
  const fresh = starterRegister.claims.filter(({ statement }) => !there.has(statement));
  for (const { id: _id, version: _version, links, ...content } of fresh)
    await keepNewClaim(tx, by, ClaimContent.parse(content), {
      note: 'Loaded from the starter register; nobody here has judged it yet.',
      links: links.flatMap(({ study, ...link }) => {
        const id = ids.get(origins.get(study) ?? '');
        return id === undefined ? [] : [{ ...link, study: id }];
      }),
    });
  return fresh.length;
}
