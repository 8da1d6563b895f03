import { z } from '@hono/zod-openapi';
import { Id } from '@freehold/core/id';
import { PlaceType } from '@freehold/core/place';
import { NoScore } from '@freehold/core/review';
import { DataSource } from '@freehold/core/source';
import { RoundScore } from './rounds-shapes.ts';

const Score = RoundScore.extend({ coverage: z.number(), noScore: NoScore.nullable() });

export const PeerPlace = z
  .object({
    /** The shared review; it names the place throughout the answer. */
    id: Id,
    place: z.string(),
    partnership: z.string(),
    type: PlaceType,
    parents: z.array(z.string()),
    round: z.number(),
    at: z.iso.datetime(),
    /** The place in the asker's own list of places, if it is there. */
    placeHere: Id.nullable(),
    /** In standard deviations; null where it was not measured. */
    distance: z.number().nullable(),
    topics: z.record(z.string(), Score),
  })
  .openapi('PeerPlace');

export const Groups = z.enum(['all', 'same-type', 'same-parent', 'nearest']);
export type Groups = z.infer<typeof Groups>;

const GroupFigures = z.object({
  n: z.number(),
  ...{ least: z.number(), q1: z.number(), median: z.number(), q3: z.number(), most: z.number() },
});

const TopicBeside = z
  .object({
    code: z.string(),
    title: z.string(),
    level: z.string(),
    own: Score.nullable(),
    group: GroupFigures.nullable(),
    ...{ higher: z.number(), lower: z.number(), alike: z.number() },
  })
  .openapi('TopicBeside');

const UsedYardstick = z.object({
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  decimals: z.number(),
  detection: z.boolean(),
  weight: z.number(),
  period: z.string(),
  source: DataSource,
});

export const Neighbourhood = z
  .object({
    version: z.number(),
    byName: z.string(),
    at: z.iso.datetime(),
    yardsticks: z.array(UsedYardstick),
    missing: z.array(z.string()),
    measured: z.number(),
    unmeasured: z.number(),
    nearest: z.array(
      z.object({
        id: Id,
        name: z.string(),
        distance: z.number(),
        /** Does it share results, so that it can be in the comparison? */
        shares: z.boolean(),
        parts: z.array(z.object({ code: z.string(), apart: z.number(), share: z.number() })),
      }),
    ),
  })
  .openapi('Neighbourhood');

/** Why there is nothing to compare: no scores of one's own; nothing shared that the asker may see; none alike in the group. */
export const NoPeers = z.enum(['no-review', 'nothing-shared', 'none-in-group']);

export const PeersAnswer = z
  .object({
    place: z.object({ id: Id, name: z.string(), type: PlaceType }),
    review: z
      .object({
        ...{ id: Id, title: z.string(), round: z.number(), at: z.iso.datetime() },
        framework: z.object({ title: z.string(), version: z.number() }),
        /** Does the place share something itself? Peers’ results are seen by those who do. */
        shared: z.boolean(),
      })
      .nullable(),
    group: Groups,
    peers: z.array(PeerPlace),
    levels: z.array(z.object({ code: z.string(), title: z.string() })),
    topics: z.array(TopicBeside),
    /** Shared places that were asked by another version or profile of a framework: they cannot be compared. */
    otherFramework: z.number(),
    neighbourhood: Neighbourhood.nullable(),
    reason: NoPeers.nullable(),
  })
  .openapi('PeersAnswer');
export type PeersAnswer = z.infer<typeof PeersAnswer>;

const Match = z.object({
  id: Id,
  place: z.string(),
  partnership: z.string(),
  round: z.number(),
  at: z.iso.datetime(),
  ...RoundScore.shape,
});

export const LearningAnswer = z
  .object({
    place: z.object({ id: Id, name: z.string() }),
    review: z.object({ title: z.string(), round: z.number() }).nullable(),
    matches: z.array(
      z.object({
        topic: z.string(),
        title: z.string(),
        own: RoundScore,
        gaps: z.array(z.string()),
        sameGap: z.array(Match),
        /** Null where the partnership did not agree to be asked. */
        strong: z.array(
          Match.extend({
            contact: z.object({ mailbox: z.string(), offer: z.string() }).nullable(),
          }),
        ),
      }),
    ),
    /** How many shared places were looked at. */
    looked: z.number(),
    gapUnder: z.number(),
    strongFrom: z.number(),
    reason: NoPeers.nullable(),
  })
  .openapi('LearningAnswer');
export type LearningAnswer = z.infer<typeof LearningAnswer>;
