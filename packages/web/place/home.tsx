import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { CycleNow } from '../cycle/now.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day, number } from '../words.ts';
import { homeQuery, measuredQuery, type Home } from './calls.ts';
import { profileFinding } from './finding.ts';
import { FirstPlace } from './first-place.tsx';
import { FirstReview } from './first-review.tsx';
import { GapsAndAssets } from './gaps-and-assets.tsx';
import { MeasuredTable } from './measured-table.tsx';
import { NeighbourMap } from './neighbour-map.tsx';
import { Picture } from './picture.tsx';
import { Running } from './running.tsx';
import { nextStep, type Next } from './next.ts';
import { whatPlaceIs } from './words.ts';
import '../look/place.css';

/** The home of a partnership: its own place, or how to choose one. */
export function PlaceHome() {
  const { partnership } = useParams({ from: '/p/$partnership/' });
  const mine = usePartnership(partnership);
  useCrumbs({ words: 'Place' });
  if (mine === null) return <Loading what="your place" />;
  return mine.homePlace === null ? (
    <FirstPlace partnership={partnership} />
  ) : (
    <HomeOf partnership={partnership} place={mine.homePlace} />
  );
}

/** The same for any other place. */
export function OnePlaceHome() {
  const { partnership, place } = useParams({ from: '/p/$partnership/places/$place' });
  const { data } = useQuery(homeQuery(partnership, place));
  useCrumbs(
    { words: 'Places', to: `/p/${partnership}/places` },
    { words: data?.place.name ?? 'Place' },
  );
  return <HomeOf partnership={partnership} place={place} />;
}

function HomeOf({ partnership, place }: { partnership: string; place: string }) {
  const { data: home, error } = useQuery(homeQuery(partnership, place));
  const measured = useQuery(measuredQuery(partnership, place));
  if (error) return <Problems error={error} />;
  if (home === undefined) return <Loading what="this place" />;
  const next = nextStep(home);
  const fresh = home.review === null && home.running === null;
  const at = { partnership, home };
  return (
    <Page
      title={titleOf(home)}
      lede={<Lede {...at} />}
      action={!fresh && <NextLink partnership={partnership} home={home} next={next} />}
    >
      {(!fresh || home.cycle.open !== null) && <CycleNow {...at} next={next.words} />}
      {home.running !== null && <Running partnership={partnership} running={home.running} />}
      {fresh && <FirstReview partnership={partnership} place={home.place} />}
      {home.profile !== null && home.review !== null && <Picture {...at} profile={home.profile} />}
      <GapsAndAssets {...at} />
      <MeasuredTable partnership={partnership} place={home.place} measured={measured} />
      <NeighbourMap partnership={partnership} place={home.place} />
    </Page>
  );
}

function titleOf({ place, profile, running }: Home): string {
  if (profile !== null) return profileFinding(place.name, profile);
  if (running === null) return `${place.name} has not been reviewed yet`;
  return running.state === 'rating'
    ? `${place.name} is being rated: ${running.ratersFinished} of ${count(running.ratersInvited, 'rater has', 'raters have')} finished`
    : `The first review of ${place.name} is under way`;
}

function Lede({ partnership, home: { place, review } }: { partnership: string; home: Home }) {
  return (
    <>
      {place.name} is {whatPlaceIs(place)}
      {place.population !== null &&
        `, with ${number(place.population.value)} people (${place.population.year})`}
      .{' '}
      <Link to="/p/$partnership/places/$place/about" params={{ partnership, place: place.id }}>
        About this place
      </Link>
      {review !== null && (
        <>
          <br />
          Scores from “{review.title}”
          {review.publishedAt === null
            ? ', agreed but not published yet'
            : `, published ${day(review.publishedAt)}`}
          : {count(review.raters, 'rater', 'raters')} of{' '}
          {count(review.agencies, 'agency', 'agencies')}.
        </>
      )}
    </>
  );
}

function NextLink({
  partnership,
  home: { running, place },
  next,
}: {
  partnership: string;
  home: Home;
  next: Next;
}) {
  const className = buttonClass('primary');
  if (next.to === 'plan') {
    return (
      <Link className={className} to="/p/$partnership/plan" params={{ partnership }}>
        Go to gaps and priorities
      </Link>
    );
  }
  return running === null ? (
    <Link
      className={className}
      to="/p/$partnership/reviews/new"
      params={{ partnership }}
      search={{ place: place.id }}
    >
      Start a review
    </Link>
  ) : (
    <Link
      className={className}
      to="/p/$partnership/reviews/$review"
      params={{ partnership, review: running.id }}
    >
      Go to the review
    </Link>
  );
}
