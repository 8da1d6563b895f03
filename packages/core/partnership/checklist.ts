import type { Directory } from './directory.ts';

/** One line of the checklist of who should sit at the table, with the sectors that answer it. */
export type Seat = { readonly code: string; readonly sectors: readonly string[] };

/**
 * Sixteen seats. That a checklist of sixteen exists is known from the partnership toolkit; its own lines could not be
 * read, so which sixteen these are is Freehold's proposal (UNVERIFIED) and is said wherever they show. [PN-11]
 */
export const seats: readonly Seat[] = [
  { code: 'police', sectors: ['police', 'rocu', 'nca'] },
  { code: 'opcc', sectors: ['opcc'] },
  { code: 'council', sectors: ['council'] },
  { code: 'health', sectors: ['health'] },
  { code: 'fire', sectors: ['fire'] },
  { code: 'immigration', sectors: ['immigration', 'home-office'] },
  { code: 'labour-inspection', sectors: ['glaa'] },
  { code: 'tax-and-benefits', sectors: ['hmrc', 'dwp'] },
  { code: 'prosecution', sectors: ['cps'] },
  { code: 'probation-prison', sectors: ['probation-prison'] },
  { code: 'housing', sectors: ['housing'] },
  { code: 'education', sectors: ['education', 'university'] },
  { code: 'ngo', sectors: ['ngo'] },
  { code: 'survivor-led', sectors: ['survivor-led'] },
  { code: 'faith', sectors: ['faith'] },
  { code: 'business', sectors: ['business', 'union'] },
];

export type Seated = { readonly seat: Seat; readonly organisations: readonly string[] };

/**
 * Who fills each seat among the members of some partnerships. An organisation led by survivors fills their seat
 * whatever its sector. [PN-11]
 */
export function seated(
  { organisations, members }: Directory,
  groups: ReadonlySet<string>,
): readonly Seated[] {
  const there = new Set(
    members.filter(({ group }) => groups.has(group)).map(({ organisation }) => organisation),
  );
  const present = organisations.filter(({ id }) => there.has(id));
  return seats.map((seat) => ({
    seat,
    organisations: present
      .filter(
        ({ sector, survivorLed }) =>
          seat.sectors.includes(sector) || (survivorLed && seat.code === 'survivor-led'),
      )
      .map(({ id }) => id),
  }));
}
