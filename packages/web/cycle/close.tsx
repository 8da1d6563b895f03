import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayRunCycle } from '@freehold/core/access';
import { Notice } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { closeOutQuery } from './calls.ts';
import { Wizard } from './wizard.tsx';
import '../look/cycle.css';

/** The end of a round, step by step: what changed, what is now normal, what goes on, what is next. */
export function CloseRound() {
  const at = useParams({ from: '/p/$partnership/cycle/$round/close' });
  const { data, error } = useQuery(closeOutQuery(at));
  const mine = usePartnership(at.partnership);
  useCrumbs(
    { words: data?.place.name ?? 'Place', to: `/p/${at.partnership}` },
    { words: 'Rounds', to: `/p/${at.partnership}/cycle` },
    { words: data?.round.title ?? 'Round', to: `/p/${at.partnership}/cycle/${at.round}` },
    { words: 'Close' },
  );
  if (error) return <Problems error={error} />;
  if (data === undefined || mine === null) return <Loading what="what is open" />;
  const { round, place } = data;
  if (round.state === 'closed' || !mayRunCycle(mine.role)) {
    return (
      <Page title={`${round.title} of ${place.name}`}>
        <Notice
          title={
            round.state === 'closed'
              ? 'This round is closed already'
              : 'The co-ordinator or the chair closes a round'
          }
        >
          <p>
            <Link to="/p/$partnership/cycle/$round" params={at}>
              Go to the round
            </Link>
          </p>
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title={`Close ${round.title} of ${place.name}`}
      lede="Five short steps. What you write is kept in this browser until the round is closed."
    >
      <Wizard at={at} closeOut={data} />
    </Page>
  );
}
