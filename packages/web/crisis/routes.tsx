import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Actor, CrisisType, Phase } from '@freehold/core/crisis';
import { partnershipRoute } from '../shell/root.tsx';

/** `place` is whose plan it is; the others narrow the library. */
export type CrisesSearch = { place?: string; type?: CrisisType; phase?: Phase; actor?: Actor };

/** The parts of a board, the most pressing first. */
export const boardParts = ['now', 'calls', 'counts', 'services', 'after'] as const;
export type BoardPart = (typeof boardParts)[number];
export type BoardSearch = { part?: BoardPart };

function crisesSearch(search: Record<string, unknown>): CrisesSearch {
  const type = CrisisType.safeParse(search.type);
  const phase = Phase.safeParse(search.phase);
  const actor = Actor.safeParse(search.actor);
  return {
    ...(typeof search.place === 'string' && search.place !== '' && { place: search.place }),
    ...(type.success && { type: type.data }),
    ...(phase.success && { phase: phase.data }),
    ...(actor.success && { actor: actor.data }),
  };
}

function boardSearch(search: Record<string, unknown>): BoardSearch {
  const part = boardParts.find((each) => each === search.part);
  return part === undefined ? {} : { part };
}

export const crisisRoutes = [
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/crisis',
    validateSearch: crisesSearch,
    component: lazyRouteComponent(() => import('./crises.tsx'), 'Crises'),
  }),
  createRoute({
    getParentRoute: () => partnershipRoute,
    path: '/plan/crisis/$crisis',
    validateSearch: boardSearch,
    component: lazyRouteComponent(() => import('./board.tsx'), 'Board'),
  }),
] as const;
