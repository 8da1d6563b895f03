import { indicatorsOf, type Framework } from '@freehold/core/framework';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import {
  measuredAt,
  observationsFrom,
  ratingsFrom,
  type Observation,
  type ReviewInput,
} from '@freehold/core/review';
import { located, readText, stopped, type Step } from './files.ts';
import { chosen, readFramework } from './framework-file.ts';

/** The files and choices that a review is scored from. No profile means every indicator of the framework. */
export type ReviewFiles = {
  readonly framework: string;
  readonly ratings: string;
  readonly observations: string | undefined;
  readonly place: string | undefined;
  readonly profile: string | undefined;
  readonly seed: number;
};

/** Reads all files and checks them, ratings and observations together, so that every fault is said at once. */
export async function reviewInputs(files: ReviewFiles): Promise<Step<ReviewInput>> {
  const framework = await readFramework(files.framework);
  if (!framework.ok) return framework;
  const view = chosen(framework.value, files.profile);
  if (!view.ok) return stopped(view, 2);
  const tables = together(
    located(files.ratings, await readText(files.ratings)),
    located(files.observations, await observationsText(files.observations)),
  );
  if (!tables.ok) return stopped(tables, 2);
  const [ratingsText, observed] = tables.value;
  const read = together(
    located(files.ratings, ratingsFrom(ratingsText, codesIn(view.value))),
    located(files.observations, observationsFrom(observed, codesIn(framework.value))),
  );
  if (!read.ok) return stopped(read, 1);
  const [ratings, observations] = read.value;
  const place = placeIn(observations, files.place);
  if (!place.ok) return stopped(place, 2);
  const value = {
    framework: framework.value,
    profile: files.profile ?? null,
    ratings,
    agreed: [],
    measured: place.value === null ? [] : measuredAt(place.value, observations),
    seed: files.seed,
  };
  return { ok: true, value };
}

const noObservations = 'indicator,place,period,value';

async function observationsText(path: string | undefined): Promise<Outcome<string>> {
  return path === undefined ? fine(noObservations) : readText(path);
}

function codesIn(framework: Framework): ReadonlySet<string> {
  return new Set(indicatorsOf(framework).map(({ indicator }) => indicator.code));
}

function placeIn(
  observations: readonly Observation[],
  asked: string | undefined,
): Outcome<string | null> {
  const places = [...new Set(observations.map(({ place }) => place))];
  const few = places.length > 12 ? [...places.slice(0, 12), '…'] : places;
  if (asked !== undefined)
    return places.includes(asked)
      ? fine(asked)
      : refused(problem('unknown-place', { place: asked, places: few }));
  if (places.length > 1) return refused(problem('place-needed', { places: few }));
  return fine(places[0] ?? null);
}

/** Both values, or the problems of both. */
function together<A, B>(a: Outcome<A>, b: Outcome<B>): Outcome<readonly [A, B]> {
  if (a.ok && b.ok) return fine([a.value, b.value]);
  return refused(...(a.ok ? [] : a.problems), ...(b.ok ? [] : b.problems));
}
