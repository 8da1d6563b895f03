import type { ClaimLink, ConfidenceRule } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';
import { knownClaims, ruleOf, type ClaimContent, type KnownClaim } from './known.ts';

type Beside = {
  readonly note: string;
  readonly group?: string | null;
  readonly links?: readonly ClaimLink[];
};

/** Keeps a new claim as its first version, and gives its id. */
export async function keepNewClaim(
  tx: Work,
  by: By,
  content: ClaimContent,
  { note, group = null, links = [] }: Beside,
): Promise<string> {
  const { id } = await tx
    .insertInto('evidence_claim')
    .values({
      ...{ partnership_id: by.partnership, group_id: group, made_by: by.name },
      ...columnsOf(content),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepLinks(tx, by, id, links);
  await keepVersion(tx, by, id, { note, what: 'added' });
  return id;
}

/** Keeps a claim as people have changed it, as its next version; null where somebody else was quicker. */
export async function keepClaim(
  tx: Work,
  by: By,
  { id, version }: { readonly id: string; readonly version: number },
  content: ClaimContent,
  {
    note,
    group = null,
    links = [],
    what,
    now,
  }: Beside & { readonly what: string; readonly now: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('evidence_claim')
    .set({ ...columnsOf(content), group_id: group, version: version + 1, changed_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) return false;
  await tx.deleteFrom('evidence_claim_study').where('claim_id', '=', id).execute();
  await keepLinks(tx, by, id, links);
  await keepVersion(tx, by, id, { note, what });
  return true;
}

function columnsOf(content: ClaimContent) {
  const { statement, theme, status, reviewBy, lastReviewOn } = content;
  return {
    ...{ statement, theme, status, content: JSON.stringify(content) },
    ...{ review_by: reviewBy, last_review_on: lastReviewOn },
  };
}

async function keepLinks(
  tx: Work,
  by: By,
  claim: string,
  links: readonly ClaimLink[],
): Promise<void> {
  if (links.length === 0) return;
  await tx
    .insertInto('evidence_claim_study')
    .values(
      links.map(({ study, stance, note }) => ({
        ...{ partnership_id: by.partnership, claim_id: claim, study_id: study, stance, note },
      })),
    )
    .execute();
}

/** The claim as it is now, with what followed from its studies today and by which rule. */
async function keepVersion(
  tx: Work,
  by: By,
  claim: string,
  { note, what }: { readonly note: string; readonly what: string },
): Promise<void> {
  const [now] = await knownClaims(tx, claim);
  if (now === undefined) throw new RangeError(`no claim ${claim}`);
  await tx
    .insertInto('evidence_claim_version')
    .values({
      ...{ partnership_id: by.partnership, claim_id: claim, version: now.version },
      ...{ content: JSON.stringify(frozen(now, await ruleOf(tx))), note, by_name: by.name },
    })
    .execute();
  await noteChange(tx, by, { kind: 'claim', record: claim, title: now.statement, what, note });
}

function frozen(
  { madeAt: _at, madeBy: _by, changedAt: _changed, ...claim }: KnownClaim,
  rule: unknown,
) {
  return { ...claim, rule };
}

/** Keeps the partnership's numbers for the rule of confidence; null goes back to the usual ones. */
export async function keepRule(
  tx: Work,
  by: By,
  { rule, reason }: { readonly rule: ConfidenceRule | null; readonly reason: string },
  now: Date,
): Promise<void> {
  await tx.deleteFrom('evidence_rule').where('partnership_id', '=', by.partnership).execute();
  if (rule !== null)
    await tx
      .insertInto('evidence_rule')
      .values({
        ...{ partnership_id: by.partnership, content: JSON.stringify(rule), reason },
        ...{ by_name: by.name, at: now },
      })
      .execute();
  const what = rule === null ? 'reset' : 'changed';
  await noteChange(tx, by, { kind: 'rule', record: null, title: '', what, note: reason });
}
