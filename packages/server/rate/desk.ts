import type { z } from '@hono/zod-openapi';
import { fine, problem, refused, type Outcome } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { RaterActor } from '../http/house.ts';
import { askedIn, frameworkOf, viewOfReview } from '../review/frame.ts';
import { seriesFor } from '../review/series.ts';
import { cardsOf, measuresBeside } from './cards.ts';
import { ownFiles, type EvidenceFile } from './files.ts';
import type { OwnRating, RatePage, Saved, Typed } from './shapes.ts';
import {
  lastScores,
  opened,
  openRound,
  ownRatings,
  raterContext,
  saveRating,
  type SavedRating,
} from './store.ts';

/** Everything that a rater's link opens, in seven statements at most. */
export async function raterPage(
  tx: Work,
  rater: RaterActor,
  now: Date,
): Promise<z.infer<typeof RatePage>> {
  const about = await raterContext(tx, rater);
  const framework = await frameworkOf(tx, about.version);
  const view = await viewOfReview(tx, about);
  if (about.openedAt === null) await opened(tx, rater, now);
  const { agency, roleTitle, name, finishedAt, title, state, closesOn } = about;
  const profile = framework.profiles.find(({ code }) => code === about.profile);
  return {
    review: { title, state, closesOn },
    place: { name: about.placeName },
    partnership: { name: about.partnership, madeUp: about.madeUp },
    rater: { agency, roleTitle, name, finishedAt: finishedAt?.toISOString() ?? null },
    answers: profile?.answers ?? 'scale',
    scale: framework.scale,
    cards: [
      ...cardsOf(framework, view, about.profile, {
        last: await lastScores(tx, about),
        series: await seriesFor(tx, about.place, measuresBeside(framework, view)),
      }),
    ],
    ratings: [...withFiles(await ownRatings(tx, rater), await ownFiles(tx, rater))],
  };
}

/** Saves what was typed, if the round is open and this is asked; gives what is kept then. */
export async function saveTyped(
  tx: Work,
  rater: RaterActor,
  typed: z.infer<typeof Typed> & { readonly indicator: string },
  now: Date,
): Promise<Outcome<z.infer<typeof Saved>>> {
  const { state, ...round } = await openRound(tx, rater);
  if (state !== 'rating') return refused(problem('round-closed'));
  const framework = await frameworkOf(tx, round.version);
  if (!(await asksFor(tx, round, typed.indicator))) return refused(problem('indicator-unknown'));
  const offered = framework.profiles.find(({ code }) => code === round.profile)?.answers ?? 'scale';
  if (offered === 'all-some-none' && (typed.answer === '1' || typed.answer === '3')) {
    const allowed = ['0', '2', '4', 'na', 'dk'];
    return refused(problem('not-one-of', { allowed }, { path: 'answer' }));
  }
  if (typed.link !== '' && !isWebLink(typed.link))
    return refused(problem('not-a-link', undefined, { path: 'link' }));
  const kept = await saveRating(tx, rater, { ...typed, typedAt: new Date(typed.typedAt) }, now);
  return fine(written(kept));
}

export async function asksFor(
  tx: Work,
  round: { readonly version: string; readonly profile: string },
  indicator: string,
): Promise<boolean> {
  return askedIn(await viewOfReview(tx, round)).some((each) => each.indicator.code === indicator);
}

function isWebLink(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function written({ typedAt, savedAt, ...rating }: SavedRating): z.infer<typeof Saved> {
  return { ...rating, typedAt: typedAt.toISOString(), savedAt: savedAt.toISOString() };
}

function withFiles(
  ratings: readonly SavedRating[],
  files: readonly EvidenceFile[],
): readonly OwnRating[] {
  const byIndicator = Map.groupBy(files, ({ indicator }) => indicator);
  const answered = ratings.map(
    ({ indicator, answer, grade, confidence, comment, link, savedAt }) => ({
      ...{ indicator, answer, grade, confidence, comment, link },
      files: (byIndicator.get(indicator) ?? []).map(shown),
      savedAt: savedAt.toISOString(),
    }),
  );
  const seen = new Set(ratings.map(({ indicator }) => indicator));
  const only = [...byIndicator].filter(([indicator]) => !seen.has(indicator));
  return [...answered, ...only.map(([indicator, each]) => onlyFiles(indicator, each))];
}

function onlyFiles(indicator: string, files: readonly EvidenceFile[]): OwnRating {
  const nothing = { answer: null, grade: null, confidence: null, comment: '', link: '' };
  return { indicator, ...nothing, files: files.map(shown), savedAt: null };
}

function shown({ id, name, type, size }: EvidenceFile) {
  return { id, name, type, size };
}
