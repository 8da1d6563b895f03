import { sql } from 'kysely';
import {
  filledPart,
  type Marking,
  type ProfileInput,
  type ProfilePart,
  type ProfileSeries,
} from '@freehold/core/cycle';
import { citation } from '@freehold/core/source';
import { actionsOf } from '../action/index.ts';
import { seriesOfEach } from '../data/series.ts';
import type { Work } from '../database/within.ts';
import { fillParts } from '../document/parts.ts';
import { dayOf, newestReport, reportedGaps, settingOf } from '../report/records.ts';
import { risksOf } from '../risk/index.ts';
import { survivorInputOf } from '../survivor-input/index.ts';
import { insideOf } from './inside.ts';

type At = { readonly partnership: string; readonly place: string };

/** Fills parts in from what is recorded now; what people wrote stays. [PP-2] */
export async function fill(
  tx: Work,
  at: At,
  {
    marking,
    parts,
    now,
  }: {
    readonly marking: Marking;
    readonly parts: readonly ProfilePart[];
    readonly now: Date;
  },
): Promise<void> {
  const input = await gathered(tx, at, marking, now);
  if (input === null) return;
  const filled = parts.map((part) => ({ part, filled: filledPart(part, input) }));
  await fillParts(tx, { ...at, document: 'problem-profile', edition: '' }, filled, now);
}

/** All that a problem profile is filled in from; null where there is no such place for the asker. */
async function gathered(
  tx: Work,
  at: At,
  marking: Marking,
  now: Date,
): Promise<ProfileInput | null> {
  const setting = await settingOf(tx, at, dayOf(now));
  if (setting === null) return null;
  const measures = await measuresKnown(tx);
  const nation = await nationOf(tx, at.place);
  return {
    ...setting,
    marking,
    review: await newestReport(tx, at, now),
    gaps: await reportedGaps(tx, at.place),
    actions: await actionsOf(tx, at.place),
    risks: await risksOf(tx, at.place),
    inputs: await survivorInputOf(tx, at.place),
    series: await seriesAt(tx, at.place, measures),
    national: nation === null ? [] : await seriesAt(tx, nation, measures),
    inside: await insideOf(tx, at.place),
  };
}

async function measuresKnown(tx: Work): Promise<readonly string[]> {
  const rows = await tx.selectFrom('measure').select('code').distinct().orderBy('code').execute();
  return rows.map(({ code }) => code);
}

/** The nation that a place lies in, at most four steps up. */
async function nationOf(tx: Work, place: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive up (id, steps) as (
      select parent_id, 1 from place_parent where child_id = ${place}
      union
      select p.parent_id, up.steps + 1 from up
      join place_parent p on p.child_id = up.id where up.steps < 4)
    select place.id from up join place on place.id = up.id where place.type = 'nation'
    limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

async function seriesAt(
  tx: Work,
  place: string,
  measures: readonly string[],
): Promise<readonly ProfileSeries[]> {
  const found = await seriesOfEach(tx, place, measures);
  return found.map(({ measure, place: of, points, source }) => ({
    ...{ code: measure.code, title: measure.title, unit: measure.unit },
    ...{ decimals: measure.decimals, detection: measure.detection, breaks: measure.breaks },
    ...{ placeName: of.name, points, source: source === null ? '' : citation(source) },
  }));
}
