import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { heldBack, leastTogether, type ReviewProfile } from '@freehold/core/review';
import { Notice } from '../parts/notice.tsx';
import { profileQuery, type ReviewAt } from './review.ts';
import { heldCount } from './words.ts';

/** How many topics everybody but the co-ordinator sees no score of, because too few ratings made it. */
export function heldTopics(profile: ReviewProfile): number {
  return heldBack(profile).topics.filter(({ noScore }) => noScore === 'held-back').length;
}

/** Says beside the scores what the report leaves out, so that nobody finds out at the board. */
export function HeldNote({
  at,
  profile,
  settled,
}: {
  at: ReviewAt;
  profile: ReviewProfile;
  settled: boolean;
}) {
  const held = heldTopics(profile);
  if (held === 0) return null;
  const shown = profile.topics.some(({ noScore }) => noScore === 'held-back');
  return (
    <Notice
      title={
        shown
          ? `${heldCount(held, profile.topics.length)} held back`
          : `Only you see all of this: the report holds ${heldCount(held, profile.topics.length)} back`
      }
    >
      <p>
        Few ratings made them, or few of what made them are held back: a figure would tell who said
        what. Of such questions everybody else sees only the score that was agreed.{' '}
        {settled ? (
          `A next round with ${leastTogether} agencies or more shows what they say together.`
        ) : (
          <Link to="/p/$partnership/reviews/$review/agreeing" params={at}>
            Agree their scores before you validate
          </Link>
        )}
      </p>
    </Notice>
  );
}

/** Before scores are frozen: what could no longer be mended afterwards. */
export function HeldBeforeFreezing({ at }: { at: ReviewAt }) {
  const { data } = useQuery(profileQuery(at));
  const held = data === undefined ? 0 : heldTopics(data.profile);
  if (data === undefined || held === 0) return null;
  return (
    <p>
      <strong>
        The report will hold {heldCount(held, data.profile.topics.length)} back: fewer than{' '}
        {leastTogether} ratings made them.
      </strong>{' '}
      Agree a score for their questions first, or reopen the rating and ask more agencies. It cannot
      be done afterwards.
    </p>
  );
}
