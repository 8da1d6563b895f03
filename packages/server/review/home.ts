import { sql } from 'kysely';
import { z } from 'zod';
import type { Role } from '@freehold/core/access';
import { PlaceType } from '@freehold/core/place';
import { highGapNoAsset, ReviewProfile, ReviewState, unusedAssets } from '@freehold/core/review';
import { assetsOf, type KeptAsset } from '../asset/store.ts';
import type { Work } from '../database/within.ts';
import { gapsOf, type KeptGap } from '../gap/store.ts';
import { askedIn, frameworkOf, profileTitle, viewOfReview } from './frame.ts';
import type { Home } from './home-shape.ts';
import { shownTo } from './profile.ts';

/** What a place's home shows, in six statements at most; null where there is no such place for the asker. */
export async function homeOf(
  tx: Work,
  id: string,
  role: Role,
): Promise<z.infer<typeof Home> | null> {
  const place = await placeOf(tx, id);
  if (place === null) return null;
  const { latest, running } = await reviewsOf(tx, id);
  const gaps = await gapsOf(tx, id);
  const assets = await assetsOf(tx, id);
  const kept = gaps.filter(({ status }) => status === 'kept');
  const profile = latest?.result ? shownTo(role, latest.state, latest.result) : null;
  return {
    place,
    review: latest && profile && (await shownLatest(tx, latest, profile)),
    running: running && (await shownRunning(tx, running)),
    profile,
    gapsByTopic: tally(kept.map(({ topic }) => topic)),
    assetsByTopic: tally(assets.flatMap(({ topics }) => topics)),
    ...lists(profile, gaps, assets),
    gaps: {
      proposed: gaps.filter(({ status }) => status === 'proposed').length,
      kept: kept.length,
      high: kept.filter(({ severity }) => severity === 'high').length,
    },
    assets: {
      total: assets.length,
      listed: assets.filter(({ consentToList }) => consentToList).length,
    },
  };
}

function lists(
  profile: ReviewProfile | null,
  gaps: readonly KeptGap[],
  assets: readonly KeptAsset[],
) {
  return {
    highGapNoAsset: [...highGapNoAsset(profile?.topics ?? [], gaps, assets)],
    unusedAssets: unusedAssets(assets).map(({ id, name, topics }) => ({
      ...{ id, name },
      topics: [...topics],
    })),
  };
}

const PlaceRow = z.object({
  id: z.string(),
  name: z.string(),
  type: PlaceType,
  code: z.string().nullable(),
  codeYear: z.number().nullable(),
  parents: z.array(z.object({ id: z.string(), name: z.string(), type: PlaceType })),
  population: z.object({ year: z.number(), value: z.number() }).nullable(),
});

async function placeOf(tx: Work, id: string): Promise<z.infer<typeof PlaceRow> | null> {
  const { rows } = await sql`
    select p.id, p.name, p.type, p.code, p.code_year as "codeYear",
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'type', a.type)
          order by a.type, a.name), '[]')
        from place_parent pp join place a on a.id = pp.parent_id
        where pp.child_id = p.id) as parents,
      (select jsonb_build_object('year', n.year, 'value', n.population)
        from place_population n where n.place_id = p.id order by n.year desc limit 1) as population
    from place p where p.id = ${id}`.execute(tx);
  return rows[0] === undefined ? null : PlaceRow.parse(rows[0]);
}

const ReviewRow = z.object({
  id: z.string(),
  title: z.string(),
  state: ReviewState,
  round: z.number(),
  profile: z.string(),
  version: z.string(),
  closesOn: z.string().nullable(),
  publishedAt: z.date().nullable(),
  ratersInvited: z.number(),
  ratersFinished: z.number(),
  answered: z.number(),
  result: ReviewProfile.nullable(),
});
type ReviewRow = z.infer<typeof ReviewRow>;

/** The newest review whose scores stand, and the newest under way (a draft only if no round is): one statement. */
async function reviewsOf(tx: Work, place: string) {
  const { rows } = await sql`
    select distinct on (s.review_id is not null)
      r.id, r.title, r.state, r.round, r.profile, r.framework_version_id as version,
      r.closes_on as "closesOn", s.profile as result,
      (select max(at) from review_step where review_id = r.id and to_state = 'published')
        as "publishedAt",
      (select count(*) from rater where review_id = r.id) as "ratersInvited",
      (select count(finished_at) from rater where review_id = r.id) as "ratersFinished",
      (select count(answer) from rating where review_id = r.id) as answered
    from review r
    left join review_result s on s.review_id = r.id and r.state in ('validated', 'published')
    where r.place_id = ${place}
    order by s.review_id is not null, r.state = 'draft', coalesce(s.at, r.made_at) desc, r.id`.execute(
    tx,
  );
  const found = z.array(ReviewRow).parse(rows);
  return {
    latest: found.find(({ result }) => result !== null) ?? null,
    running: found.find(({ result }) => result === null) ?? null,
  };
}

async function shownLatest(tx: Work, row: ReviewRow, result: ReviewProfile) {
  const { id, title, state, round, profile, publishedAt } = row;
  return {
    ...{ id, title, state, round },
    profileName: profileTitle(await frameworkOf(tx, row.version), profile),
    publishedAt: publishedAt?.toISOString() ?? null,
    agencies: result.agencies.length,
    raters: result.raters,
  };
}

async function shownRunning(tx: Work, row: ReviewRow) {
  const { id, title, state, ratersInvited, ratersFinished, answered, closesOn } = row;
  const questions = askedIn(await viewOfReview(tx, row)).length;
  const asked = questions * ratersInvited;
  return { id, title, state, ratersInvited, ratersFinished, answered, asked, closesOn };
}

function tally(topics: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(topics, (topic) => topic);
  return Object.fromEntries([...groups].map(([topic, each]) => [topic, each.length]));
}
