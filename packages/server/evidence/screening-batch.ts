import type { ScreeningReason } from '@freehold/core/evidence';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Desk, KeptBatch, Screener } from './screening-store.ts';

/** Two different members of the partnership, by the names they have today; '' is nobody. */
export async function membersNamed(
  tx: Work,
  [first, second]: readonly [string, string],
): Promise<Outcome<readonly [Screener, Screener]>> {
  if (first === second)
    return refused(problem('screening-one-person', undefined, { path: 'second' }));
  if (first === '' || second === '')
    return refused(problem('person-unknown', undefined, { path: 'second' }));
  const people = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as person', 'person.name'])
    .where('person.id', 'in', [first, second])
    .execute();
  const of = (id: string) => people.find(({ person }) => person === id);
  const [one, other] = [of(first), of(second)];
  return one === undefined || other === undefined
    ? refused(problem('person-unknown', undefined, { path: 'second' }))
    : fine([one, other]);
}

/** True where a search of this id is there, or none is named. */
export async function protocolNamed(tx: Work, protocol: string | null): Promise<boolean> {
  return protocol === null || (await titleOf(tx, protocol)) !== null;
}

async function titleOf(tx: Work, protocol: string): Promise<string | null> {
  const row = await tx
    .selectFrom('evidence_protocol')
    .select('title')
    .where('id', '=', protocol)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row?.title ?? null;
}

type BatchFields = {
  readonly title: string;
  readonly protocol: string | null;
  readonly first: string;
  readonly second: string;
  readonly reasons: readonly ScreeningReason[];
  readonly lookFor: readonly string[];
  readonly lookOut: readonly string[];
};

/** A batch with a change laid over it; people and search looked up. */
export async function changedBatch(
  tx: Work,
  before: KeptBatch,
  { protocol, first, second, ...plain }: Partial<BatchFields>,
): Promise<Outcome<KeptBatch>> {
  const [one, other] = before.screeners;
  // Somebody whose account is gone has no id to be kept by: then both are named anew.
  const asked = [first ?? one.person ?? '', second ?? other.person ?? ''] as const;
  const same = first === undefined && second === undefined;
  const people = same ? fine(before.screeners) : await membersNamed(tx, asked);
  if (!people.ok) return people;
  const after = { ...before, ...plain, screeners: people.value };
  if (protocol === undefined) return fine(after);
  if (protocol === null) return fine({ ...after, protocol: null });
  const title = await titleOf(tx, protocol);
  return title === null
    ? refused(problem('protocol-unknown', undefined, { path: 'protocol' }))
    : fine({ ...after, protocol: { id: protocol, title } });
}

/** What a change would break: somebody replaced who has decided, or a reason gone that somebody gave. */
export function batchFaults(
  { before, after }: { readonly before: KeptBatch; readonly after: KeptBatch },
  desk: Desk,
): readonly Problem[] {
  const people = after.screeners.map(({ person }) => person);
  const codes = new Set(after.reasons.map(({ code }) => code));
  const given = new Set([...desk.decisions, ...desk.settled].map(({ reason }) => reason));
  return [
    ...before.screeners
      .filter(({ person }) => !people.includes(person))
      .filter(({ person }) => desk.decisions.some((each) => each.person === person))
      .map(({ name }) => problem('screening-has-decided', { name }, { path: 'second' })),
    ...before.reasons
      .filter(({ code }) => given.has(code) && !codes.has(code))
      .map(({ text }) => problem('screening-reason-given', { text }, { path: 'reasons' })),
  ];
}
