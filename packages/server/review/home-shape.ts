import { z } from '@hono/zod-openapi';
import { PlaceType } from '@freehold/core/place';
import { ReviewProfile, ReviewState } from '@freehold/core/review';

const Tally = z.record(z.string(), z.number());

/**
 * A place's home. `review` is the newest validated or published one and `profile` its scores; `running` is the newest
 * of the others, in counts only: `asked` is its questions times its raters, `answered` how many of these have an answer.
 */
export const Home = z.object({
  place: z.object({
    id: z.string(),
    name: z.string(),
    type: PlaceType,
    code: z.string().nullable(),
    codeYear: z.number().nullable(),
    parents: z.array(z.object({ id: z.string(), name: z.string(), type: PlaceType })),
    population: z.object({ year: z.number(), value: z.number() }).nullable(),
  }),
  review: z
    .object({
      id: z.string(),
      title: z.string(),
      state: ReviewState,
      round: z.number(),
      profileName: z.string(),
      publishedAt: z.iso.datetime().nullable(),
      agencies: z.number(),
      raters: z.number(),
    })
    .nullable(),
  running: z
    .object({
      id: z.string(),
      title: z.string(),
      state: ReviewState,
      ratersInvited: z.number(),
      ratersFinished: z.number(),
      answered: z.number(),
      asked: z.number(),
      closesOn: z.iso.date().nullable(),
    })
    .nullable(),
  profile: ReviewProfile.nullable(),
  gapsByTopic: Tally,
  assetsByTopic: Tally,
  highGapNoAsset: z.array(
    z.object({ topic: z.string(), title: z.string(), score: z.number().nullable() }),
  ),
  unusedAssets: z.array(
    z.object({ id: z.string(), name: z.string(), topics: z.array(z.string()) }),
  ),
  gaps: z.object({ proposed: z.number(), kept: z.number(), high: z.number() }),
  assets: z.object({ total: z.number(), listed: z.number() }),
});
