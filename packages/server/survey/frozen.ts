import { z } from '@hono/zod-openapi';
import {
  blocksOf,
  isConfidential,
  questionsOf,
  resultsOf,
  type Instrument,
} from '@freehold/core/survey';
import type { Work } from '../database/within.ts';
import { everyAnswerSet, setsFrom } from './answers.ts';
import { Block, QuestionResult } from './shapes.ts';
import type { KeptWave } from './waves.ts';

const Frozen = z.object({ results: z.array(QuestionResult), blocks: z.array(Block) });
export type Frozen = z.infer<typeof Frozen>;

/** Works out once what confidential questions gave, over everybody who finished. [SV-21] */
export async function freeze(
  tx: Work,
  wave: KeptWave,
  partnership: string,
  now: Date,
): Promise<void> {
  if (!asksInConfidence(wave.instrument)) return;
  const finished = (await everyAnswerSet(tx, wave.id)).filter((each) => each.finishedAt !== null);
  const sets = await setsFrom(tx, wave.id, finished, now.toISOString().slice(0, 10));
  const results = resultsOf(wave.instrument, sets).filter(({ confidential }) => confidential);
  const content = {
    results,
    blocks: wave.instrument.confidential ? blocksOf(wave.instrument, sets) : [],
  };
  await tx
    .insertInto('survey_result')
    .values({
      wave_id: wave.id,
      partnership_id: partnership,
      content: JSON.stringify(content),
      at: now,
    })
    .execute();
}

/** Null while the wave is open, and where nothing in it is confidential. */
export async function frozenOf(tx: Work, wave: string): Promise<Frozen | null> {
  const row = await tx
    .selectFrom('survey_result')
    .where('wave_id', '=', wave)
    .select('content')
    .executeTakeFirst();
  return row === undefined ? null : Frozen.parse(row.content);
}

export function asksInConfidence(instrument: Instrument): boolean {
  return questionsOf(instrument).some((each) => isConfidential(instrument, each));
}
