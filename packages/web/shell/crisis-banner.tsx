import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got } from '../api.ts';
import { day } from '../words.ts';
import '../look/crisis.css';

/** The crisis that is active, if one is. */
export const activeCrisisQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['crisis', partnership, 'active'],
    queryFn: () =>
      got(api.partnerships[':partnership'].crisis.active.$get({ param: { partnership } })),
    staleTime: 60_000,
    refetchInterval: 120_000,
  });

/** While a crisis is active, every page says so and leads to its board. */
export function CrisisBanner({ partnership }: { partnership: string }) {
  const { data } = useQuery(activeCrisisQuery(partnership));
  const crisis = data?.crisis ?? null;
  if (crisis === null) return null;
  return (
    <section className="crisis-banner" aria-label="Crisis">
      <Link to="/p/$partnership/plan/crisis/$crisis" params={{ partnership, crisis: crisis.id }}>
        <span>
          <span className="strong">Crisis active: {crisis.title}</span>, {crisis.place.name}, since{' '}
          {day(crisis.startedOn)}. Open the board
        </span>
      </Link>
    </section>
  );
}
