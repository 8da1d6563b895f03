import { Instrument } from '@freehold/core/survey';
import type { Work } from '../database/within.ts';

export type WaveState = 'draft' | 'open' | 'closed';

/** A wave with the instrument that it asks. */
export type KeptWave = {
  readonly id: string;
  readonly title: string;
  readonly state: WaveState;
  readonly closesOn: string | null;
  readonly remindAfterDays: number;
  readonly comparesWith: string | null;
  readonly madeAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly instrumentId: string;
  readonly version: number;
  readonly instrument: Instrument;
};

const columns = [
  'w.id',
  'w.title',
  'w.state',
  'w.closes_on as closesOn',
  'w.remind_after_days as remindAfterDays',
  'w.compares_with as comparesWith',
  'w.made_at as madeAt',
  'w.opened_at as openedAt',
  'w.closed_at as closedAt',
  'i.id as instrumentId',
  'i.version',
  'i.content as instrument',
] as const;

/** One wave, if wanted kept from changing until the work is done; null where there is none. */
export async function waveOf(
  tx: Work,
  id: string,
  lock?: 'share' | 'update',
): Promise<KeptWave | null> {
  const row = await tx
    .selectFrom('survey_wave as w')
    .innerJoin('survey_instrument as i', 'i.id', 'w.instrument_id')
    .where('w.id', '=', id)
    .select(columns)
    .$if(lock === 'share', (query) => query.forShare('w'))
    .$if(lock === 'update', (query) => query.forUpdate('w'))
    .executeTakeFirst();
  return row === undefined ? null : { ...row, instrument: Instrument.parse(row.instrument) };
}

/** Every wave, newest first, with how many are asked, have begun and have finished. Two statements. */
export async function wavesOf(tx: Work) {
  const rows = await tx
    .selectFrom('survey_wave as w')
    .innerJoin('survey_instrument as i', 'i.id', 'w.instrument_id')
    .select(columns)
    .orderBy('w.made_at', 'desc')
    .orderBy('w.id')
    .execute();
  const counts = await tx
    .selectFrom('survey_target')
    .groupBy('wave_id')
    .select(({ fn }) => [
      'wave_id',
      fn.countAll<number>().as('targets'),
      fn.count<number>('consented_at').as('begun'),
      fn.count<number>('finished_at').as('finished'),
    ])
    .execute();
  return rows.map((row) => {
    const {
      targets = 0,
      begun = 0,
      finished = 0,
    } = counts.find((each) => each.wave_id === row.id) ?? {};
    return { ...row, instrument: Instrument.parse(row.instrument), targets, begun, finished };
  });
}

export type WaveFields = {
  readonly title: string;
  readonly closesOn: string | null;
  readonly remindAfterDays: number;
  readonly comparesWith: string | null;
};

export async function addWave(
  tx: Work,
  partnership: string,
  instrument: string,
  fields: WaveFields,
): Promise<string> {
  const { id } = await tx
    .insertInto('survey_wave')
    .values({ partnership_id: partnership, instrument_id: instrument, ...written(fields) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeWave(tx: Work, id: string, fields: WaveFields): Promise<void> {
  await tx.updateTable('survey_wave').set(written(fields)).where('id', '=', id).execute();
}

function written({ title, closesOn, remindAfterDays, comparesWith }: WaveFields) {
  return {
    title,
    closes_on: closesOn,
    remind_after_days: remindAfterDays,
    compares_with: comparesWith,
  };
}

export async function moveWave(
  tx: Work,
  id: string,
  to: 'open' | 'closed',
  now: Date,
): Promise<void> {
  await tx
    .updateTable('survey_wave')
    .set(
      to === 'open'
        ? { state: to, opened_at: now, closed_at: null }
        : { state: to, closed_at: now },
    )
    .where('id', '=', id)
    .execute();
}

/** Is there a wave of this id, of an instrument with this code? */
export async function isWaveOf(tx: Work, id: string, code: string): Promise<boolean> {
  const row = await tx
    .selectFrom('survey_wave as w')
    .innerJoin('survey_instrument as i', 'i.id', 'w.instrument_id')
    .where('w.id', '=', id)
    .where('i.code', '=', code)
    .select('w.id')
    .executeTakeFirst();
  return row !== undefined;
}
