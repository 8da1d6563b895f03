import { z } from '@hono/zod-openapi';
import { GroupMember, groupStanding } from '@freehold/core/evidence';
import { Id } from '@freehold/core/id';
import type { Work } from '../database/within.ts';
import { plain } from '../http/plain.ts';
import { noteChange, type By } from './change.ts';

const text = (most: number) => z.string().trim().max(most);
const fields = {
  name: text(200).min(1),
  theme: text(200),
  purpose: text(2000),
  survivorSeats: z.int().min(0).max(50),
};

export const WrittenGroup = plain(z.strictObject(fields)).openapi('WrittenGroup');
export const WrittenMember = plain(GroupMember).openapi('WrittenGroupMember');
export const WrittenDecision = plain(
  z.strictObject({
    claim: Id.nullable(),
    decidedOn: z.iso.date(),
    decision: text(2000).min(1),
    dissent: text(2000),
  }),
).openapi('WrittenGroupDecision');

export const GroupDecision = z.object({
  id: z.string(),
  group: z.string(),
  groupName: z.string(),
  claim: z.string().nullable(),
  decidedOn: z.string(),
  decision: z.string(),
  dissent: z.string(),
  byName: z.string(),
});

/** A working group with who sits in it and what it decided; seats are counted of today. */
export const ShownGroup = z
  .object({
    id: z.string(),
    ...fields,
    members: z.array(GroupMember.extend({ id: z.string() })),
    standing: z.object({
      members: z.number(),
      survivorSeats: z.number(),
      survivorSeatsFilled: z.number(),
      undeclared: z.number(),
    }),
    claims: z.array(z.object({ id: z.string(), statement: z.string() })),
    decisions: z.array(GroupDecision),
  })
  .openapi('ShownGroup');

/** Every working group that has not been taken away. */
export async function groupsOf(
  tx: Work,
  today: string,
): Promise<readonly z.infer<typeof ShownGroup>[]> {
  const groups = await tx
    .selectFrom('evidence_group')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute();
  const members = await tx
    .selectFrom('evidence_group_member')
    .selectAll()
    .orderBy('name')
    .execute();
  const decisions = await decisionsAbout(tx);
  const claims = await tx
    .selectFrom('evidence_claim')
    .select(['id', 'statement', 'group_id'])
    .where('removed_at', 'is', null)
    .orderBy('statement')
    .execute();
  return groups.map(({ id, name, theme, purpose, survivor_seats: survivorSeats }) => {
    const own = members
      .filter((each) => each.group_id === id)
      .map((each) => ({ ...GroupMember.parse(each.content), id: each.id }));
    return {
      ...{ id, name, theme, purpose, survivorSeats, members: own },
      standing: groupStanding(survivorSeats, own, today),
      claims: claims
        .filter(({ group_id: group }) => group === id)
        .map((claim) => ({ id: claim.id, statement: claim.statement })),
      decisions: decisions.filter(({ group }) => group === id),
    };
  });
}

/** What groups decided, the newest first: all, or about one claim. */
export async function decisionsAbout(
  tx: Work,
  claim?: string,
): Promise<z.infer<typeof GroupDecision>[]> {
  const rows = await tx
    .selectFrom('evidence_group_decision as decision')
    .innerJoin('evidence_group as of', 'of.id', 'decision.group_id')
    .selectAll('decision')
    .select('of.name')
    .$if(claim !== undefined, (query) => query.where('decision.claim_id', '=', claim ?? null))
    .orderBy('decision.decided_on', 'desc')
    .orderBy('decision.made_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, group: row.group_id, groupName: row.name, claim: row.claim_id },
    ...{ decidedOn: row.decided_on, decision: row.decision, dissent: row.dissent },
    byName: row.by_name,
  }));
}

/** Keeps a working group, a new one where `id` is null; null where there is no such group. */
export async function keepGroup(
  tx: Work,
  by: By,
  id: string | null,
  { survivorSeats, ...group }: z.infer<typeof WrittenGroup>,
): Promise<string | null> {
  const values = { ...group, survivor_seats: survivorSeats };
  const kept =
    id === null
      ? await tx
          .insertInto('evidence_group')
          .values({ partnership_id: by.partnership, ...values })
          .returning('id')
          .executeTakeFirst()
      : await tx
          .updateTable('evidence_group')
          .set(values)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
  if (kept === undefined) return null;
  const what = id === null ? 'added' : 'changed';
  await noteChange(tx, by, { kind: 'group', record: kept.id, title: group.name, what });
  return kept.id;
}

/** Keeps somebody's seat in a group: a new one in `group`, or the one that `id` names. */
export async function keepMember(
  tx: Work,
  by: By,
  at: { readonly group: string } | { readonly id: string },
  member: z.infer<typeof WrittenMember>,
): Promise<string | null> {
  const values = {
    name: member.name,
    content: JSON.stringify(member),
    left_on: member.leftOn,
  };
  if ('id' in at) {
    const row = await tx
      .updateTable('evidence_group_member')
      .set(values)
      .where('id', '=', at.id)
      .returning('id')
      .executeTakeFirst();
    return row?.id ?? null;
  }
  const group = await groupNamed(tx, at.group);
  if (group === null) return null;
  const { id } = await tx
    .insertInto('evidence_group_member')
    .values({ partnership_id: by.partnership, group_id: at.group, ...values })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts down what a group decided, with who disagreed; null where there is no such group or claim. */
export async function keepDecision(
  tx: Work,
  by: By,
  group: string,
  { claim, decidedOn, decision, dissent }: z.infer<typeof WrittenDecision>,
): Promise<string | null> {
  const name = await groupNamed(tx, group);
  const about =
    claim === null
      ? undefined
      : await tx
          .selectFrom('evidence_claim')
          .select('id')
          .where('id', '=', claim)
          .executeTakeFirst();
  if (name === null || (claim !== null && about === undefined)) return null;
  const { id } = await tx
    .insertInto('evidence_group_decision')
    .values({
      ...{ partnership_id: by.partnership, group_id: group, claim_id: claim },
      ...{ decided_on: decidedOn, decision, dissent, by_name: by.name },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const change = { kind: 'group' as const, record: group, title: name, what: 'decided' };
  await noteChange(tx, by, { ...change, note: decision });
  return id;
}

async function groupNamed(tx: Work, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('evidence_group')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? null;
}
