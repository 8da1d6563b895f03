import { z } from 'zod';
import type { Role } from '@freehold/core/access';
import { indicatorsOf, proposedMapping, type Framework } from '@freehold/core/framework';
import { SeriesBreak } from '@freehold/core/data';
import { period } from '@freehold/core/period';
import { ReviewProfile, ReviewState } from '@freehold/core/review';
import type { Link, Scored } from '@freehold/core/comparison';
import type { Work } from '../database/within.ts';
import { keptMapping } from '../framework/store.ts';
import { frameworkOf } from '../review/frame.ts';
import { shownTo } from '../review/profile.ts';

/** A round whose scores stand, with what it found as the asker may see it. */
export type Round = {
  readonly review: string;
  readonly title: string;
  readonly round: number;
  readonly at: Date;
  readonly version: string;
  readonly profile: string;
  readonly state: ReviewState;
  readonly result: ReviewProfile;
};

/** All rounds of a place whose scores stand, the first one first. Null where the asker can see no such place. */
export async function roundsOf(
  tx: Work,
  place: string,
  role: Role,
): Promise<{ readonly name: string; readonly rounds: readonly Round[] } | null> {
  const rows = await tx
    .selectFrom('place as p')
    .leftJoin('review as r', (on) =>
      on.onRef('r.place_id', '=', 'p.id').on('r.state', 'in', ['validated', 'published']),
    )
    .leftJoin('review_result as s', 's.review_id', 'r.id')
    .where('p.id', '=', place)
    .select([
      'p.name',
      'r.id as review',
      'r.title',
      'r.round',
      'r.state',
      's.at',
      's.profile as result',
    ])
    .select(['r.framework_version_id as version', 'r.profile'])
    .orderBy('r.round')
    .orderBy('s.at')
    .orderBy('r.id')
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const rounds = rows.filter(({ result }) => result !== null).map((row) => roundFrom(row, role));
  return { name: first.name, rounds };
}

const Kept = z.object({
  review: z.string(),
  title: z.string(),
  round: z.number(),
  state: ReviewState,
  at: z.date(),
  version: z.string(),
  profile: z.string(),
  result: ReviewProfile,
});

function roundFrom(row: unknown, role: Role): Round {
  const round = Kept.parse(row);
  return { ...round, result: shownTo(role, round.state, round.result) };
}

/** The topics of a round with the questions that their scores are made of; context is in no score. */
export function scoredTopics({ result }: Pick<Round, 'result'>): readonly Scored[] {
  const scored = result.indicators.filter(({ direction }) => direction !== 'o');
  return result.topics.map(({ code, title, level, score, low, high }) => ({
    ...{ code, title, group: level, score, low, high },
    parts: scored.filter(({ topic }) => topic === code).map((each) => each.code),
  }));
}

export type Bridge = {
  readonly links: readonly Link[];
  /** What the later version calls each of its questions, and the earlier one those that only it has. */
  readonly titles: ReadonlyMap<string, string>;
  readonly measures: ReadonlyMap<string, string>;
};

/** How the questions of one round carry to another: the mapping that people kept, or the one that definitions propose. */
export async function bridgeOf(tx: Work, from: Round, to: Round): Promise<Bridge> {
  const [old, young] = [await frameworkOf(tx, from.version), await frameworkOf(tx, to.version)];
  const kept =
    from.version === to.version
      ? null
      : await keptMapping(tx, { from: from.version, to: to.version });
  const mapping = kept ?? proposedMapping(old, young);
  return {
    links: mapping.rows.map((row) => ({ from: row.from, to: row.to, verdict: row.verdict })),
    titles: new Map([...titlesIn(old), ...titlesIn(young)]),
    measures: new Map(
      indicatorsOf(young).map(({ indicator }) => [indicator.code, indicator.measure] as const),
    ),
  };
}

function titlesIn(framework: Framework): readonly (readonly [string, string])[] {
  return indicatorsOf(framework).map(({ indicator }) => [indicator.code, indicator.title] as const);
}

/**
 * Questions of the later round whose counting changed between the periods that the two rounds took their values from.
 * One statement, and none where neither round measured anything.
 */
export async function recountedBetween(
  tx: Work,
  from: Round,
  to: Round,
  measures: Bridge['measures'],
): Promise<ReadonlySet<string>> {
  const before = new Map(from.result.recipe.measured.map((each) => [each.indicator, each.period]));
  const both = to.result.recipe.measured.flatMap(({ indicator, period: after }) => {
    const [start, end] = [period(before.get(indicator) ?? '')?.start, period(after)?.end];
    const measure = measures.get(indicator) ?? '';
    return start === undefined || end === undefined || measure === ''
      ? []
      : [{ indicator, measure, start, end }];
  });
  if (both.length === 0) return new Set();
  const rows = await tx
    .selectFrom('measure')
    .where('code', 'in', [...new Set(both.map(({ measure }) => measure))])
    .select(['code', 'breaks'])
    .orderBy('partnership_id', (by) => by.desc().nullsFirst())
    .execute();
  const breaks = new Map(
    rows.map(({ code, breaks: kept }) => [code, z.array(SeriesBreak).parse(kept)]),
  );
  return new Set(
    both
      .filter(({ measure, start, end }) =>
        (breaks.get(measure) ?? []).some((each) => each.from > start && each.from <= end),
      )
      .map(({ indicator }) => indicator),
  );
}
