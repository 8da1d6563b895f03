import type { ReviewProfile } from '@freehold/core/review';
import { Method } from '../parts/page.tsx';
import { count, list, number, percent } from '../words.ts';

/** Method and recipe of a profile, in words and as data. */
export function HowScored({ profile }: { profile: ReviewProfile }) {
  const { recipe, framework, agencies, raters } = profile;
  const { level, draws, seed } = recipe.interval;
  return (
    <Method>
      <p>
        {framework.statement}, version {framework.version}.
      </p>
      <p>
        {count(raters, 'rater', 'raters')} from {count(agencies.length, 'agency', 'agencies')}
        {agencies.length > 0 && `: ${list(agencies)}`}. Several raters of one agency are averaged
        first, so that no agency counts twice.
      </p>
      <ul className="stack-tight">
        <li>
          A question’s score is the agreed one; where none is agreed, the mean over agencies; for
          measured values, their place in the comparison group or on fixed bands.
        </li>
        <li>
          A topic’s score is the weighted mean of its questions. “Not applicable” leaves the count;
          “don’t know” lowers the coverage. Under {percent(recipe.leastCoverage)} coverage there is
          no score.
        </li>
        <li>Context questions, and the level of national context, are shown and never averaged.</li>
        <li>
          The interval holds the middle {percent(level)} of {number(draws)} redraws of the agencies.
          It says how much hangs on who took part. With fewer than {recipe.leastAgencies} agencies
          none is claimed; with few agencies it is rough, and tends to be too narrow.
        </li>
      </ul>
      <p>
        Recipe: {recipe.method}, framework {recipe.framework.code} version{' '}
        {recipe.framework.version}, profile {recipe.profile}, seed {seed}. The same answers give the
        same scores again.
      </p>
      {recipe.measured.length > 0 && (
        <details>
          <summary>{count(recipe.measured.length, 'measured value', 'measured values')}</summary>
          <ul>
            {recipe.measured.map(({ indicator, by, value, period, group }) => (
              <li key={indicator}>
                {indicator}: {value.toLocaleString('en-GB')} in {period},{' '}
                {by === 'bands' ? 'by fixed bands' : `by fifths of ${group} places`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <pre className="recipe">{JSON.stringify(recipe, null, 2)}</pre>
    </Method>
  );
}
