import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { mayShareResults, type Visibility } from '@freehold/core/access';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { RadioCards } from './radio-cards.tsx';
import type { ReviewAt } from './review.ts';

const address = api.partnerships[':partnership'].reviews[':review'].visibility;

/** Who beyond the partnership sees a published review; asks before it is open to everybody. */
export function WhoSees({ at }: { at: ReviewAt }) {
  const role = usePartnership(at.partnership)?.role ?? null;
  const key = ['review', at.review, 'visibility'];
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: () => got(address.$get({ param: at })),
  });
  const [asks, setAsks] = useState(false);
  const set = useMutation({
    mutationFn: (visibility: Visibility) => got(address.$put({ param: at, json: { visibility } })),
    onSuccess: (now) => queries.setQueryData(key, now),
  });
  if (data === undefined) return error === null ? null : <Problems error={error} />;
  const now = set.isPending ? set.variables : data.visibility;
  return (
    <section className="stack" aria-labelledby="who-sees">
      <h2 id="who-sees">{findings[now]}</h2>
      {role !== null && mayShareResults(role) ? (
        <RadioCards
          legend="Who sees the results"
          name="visibility"
          chosen={now}
          options={choices}
          onChange={(value) => (value === 'public' ? setAsks(true) : set.mutate(value))}
        />
      ) : (
        <p className="small soft">The co-ordinator or the chair can change this.</p>
      )}
      <p className="small soft">
        Shared are the scores of topics and levels with their intervals and coverage, the name of
        the place and of the partnership. How many answered is shared from five people on. Never who
        rated, what anybody said, agencies, gaps or assets.{' '}
        <Link to="/p/$partnership/compare/shared" params={{ partnership: at.partnership }}>
          What others share
        </Link>
      </p>
      <Problems error={set.error} />
      <Dialog title="Show these results to everybody?" open={asks} onClose={() => setAsks(false)}>
        <p>
          Anybody on the internet who reaches this address can read and copy them, without signing
          in. You can take them back here, but not what somebody has copied.
        </p>
        <div className="row">
          <Button
            tone="primary"
            onClick={() => {
              set.mutate('public');
              setAsks(false);
            }}
          >
            Show to everybody
          </Button>
          <Button onClick={() => setAsks(false)}>Keep as it is</Button>
        </div>
      </Dialog>
    </section>
  );
}

const findings: Readonly<Record<Visibility, string>> = {
  private: 'Only this partnership sees the results',
  peers: 'Partnerships that share too see the results',
  public: 'Everybody can see the results',
};

const choices: readonly { value: Visibility; title: string; says: string }[] = [
  {
    value: 'private',
    title: 'Only this partnership',
    says: 'The people who belong to it, and nobody else.',
  },
  {
    value: 'peers',
    title: 'Partnerships that share too',
    says: 'Members of partnerships here that have put out results of their own. You see theirs as well.',
  },
  {
    value: 'public',
    title: 'Everybody',
    says: 'Anybody who reaches this address, without signing in.',
  },
];
