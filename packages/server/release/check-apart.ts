import { problem, refused, type Outcome } from '@freehold/core/problem';
import { apart, type Limits } from '../job/apart.ts';
import { checked, type Told } from './check.ts';
import type { NewRelease } from './shapes.ts';

/** What may be checked here: to begin a process takes longer. */
const mostHere = 256 * 1024;

const usual: Limits = { seconds: 60, megabytes: 1024 };

/**
 * Checks a release without keeping the others waiting: a large one in a process of its own, one at a time.
 *
 * Problems: those of `checked`, `release-check-slow` and `release-check-full`.
 */
export async function checkedApart(
  release: NewRelease,
  limits: Limits = usual,
): Promise<Outcome<Told>> {
  const length = Object.values(release.files).reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return length > mostHere ? inTurn(() => inProcess(release, limits)) : checked(release);
}

async function inProcess(release: NewRelease, limits: Limits): Promise<Outcome<Told>> {
  const script = new URL('./check-worker.ts', import.meta.url);
  const check = await apart<Outcome<Told>>(script, release, limits);
  if ('said' in check) return check.said;
  if (check.ended === 'broken') throw new Error('the check of a release broke down');
  return check.ended === 'slow'
    ? refused(problem('release-check-slow', { seconds: limits.seconds }))
    : refused(problem('release-check-full', { megabytes: limits.megabytes }));
}

let last: Promise<unknown> = Promise.resolve();

/** Each takes up to a gigabyte, so they follow each other. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
