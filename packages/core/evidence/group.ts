import { z } from 'zod';

const text = (most: number) => z.string().trim().max(most).default('');

/** What a seat in a working group is for; a survivor seat is taken by whoever chooses to take it. */
export const Seat = z.enum([
  'survivor',
  'research',
  'service',
  'government',
  'justice',
  'business',
  'civil-society',
  'funder',
  'other',
]);
export type Seat = z.infer<typeof Seat>;

/**
 * A member of a working group. `interest` is what they declared: '' with `declaredOn` null is "not yet asked", and a
 * day with '' is "nothing to declare".
 */
export const GroupMember = z.strictObject({
  name: z.string().trim().min(1).max(200),
  seat: Seat,
  discipline: text(200),
  region: text(200),
  subGroup: text(200),
  interest: text(2000),
  declaredOn: z.iso.date().nullable().default(null),
  leftOn: z.iso.date().nullable().default(null),
});
export type GroupMember = z.infer<typeof GroupMember>;

export type GroupStanding = {
  readonly members: number;
  readonly survivorSeats: number;
  readonly survivorSeatsFilled: number;
  /** Members who have not been asked for their interests. */
  readonly undeclared: number;
};

/** How a working group is made up today; who has left is not counted. [EV-17] */
export function groupStanding(
  survivorSeats: number,
  members: readonly Pick<GroupMember, 'seat' | 'declaredOn' | 'leftOn'>[],
  today: string,
): GroupStanding {
  const present = members.filter(({ leftOn }) => leftOn === null || leftOn > today);
  return {
    members: present.length,
    survivorSeats,
    survivorSeatsFilled: present.filter(({ seat }) => seat === 'survivor').length,
    undeclared: present.filter(({ declaredOn }) => declaredOn === null).length,
  };
}
