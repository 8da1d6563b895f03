import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Stage } from './stage.ts';

/** Every path of the example worth looking at, for whoever is signed in to it on this page. */
export async function everyPath(page: Page, on: Stage): Promise<readonly string[]> {
  const read = async <S extends z.ZodType>(path: string, schema: S) =>
    schema.parse(await (await page.request.get(`${on.address}/api${path}`)).json());
  const { partnerships } = await read('/session', Session);
  const { id, homePlace } = partnerships[0] ?? { id: '', homePlace: '' };
  const own = <S extends z.ZodType>(path: string, schema: S) =>
    read(`/partnerships/${id}${path}`, schema);
  const { reviews } = await own('/reviews', z.object({ reviews: z.array(Review) }));
  const { frameworks } = await own('/frameworks', Frameworks);
  const { rounds } = await own(`/places/${homePlace}/rounds`, z.object({ rounds: Ids }));
  const { indices } = await own('/indices', z.object({ indices: Ids }));
  const { actions } = await own(`/places/${homePlace}/actions`, z.object({ actions: Ids }));
  const { targets } = await own(`/places/${homePlace}/targets`, z.object({ targets: Ids }));
  const { waves } = await own('/survey-waves', z.object({ waves: z.array(Wave) }));
  const { crises } = await own('/crises', z.object({ crises: Ids }));
  const { theories } = await own('/theories', z.object({ theories: Ids }));
  const { releases } = await own('/releases', z.object({ releases: Ids }));
  const surveys = waves.flatMap((wave) => [
    `/partners/surveys/waves/${wave.id}`,
    `/partners/surveys/waves/${wave.id}?view=results`,
    `/partners/surveys/waves/${wave.id}?view=clean-up`,
    `/partners/surveys/instruments/${wave.instrument.id}`,
  ]);
  const ofReviews = reviews.flatMap((review) => [
    `/reviews/${review.id}`,
    ...(review.state === 'published'
      ? [`/reviews/${review.id}/agreeing`, `/reviews/${review.id}/scores`]
      : []),
  ]);
  const inside = [
    '',
    '/reviews',
    '/reviews/new',
    ...ofReviews,
    '/partners/surveys',
    '/partners/surveys/new',
    '/partners/surveys/import',
    ...surveys,
    '/cycle',
    ...rounds.map((round) => `/cycle/${round.id}`),
    `/cycle/${rounds.at(-1)?.id ?? ''}/close`,
    '/plan',
    '/plan/assets',
    '/plan/priorities',
    '/plan/suggestions',
    '/plan/interventions',
    '/plan/interventions/new',
    '/plan/interventions/types',
    '/plan/interventions/import',
    '/plan/portfolio',
    '/plan/portfolio?view=timeline',
    '/plan/portfolio?view=money',
    '/plan/portfolio/what-if',
    '/plan/portfolio/agencies',
    '/plan/portfolio/report',
    '/plan/actions',
    '/plan/actions?view=board',
    '/plan/actions?view=timeline',
    '/plan/actions/new',
    `/plan/actions/${actions[0]?.id ?? ''}`,
    '/plan/targets',
    '/plan/targets/new',
    `/plan/targets/${targets[0]?.id ?? ''}`,
    '/evidence',
    '/evidence/studies',
    '/evidence/sources',
    '/evidence/import',
    '/evidence/duplicates',
    '/evidence/groups',
    '/evidence/protocols',
    '/evidence/rule',
    '/evidence/changes',
    '/evidence/guide',
    '/evidence/screening',
    '/evidence/map',
    '/evidence/map?rows=pathways',
    '/plan/risks',
    '/plan/decisions',
    '/plan/survivor-input',
    '/plan/problem-profile',
    '/plan/problem-profile?part=local',
    '/plan/reports',
    '/plan/reports?report=funding-case',
    '/change',
    ...['outline', 'canvas', 'wizard', 'versions', 'files'].map(
      (view) => `/change/theories/${theories[0]?.id ?? ''}?view=${view}`,
    ),
    '/change/suppliers',
    '/change/suppliers/import',
    '/change/suppliers/map',
    '/change/diligence',
    '/change/diligence/rules',
    '/change/incidents',
    '/change/incidents/assess',
    '/change/statements',
    '/change/scorecard',
    '/change/remedy',
    '/change/recovery',
    '/plan/crisis',
    ...crises.flatMap(({ id: crisis }) =>
      ['now', 'calls', 'counts', 'services', 'after'].map(
        (part) => `/plan/crisis/${crisis}?part=${part}`,
      ),
    ),
    '/release',
    '/release/ledger',
    '/release/published',
    `/release/published/${releases[0]?.id ?? ''}`,
    '/compare',
    '/compare/rounds',
    '/compare/places',
    '/compare/learning',
    '/compare/index',
    '/compare/index/new',
    '/compare/index/new?way=data',
    '/compare/index/new?way=shared',
    ...['results', 'method', 'sure', 'units', 'indicators', 'files'].map(
      (view) => `/compare/index/${indices[0]?.id ?? ''}?view=${view}`,
    ),
    '/data',
    '/data/import',
    '/data/jobs',
    '/places',
    '/places/new',
    `/places/${homePlace}`,
    `/places/${homePlace}/about`,
    '/frameworks',
    `/frameworks/${frameworks[0]?.versions[0]?.id ?? ''}`,
    '/people',
    '/audit',
    '/guide',
    ...['co-ordinator-guide', 'words', 'roles', 'formats'].map((page) => `/guide/${page}`),
  ];
  return [
    '/',
    '/sign-in',
    '/account',
    '/rate/not-a-token',
    ...inside.map((path) => `/p/${id}${path}`),
  ];
}

const Ids = z.array(z.object({ id: z.string() }));
const Session = z.object({
  partnerships: z.array(z.object({ id: z.string(), homePlace: z.string() })),
});
const Review = z.object({ id: z.string(), state: z.string() });
const Wave = z.object({ id: z.string(), instrument: z.object({ id: z.string() }) });
const Frameworks = z.object({ frameworks: z.array(z.object({ versions: Ids })) });
