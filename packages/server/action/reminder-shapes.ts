import { z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import type { Partner } from '../http/house.ts';
import type { KeptReminder } from './reminder-store.ts';

/**
 * A reminder that was sent. `to` is null to who may not see the address; `mine` says that it went to the asker.
 * `sentAt` is null where nobody knows whether the message went out.
 */
export const Reminder = z
  .object({
    id: z.string(),
    action: z.string(),
    title: z.string(),
    kind: z.enum(['due-soon', 'overdue']),
    dueOn: z.iso.date(),
    to: z.string().nullable(),
    mine: z.boolean(),
    askedAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
  })
  .openapi('Reminder');

export function shownReminder(
  { toPerson, toAddress, claimedAt, sentAt, ...reminder }: KeptReminder,
  { person, role }: Pick<Partner, 'person' | 'role'>,
): z.infer<typeof Reminder> {
  const mine = toPerson === person;
  return {
    ...reminder,
    to: mine || mayEditPlace(role) ? toAddress : null,
    mine,
    askedAt: claimedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  };
}
