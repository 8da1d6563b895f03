import {
  Claim,
  ClaimLink,
  ConfidenceRule,
  graded,
  Reference,
  Study,
  usualRule,
  type Graded,
} from '@freehold/core/evidence';
import { z } from 'zod';
import type { Work } from '../database/within.ts';

/** What a claim says, without what is counted of it or kept beside it. */
export const ClaimContent = Claim.omit({ id: true, version: true, links: true });
export type ClaimContent = z.infer<typeof ClaimContent>;

/** A claim of the register, with what follows from its studies by the partnership's rule. */
export type KnownClaim = Claim & {
  readonly group: string | null;
  readonly found: Graded;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

/** The partnership's numbers for the rule of confidence: its own, or the usual ones. */
export async function ruleOf(tx: Work): Promise<ConfidenceRule> {
  const own = await tx.selectFrom('evidence_rule').select('content').executeTakeFirst();
  return own === undefined ? usualRule : ConfidenceRule.parse(own.content);
}

/** All studies with the grades that stand, or only those named, in the order they came in. */
export async function studiesOf(tx: Work, only?: readonly string[]): Promise<readonly Study[]> {
  if (only?.length === 0) return [];
  const rows = await tx
    .selectFrom('evidence_study')
    .select(['id', 'content', 'source_id'])
    .where('removed_at', 'is', null)
    .$if(only !== undefined, (query) => query.where('id', 'in', [...(only ?? [])]))
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(studyOf);
}

/** A study as its row says. */
export function studyOf(row: { id: string; content: unknown; source_id: string | null }): Study {
  return Study.parse({
    ...z.looseObject({}).parse(row.content),
    id: row.id,
    source: row.source_id,
  });
}

/** Publications that stand: none that was merged into another or taken away. */
export async function sourcesOf(
  tx: Work,
): Promise<readonly { readonly id: string; readonly reference: Reference }[]> {
  const rows = await tx
    .selectFrom('evidence_source')
    .select(['id', 'reference'])
    .where('removed_at', 'is', null)
    .where('merged_into', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, reference }) => ({ id, reference: Reference.parse(reference) }));
}

/** Claims with their links and what follows from them: all, or one. Three statements, however many claims. */
export async function knownClaims(tx: Work, only?: string): Promise<readonly KnownClaim[]> {
  const rows = await tx
    .selectFrom('evidence_claim')
    .selectAll()
    .where('removed_at', 'is', null)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .orderBy('theme')
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  const [rule, links] = [await ruleOf(tx), await linksOf(tx, only)];
  const studies = new Map(links.map(({ content }) => [content.id, content]));
  return rows.map((row) => {
    const claim = Claim.parse({
      ...ClaimContent.parse(row.content),
      ...{ id: row.id, version: row.version },
      links: links.filter((each) => each.claim === row.id).map(({ link }) => link),
    });
    return {
      ...claim,
      ...{ group: row.group_id, found: graded(claim, studies, rule) },
      ...{ madeBy: row.made_by, madeAt: row.made_at, changedAt: row.changed_at },
    };
  });
}

async function linksOf(tx: Work, only: string | undefined) {
  const rows = await tx
    .selectFrom('evidence_claim_study as link')
    .innerJoin('evidence_study as study', 'study.id', 'link.study_id')
    .select(['link.claim_id', 'link.stance', 'link.note'])
    .select(['study.id', 'study.content', 'study.source_id'])
    .where('study.removed_at', 'is', null)
    .$if(only !== undefined, (query) => query.where('link.claim_id', '=', only ?? ''))
    .orderBy('study.year')
    .orderBy('study.id')
    .execute();
  return rows.map((row) => ({
    claim: row.claim_id,
    link: ClaimLink.parse({ study: row.id, stance: row.stance, note: row.note }),
    content: studyOf(row),
  }));
}
