import { asInstallation } from '../database/within.ts';
import type { House } from '../http/house.ts';

/** All that is held on a person, over all partnerships: the asker's own and nobody else's. */
export async function heldOn({ database }: House, person: string) {
  return asInstallation(database, async (tx) => {
    const self = await tx
      .selectFrom('person')
      .where('id', '=', person)
      .select((eb) => [
        'name',
        'email',
        'two_factor as twoFactor',
        'made_at as madeAt',
        eb
          .exists(
            eb
              .selectFrom('account_credential as c')
              .select('c.id')
              .whereRef('c.person_id', '=', 'person.id')
              .where('c.password', 'is not', null),
          )
          .as('hasPassword'),
        eb
          .selectFrom('audit_entry as a')
          .select((inner) => inner.fn.countAll<number>().as('n'))
          .whereRef('a.person_id', '=', 'person.id')
          .as('auditRows'),
      ])
      .executeTakeFirstOrThrow();
    const memberships = await tx
      .selectFrom('membership as m')
      .innerJoin('partnership as p', 'p.id', 'm.partnership_id')
      .leftJoin('organisation as o', 'o.id', 'm.organisation_id')
      .where('m.person_id', '=', person)
      .select(['p.name as partnership', 'm.role', 'o.name as organisation'])
      .orderBy('p.name')
      .execute();
    const sessions = await tx
      .selectFrom('account_session')
      .where('person_id', '=', person)
      .select(['made_at as madeAt', 'seen_at as seenAt', 'agent'])
      .orderBy('seen_at', 'desc')
      .execute();
    const { madeAt, auditRows, hasPassword, ...rest } = self;
    return {
      person: { ...rest, hasPassword: Boolean(hasPassword), since: madeAt.toISOString() },
      memberships,
      sessions: sessions.map((each) => ({
        since: each.madeAt.toISOString(),
        seenAt: each.seenAt.toISOString(),
        agent: each.agent ?? '',
      })),
      auditRows: auditRows ?? 0,
    };
  });
}
