import { isUnder } from '@freehold/core/numeric';
import type { ReviewProfile } from '@freehold/core/review';
import { HeatGrid } from '../figure/index.ts';
import { Method } from '../parts/page.tsx';
import { number, percent } from '../words.ts';
import type { Home } from './calls.ts';
import { scored } from './finding.ts';
import { heatLevels } from './heat-levels.ts';

/** The place as a profile: every topic with its score, its interval and its coverage. */
export function Picture({
  partnership,
  home: { place, review },
  profile,
}: {
  partnership: string;
  home: Home;
  profile: ReviewProfile;
}) {
  const topics = scored(profile);
  const low = topics.filter(({ score }) => isUnder(score, 2)).length;
  return (
    <section className="stack" aria-labelledby="picture">
      <h2 id="picture">A picture of {place.name}</h2>
      <HeatGrid
        finding={
          topics.length === 0
            ? 'No topic has enough answers for a score'
            : `${low} of ${topics.length} topics with a score stand below 2 of 4`
        }
        measure="Score by topic, 0 to 4, with its interval and the share of answers given"
        fileName={`${place.name} scores`}
        source={`${profile.framework.title}, version ${profile.framework.version}`}
        levels={heatLevels(
          profile,
          ({ code }) => `/p/${partnership}/reviews/${review?.id ?? ''}/scores#${code}`,
        )}
      />
      <HowWorkedOut profile={profile} />
    </section>
  );
}

function HowWorkedOut({ profile: { framework, recipe } }: { profile: ReviewProfile }) {
  return (
    <Method>
      <p>
        A topic’s score is the weighted mean of its answered questions, 0 to 4. Questions that do
        not apply leave the sum; “don’t know” lowers the coverage. Under{' '}
        {percent(recipe.leastCoverage)} coverage there is no score.
      </p>
      <p>
        The interval shows how much the score hangs on who was asked: agencies are drawn again{' '}
        {number(recipe.interval.draws)} times, and {percent(recipe.interval.level)} of the means
        fall within it. Under {recipe.leastAgencies} agencies no interval is claimed. Where
        intervals overlap, topics cannot be told apart.
      </p>
      <p>
        {framework.statement} Recipe: {recipe.method}, {recipe.framework.code} version{' '}
        {recipe.framework.version}, profile {recipe.profile}, seed {recipe.interval.seed}.
      </p>
    </Method>
  );
}
