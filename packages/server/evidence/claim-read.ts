import { Claim, Confidence, usualRule, Verdict } from '@freehold/core/evidence';
import { z } from 'zod';
import type { Work } from '../database/within.ts';
import { ruleOf } from './known.ts';

const Frozen = z.object({
  statement: z.string(),
  status: Claim.shape.status,
  verdict: Verdict.nullable(),
  links: z.array(z.unknown()),
  found: z.object({ confidence: Confidence, proposedVerdict: Verdict }),
});

/** A claim's versions, the newest first, as each was on its day. */
export async function versionsOf(tx: Work, claim: string) {
  const rows = await tx
    .selectFrom('evidence_claim_version')
    .selectAll()
    .where('claim_id', '=', claim)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, content, note, by_name: byName, at }) => {
    const { statement, status, verdict, links, found } = Frozen.parse(content);
    return {
      ...{ version, statement, status, note, byName, studies: links.length },
      ...{ confidence: found.confidence, verdict: verdict ?? found.proposedVerdict },
      at: at.toISOString(),
    };
  });
}

/** The rule of confidence that holds, whose it is, and the usual one. */
export async function shownRule(tx: Work) {
  const own = await tx
    .selectFrom('evidence_rule')
    .select(['reason', 'by_name', 'at'])
    .executeTakeFirst();
  return {
    rule: await ruleOf(tx),
    own:
      own === undefined
        ? null
        : { reason: own.reason, byName: own.by_name, at: own.at.toISOString() },
    usual: usualRule,
  };
}
