import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { mayDrawTheories } from '@freehold/core/access';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { theoryQuery } from './calls.ts';
import { OpenTheory } from './open-theory.tsx';
import './words.ts';
import '../look/change.css';

/** One theory: it is loaded once, and drawn from then on by its desk. */
export function TheoryPage() {
  const at = useParams({ from: '/p/$partnership/change/theories/$theory' });
  const search = useSearch({ from: '/p/$partnership/change/theories/$theory' });
  const mine = usePartnership(at.partnership);
  const { data, error } = useQuery({ ...theoryQuery(at), staleTime: 0, gcTime: 0 });
  if (data !== undefined && mine !== null)
    return (
      <OpenTheory
        key={data.id}
        {...{ at, search }}
        kept={data}
        mayDraw={mayDrawTheories(mine.role) && !data.removed}
      />
    );
  if (error === null) return <Loading what="the theory" />;
  return (
    <Page title="This theory is not here">
      <Problems error={error} />
    </Page>
  );
}
