import { Claim, ClaimLink, Protocol, Seat } from '@freehold/core/evidence';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../database/within.ts';
import { keepNewClaim } from '../evidence/claim-store.ts';
import { giveGrade, settleGrade } from '../evidence/grade-store.ts';
import { keepDecision, keepGroup, keepMember } from '../evidence/group-store.ts';
import { ClaimContent } from '../evidence/known.ts';
import { keepProtocol } from '../evidence/protocol-store.ts';
import evidence from './evidence.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Day = z.int().min(-1000).max(1000);
const Words = z.string().min(1);

const Evidence = z.strictObject({
  claims: z.array(
    z.strictObject({
      ...Claim.pick({
        ...{ statement: true, theme: true, scope: true, status: true, verdict: true },
        ...{ types: true, pathways: true },
      }).shape,
      links: z.array(ClaimLink.extend({ study: Words })),
      ...{ group: z.boolean(), madeDay: Day, reviewDay: Day, note: Words },
    }),
  ),
  group: z.strictObject({
    ...{ name: Words, theme: Words, purpose: Words, survivorSeats: z.int() },
    members: z.array(
      z.strictObject({
        ...{ name: Words, seat: Seat, discipline: Words, interest: z.string() },
        declaredDay: Day.nullable(),
      }),
    ),
    decisions: z.array(
      z.strictObject({ claim: Words, day: Day, decision: Words, dissent: z.string() }),
    ),
  }),
  protocol: Protocol.omit({ searchedFrom: true, searchedTo: true, updatedOn: true }).extend({
    ...{ fromDay: Day, toDay: Day },
  }),
  grades: z.array(
    z.strictObject({
      ...{ study: Words, first: z.int(), second: z.int().nullable() },
      settled: z.strictObject({ value: z.int(), reason: Words }).nullable(),
    }),
  ),
});
type Evidence = z.infer<typeof Evidence>;

/** Who grades beside the co-ordinator. */
const secondRater = 'Analyst, Harbourside Council';

/** Adds made-up claims on the made-up studies, the group that judges some of them, a search, and grades by two people. */
export async function addEvidence(tx: Work, setting: Setting): Promise<void> {
  const found = Evidence.parse(evidence);
  const { partnership, calendar, content } = setting;
  const by = { partnership, name: content.story.coordinator };
  const studies = await idsByTitle(tx);
  await addGrades(tx, setting, found, studies);
  const { members, decisions, ...group } = found.group;
  const groupId = (await keepGroup(tx, by, null, group)) ?? '';
  for (const { declaredDay, ...member } of members)
    await keepMember(
      tx,
      by,
      { group: groupId },
      {
        ...{ ...member, region: '', subGroup: '', leftOn: null },
        declaredOn: declaredDay === null ? null : calendar.on(declaredDay),
      },
    );
  const claims = new Map<string, string>();
  const days: { id: string; at: Date }[] = [];
  for (const { links, group: judged, madeDay, reviewDay, note, ...claim } of found.claims) {
    const reviewBy = calendar.on(reviewDay);
    const id = await keepNewClaim(tx, by, ClaimContent.parse({ ...claim, reviewBy }), {
      note,
      group: judged ? groupId : null,
      links: links.map((link) => ({ ...link, study: studies.get(link.study) ?? '' })),
    });
    claims.set(claim.statement, id);
    days.push({ id, at: calendar.at(madeDay) });
  }
  await dated(tx, days);
  for (const { claim, day, ...decision } of decisions)
    await keepDecision(tx, by, groupId, {
      ...decision,
      ...{ claim: claims.get(claim) ?? null, decidedOn: calendar.on(day) },
    });
  const { fromDay, toDay, ...protocol } = found.protocol;
  const [searchedFrom, searchedTo] = [calendar.on(fromDay), calendar.on(toDay)];
  const updatedOn = searchedTo;
  await keepProtocol(tx, by, null, { ...protocol, searchedFrom, searchedTo, updatedOn });
}

async function idsByTitle(tx: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('evidence_study').select(['id', 'title']).execute();
  return new Map(rows.map(({ id, title }) => [title, id]));
}

/** Puts claims back to the days on which they were made up to be made. */
async function dated(
  tx: Work,
  days: readonly { readonly id: string; readonly at: Date }[],
): Promise<void> {
  const at = sql`jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (id uuid, at timestamptz)`;
  await sql`update evidence_claim c set made_at = d.at, changed_at = d.at
    from ${at} where c.id = d.id`.execute(tx);
  await sql`update evidence_claim_version v set at = d.at from ${at} where v.claim_id = d.id`.execute(
    tx,
  );
  await sql`update evidence_change e set at = d.at from ${at} where e.record = d.id`.execute(tx);
}

async function addGrades(
  tx: Work,
  { person, partnership, content, calendar }: Setting,
  { grades }: Evidence,
  studies: ReadonlyMap<string, string>,
): Promise<void> {
  const second = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.id')
    .where('membership.partnership_id', '=', partnership)
    .where('person.name', '=', secondRater)
    .executeTakeFirstOrThrow();
  const name = content.story.coordinator;
  for (const each of grades) {
    const on = { study: studies.get(each.study) ?? '', scale: 'maryland' as const, outcome: '' };
    const given = (value: number) => ({ scale: 'maryland' as const, value });
    const at = { note: '', now: calendar.at(-100) };
    await giveGrade(tx, { partnership, person, name }, on, { ...at, given: given(each.first) });
    if (each.second !== null) {
      const rater = { partnership, person: second.id, name: secondRater };
      await giveGrade(tx, rater, on, { ...at, given: given(each.second) });
    }
    if (each.settled !== null)
      await settleGrade(tx, { partnership, name }, on, {
        ...{ given: given(each.settled.value), reason: each.settled.reason },
        now: calendar.at(-90),
      });
  }
}
