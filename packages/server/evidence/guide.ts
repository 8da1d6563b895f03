import { freshness, policyGuide, type GuideInput } from '@freehold/core/evidence';
import type { Document } from '@freehold/core/document';
import type { Work } from '../database/within.ts';
import { shownRule } from './claim-read.ts';
import { groupsOf } from './group-store.ts';
import { knownClaims, studiesOf } from './known.ts';
import { protocolsOf } from './protocol-store.ts';

/** The policy guide of a partnership's register as it is today. */
export async function guideOf(
  tx: Work,
  { partnership, today }: { readonly partnership: string; readonly today: string },
): Promise<Document> {
  const { rule, own } = await shownRule(tx);
  const claims = await knownClaims(tx);
  return policyGuide({
    ...{ today, rule, ruleBecause: own?.reason ?? null },
    partnership: await named(tx, partnership),
    claims: claims.map((claim) => ({
      ...claim,
      freshness: freshness(claim, { madeOn: claim.madeAt.toISOString().slice(0, 10), today }),
    })),
    studies: await studiesOf(tx),
    protocols: await protocolsOf(tx),
    groups: await groupsOf(tx, today),
    arrivals: await arrivalsIn(tx),
  });
}

async function named(tx: Work, id: string): Promise<GuideInput['partnership']> {
  const { name, made_up: madeUp } = await tx
    .selectFrom('partnership')
    .select(['name', 'made_up'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { name, madeUp };
}

async function arrivalsIn(tx: Work): Promise<GuideInput['arrivals']> {
  const rows = await tx
    .selectFrom('evidence_arrival')
    .select('fate')
    .select((of) => of.fn.countAll().as('n'))
    .groupBy('fate')
    .execute();
  const of = (fate: string) => Number(rows.find((row) => row.fate === fate)?.n ?? 0);
  return { new: of('new'), duplicate: of('duplicate'), rejected: of('rejected') };
}
