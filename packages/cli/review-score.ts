import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import { reviewProfile } from '@freehold/core/review';
import { needed, options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { report } from './report.ts';
import { reviewInputs, type ReviewFiles } from './review-inputs.ts';

const known = {
  framework: { type: 'string' },
  ratings: { type: 'string' },
  observations: { type: 'string' },
  place: { type: 'string' },
  profile: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Works out offline what the application shows for a review: the same code, the same rules.
 * Writes the profile to --out, or to standard output. Without --seed the seed is 1.
 */
export const reviewScore: Command = async (words) => {
  const asked = askedFor(words);
  if (!asked.ok) return report(asked.problems, words, 2);
  const inputs = await reviewInputs(asked.value);
  if (!inputs.ok) return report(inputs.problems, words, inputs.status);
  const profile = reviewProfile(inputs.value);
  const { out } = asked.value;
  return delivered(out, `${JSON.stringify(profile, null, 2)}\n`, words, {
    topics: profile.topics.length,
    scored: profile.topics.filter(({ score }) => score !== null).length,
    raters: profile.raters,
    agencies: profile.agencies.length,
    measured: profile.recipe.measured.length,
  });
};

function askedFor(
  words: readonly string[],
): Outcome<ReviewFiles & { readonly out: string | undefined }> {
  const read = options(words, known);
  if (!read.ok) return read;
  const { framework, ratings, observations, place, profile, out, seed = '1' } = read.value;
  const problems = needed({ '--framework': framework, '--ratings': ratings });
  if (!/^\d{1,10}$/.test(seed) || Number(seed) > 0xffffffff)
    problems.push(problem('seed-out-of-range', { found: seed }));
  if (framework === undefined || ratings === undefined || problems.length > 0)
    return refused(...problems);
  return fine({ framework, ratings, observations, place, profile, out, seed: Number(seed) });
}
