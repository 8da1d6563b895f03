import { z } from '@hono/zod-openapi';
import {
  pairsOf,
  partnerScores,
  relationshipNetwork,
  type RelationshipWave,
} from '@freehold/core/partnership';
import { Network } from '@freehold/core/graph';
import type { Work } from '../database/within.ts';
import type { KeptWave } from '../survey/index.ts';
import { relationshipWaves } from './relationships.ts';

const Bounded = z.object({
  value: z.number().nullable(),
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
});
const Score = Bounded.extend({
  n: z.number(),
  hidden: z.enum(['nobody', 'too-few', 'protects-others']).nullable(),
});
const Scores = z.object({
  trust: Score,
  reliability: Score,
  mission: Score,
  openness: Score,
  value: Score,
  influence: Score,
  resources: Score,
  involvement: Score,
});
const Share = z.object({ n: z.number(), value: z.number().nullable() });

const Confidential = z.object({
  asked: z.number(),
  answered: z.number(),
  responseRate: z.number().nullable(),
  whole: Scores,
  organisations: z.array(z.object({ organisation: z.string(), scores: Scores })),
});
type Confidential = z.infer<typeof Confidential>;

const Ties = z.object({
  density: Bounded,
  agreed: Share,
  organisations: z.array(
    z.object({
      organisation: z.string(),
      answered: z.boolean(),
      ties: z.object({ known: z.number(), highest: z.number() }),
      intensity: Share,
    }),
  ),
  pairs: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      tied: z.boolean().nullable(),
      intensity: z.number().nullable(),
      agreement: z.enum(['both', 'only-one', 'contradicting', 'nobody']),
    }),
  ),
  network: Network,
});

/** What a relationship survey gave: ties with names, trust and value in means of five organisations or more. */
export const RelationshipResult = z
  .object({ confidential: Confidential, ties: Ties })
  .openapi('RelationshipResult');
export type RelationshipResult = z.infer<typeof RelationshipResult>;

/**
 * What a closed wave gave. Trust and value are worked out when they are first asked for and stay so: what is merged or
 * taken out later changes nothing there, for the difference would give an answer away. [PN-15]
 */
export async function resultOf(
  tx: Work,
  partnership: string,
  wave: KeptWave,
): Promise<RelationshipResult> {
  const { atClose, now } = await relationshipWaves(tx, wave);
  return {
    confidential: await keptScores(tx, partnership, wave.id, () => confidentialOf(atClose)),
    ties: await tiesOf(tx, now),
  };
}

async function keptScores(
  tx: Work,
  partnership: string,
  wave: string,
  work: () => Confidential,
): Promise<Confidential> {
  const kept = await tx
    .selectFrom('relationship_result')
    .where('wave_id', '=', wave)
    .select('content')
    .executeTakeFirst();
  if (kept !== undefined) return Confidential.parse(kept.content);
  // Of two who ask at once the first stands.
  const { content } = await tx
    .insertInto('relationship_result')
    .values({ wave_id: wave, partnership_id: partnership, content: JSON.stringify(work()) })
    .onConflict((on) => on.column('wave_id').doUpdateSet({ partnership_id: partnership }))
    .returning('content')
    .executeTakeFirstOrThrow();
  return Confidential.parse(content);
}

function confidentialOf(wave: RelationshipWave): Confidential {
  const { asked, answered, responseRate, whole, organisations } = partnerScores(wave);
  return {
    ...{ asked, answered, responseRate, whole },
    organisations: organisations.map(({ organisation, scores }) => ({ organisation, scores })),
  };
}

async function tiesOf(tx: Work, wave: RelationshipWave): Promise<z.infer<typeof Ties>> {
  const { density, agreed, organisations } = partnerScores(wave);
  return {
    ...{ density, agreed },
    organisations: organisations.map(({ organisation, answered, ties, intensity }) => ({
      ...{ organisation, answered, ties, intensity },
    })),
    pairs: pairsOf(wave).filter(({ agreement }) => agreement !== 'nobody'),
    network: await namedNetwork(tx, wave),
  };
}

/** The network of a wave with the names and sectors that the directory has now. */
export async function namedNetwork(tx: Work, wave: RelationshipWave): Promise<Network> {
  const named =
    wave.roster.length === 0
      ? []
      : await tx
          .selectFrom('listed_organisation')
          .where('id', 'in', [...wave.roster])
          .select(['id', 'name', 'sector'])
          .execute();
  return relationshipNetwork(named, wave);
}
