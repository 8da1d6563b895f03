import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { noteChange, type By } from './change.ts';
import type { WrittenClaim } from './claim-shapes.ts';
import { keepClaim, keepNewClaim } from './claim-store.ts';
import { ClaimContent, knownClaims, studiesOf, type KnownClaim } from './known.ts';

/** Keeps a claim that a person wrote. Problems: `study-unknown`, `group-unknown`. */
export async function addClaim(
  tx: Work,
  by: By,
  claim: WrittenClaim,
  now: Date,
): Promise<Outcome<string>> {
  const problems = await linkProblems(tx, claim);
  if (problems.length > 0) return refused(...problems);
  const { group, links, note } = claim;
  const content = contentOf(claim, null, by, now);
  return fine(await keepNewClaim(tx, by, content, { group, links, note }));
}

/**
 * Keeps a claim as a person changed it, as its next version. Problems: `not-found`, `changed-meanwhile` where it was
 * changed since that person read it, and those of adding one.
 */
export async function changeClaim(
  tx: Work,
  by: By,
  asked: { readonly id: string; readonly version: number; readonly now: Date },
  claim: WrittenClaim,
): Promise<Outcome<null>> {
  const [before] = await knownClaims(tx, asked.id);
  if (before === undefined) return refused(problem('not-found'));
  const problems = await linkProblems(tx, claim);
  if (problems.length > 0) return refused(...problems);
  const { group, links, note } = claim;
  const content = contentOf(claim, before, by, asked.now);
  const what = before.status === claim.status ? 'changed' : claim.status;
  const beside = { group, links, note, what, now: asked.now };
  const kept = await keepClaim(tx, by, asked, content, beside);
  return kept ? fine(null) : refused(problem('changed-meanwhile'));
}

/** Takes a claim away, or brings it back. */
export async function removeClaim(
  tx: Work,
  by: By,
  { id, removed, now }: { readonly id: string; readonly removed: boolean; readonly now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('evidence_claim')
    .set({ removed_at: removed ? now : null })
    .where('id', '=', id)
    .returning('statement')
    .executeTakeFirst();
  if (row === undefined) return false;
  const what = removed ? 'removed' : 'restored';
  await noteChange(tx, by, { kind: 'claim', record: id, title: row.statement, what });
  return true;
}

/** Who overruled the rule, and on which day, stays theirs as long as their word and reason stand. */
function contentOf(
  claim: WrittenClaim,
  before: KnownClaim | null,
  by: By,
  now: Date,
): ClaimContent {
  const { group: _group, links: _links, note: _note, override, ...rest } = claim;
  const stood = before?.override ?? null;
  const same =
    stood !== null &&
    override !== null &&
    stood.confidence === override.confidence &&
    stood.reason === override.reason;
  const fresh =
    override === null ? null : { ...override, by: by.name, on: now.toISOString().slice(0, 10) };
  return ClaimContent.parse({ ...pickContent(rest), override: same ? stood : fresh });
}

/** Only what a claim's content holds: a change also brings the version it began from. */
function pickContent(claim: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claim).filter(([field]) => field in ClaimContent.shape));
}

async function linkProblems(tx: Work, { links, group }: Pick<WrittenClaim, 'links' | 'group'>) {
  const asked = links.map(({ study }) => study);
  const there = new Set((await studiesOf(tx, asked)).map(({ id }) => id));
  const twice = asked.filter((study, at) => asked.indexOf(study) !== at);
  const found =
    group === null
      ? null
      : await tx
          .selectFrom('evidence_group')
          .select('id')
          .where('id', '=', group)
          .executeTakeFirst();
  return [
    ...asked.flatMap((study, at) =>
      there.has(study) ? [] : [problem('study-unknown', { study }, { path: `links.${at}` })],
    ),
    ...twice.map((study) => problem('study-linked-twice', { study }, { path: 'links' })),
    ...(found === undefined ? [problem('group-unknown', {}, { path: 'group' })] : []),
  ];
}
