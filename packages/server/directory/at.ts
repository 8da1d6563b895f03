import type { House, Partner } from '../http/house.ts';
import type { Hand } from './entry.ts';

/** Today by the house's clock, as an ISO day. */
export function todayOf({ ports }: Pick<House, 'ports'>): string {
  return ports.clock.now().toISOString().slice(0, 10);
}

/** The asker as whoever changes the directory. */
export function handOf({ ports }: Pick<House, 'ports'>, partner: Partner): Hand {
  return { partnership: partner.partnership, byName: partner.name, at: ports.clock.now() };
}
