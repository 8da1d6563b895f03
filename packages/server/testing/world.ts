import { sql } from 'kysely';
import { z } from 'zod';
import { Role } from '@freehold/core/access';
import { Framework, proposedMapping, toJson } from '@freehold/core/framework';
import type { Home } from '../database/connect.ts';
import { asInstallation } from '../database/within.ts';
import { jobsEnded } from '../job/run.ts';
import { DataRoom } from './data-room.ts';
import { fillActions } from './fill-action.ts';
import { fillChange } from './fill-change.ts';
import { fillComparison } from './fill-comparison.ts';
import { fillComposite } from './fill-composite.ts';
import { fillCrisis } from './fill-crisis.ts';
import { fillCycle } from './fill-cycle.ts';
import { fillDiligence } from './fill-diligence.ts';
import { fillDirectory } from './fill-directory.ts';
import { fillEvidence } from './fill-evidence.ts';
import { fillNetworks } from './fill-network.ts';
import { fillPrevention } from './fill-prevention.ts';
import { fillRecord } from './fill-record.ts';
import { fillRecovery } from './fill-recovery.ts';
import { fillReleases } from './fill-release.ts';
import { fillScreening } from './fill-screening.ts';
import { fillSurveys } from './fill-survey.ts';
import { putFramework, shipped } from './framework.ts';
import { testHouse, type TestHouse } from './house.ts';
import {
  askRater,
  makePlace,
  makeReview,
  moveTo,
  rate,
  type Stage,
  type TestRater,
} from './stage.ts';

/** One partnership with something in every table, each text of it carrying its marker. */
export type Walled = {
  readonly id: string;
  /** Stands in every text of the partnership and nowhere else: `zqa`, `zqb` and so on. */
  readonly marker: string;
  readonly cookies: Readonly<Record<Role, string>>;
  /** Ids of its records by the name that routes give them. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly raters: readonly TestRater[];
};

export type World = {
  readonly house: TestHouse;
  readonly partnerships: readonly Walled[];
  /** The version of the framework that the whole installation shares. */
  readonly version: string;
  /** Signed in, and a member of nothing. */
  readonly stranger: string;
  readonly close: () => Promise<void>;
};

const letters = ['a', 'b', 'c', 'd'] as const;

/** A house with partnerships that hold as many gaps as their number, so that a count tells whose it is. */
export async function world(many: 1 | 2 | 3, home?: Home): Promise<World> {
  const house = await testHouse(home);
  const version = await putFramework(house);
  await makePlace(house, { name: 'Shared place', type: 'district', code: 'S01' });
  const partnerships: Walled[] = [];
  for (const [at, letter] of letters.slice(0, many).entries())
    partnerships.push(await filled(house, `zq${letter}`, { version, gaps: at + 1 }));
  return { house, partnerships, version, stranger: await house.signIn(null), close: house.close };
}

async function filled(
  house: TestHouse,
  marker: string,
  { version, gaps }: { version: string; gaps: number },
): Promise<Walled> {
  const id = await house.makePartnership(`${marker} partnership`);
  const cookies = Object.fromEntries(
    await Promise.all(
      Role.options.map(async (role) => [role, await house.signIn(id, role, `${marker} ${role}`)]),
    ),
  ) as Record<Role, string>;
  const cookie = cookies['co-ordinator'];
  const path = (rest: string) => `/api/partnerships/${id}${rest}`;
  const send = async (rest: string, json: unknown, method = 'POST'): Promise<string> => {
    const answer = await house.call(path(rest), { method, json, cookie });
    if (answer.status !== 200) throw new Error(`${rest}: ${await answer.text()}`);
    return z.object({ id: z.string().default('') }).parse(await answer.json()).id;
  };
  const member = await send('/people', {
    ...{ name: `${marker} invited`, email: `${marker}@example.org`, role: 'member' },
    organisation: `${marker} organisation`,
  });
  const data = await filledData(house, { id, cookie, marker });
  const [place = ''] = data.places;
  const on: Stage = {
    ...{ house, ours: id, place, version, path },
    ...{ coordinator: cookie, stranger: cookie },
    as: async (role) => cookies[role],
  };
  const published = await reviewIn(on, marker, 'published');
  await send(`/reviews/${published.review}/visibility`, { visibility: 'peers' }, 'PUT');
  const agreeing = await reviewIn(on, marker, 'agreeing');
  const rating = await reviewIn(on, marker, 'rating');
  const gapIds: string[] = [];
  for (let at = 0; at < gaps; at += 1)
    gapIds.push(await send(`/places/${place}/gaps`, gapOf(marker, agreeing.review)));
  for (const gap of gapIds)
    await send(
      `/reviews/${agreeing.review}/priorities/${gap}`,
      { importance: 4, reach: 4, note: `${marker} note` },
      'PUT',
    );
  const asset = await send(`/places/${place}/assets`, assetOf(marker));
  const acts = await fillActions(house, send, { id, marker, place, gap: gapIds[0] ?? '' });
  const cycle = await fillCycle(on, send, marker);
  await fillComparison(send, marker);
  const composite = await fillComposite(on, marker);
  const record = await fillRecord(send, { marker, place, gap: gapIds[0] ?? '' });
  const crisis = await fillCrisis(send, { marker, place });
  const change = await fillChange(send, { marker, place });
  const recovery = await fillRecovery(send, marker);
  const releases = await fillReleases(send, marker);
  const prevention = await fillPrevention(house, send, {
    ...{ id, cookie, marker, place, gap: gapIds[0] ?? '' },
  });
  const diligence = await fillDiligence(house, send, { id, marker });
  const evidence = await fillEvidence(house, send, { id, marker, cookie });
  const screening = await fillScreening(house, send, { id, marker });
  const directory = await fillDirectory(house, send, { id, marker });
  const surveys = await fillSurveys(on, marker);
  const networks = await fillNetworks(on, marker, surveys.ids.with[0] ?? '');
  const draft = await ownFramework(house, { id, marker, version });
  return {
    ...{ id, marker, cookies },
    ids: {
      place: data.places,
      review: [agreeing.review, published.review, rating.review],
      rater: [rating, agreeing, published].flatMap(({ raters }) => raters.map((each) => each.id)),
      gap: gapIds,
      asset: [asset],
      member: [member],
      ...acts,
      ...cycle,
      ...record,
      ...crisis,
      ...change,
      ...composite,
      ...recovery,
      ...releases,
      ...diligence,
      ...screening,
      ...directory,
      ...prevention,
      ...surveys.ids,
      ...evidence,
      ...networks,
      file: [...agreeing.files, ...published.files],
      upload: data.uploads,
      job: data.jobs,
      version: [draft],
    },
    raters: [...rating.raters, ...agreeing.raters, ...surveys.respondents],
  };
}

/** Places, a population, a boundary, a measure, observations, a mapping, a file and a job of the partnership's own. */
async function filledData(
  house: TestHouse,
  { id, cookie, marker }: { id: string; cookie: string; marker: string },
) {
  const room = new DataRoom(house, id, cookie);
  const place = await asInstallation(house.database, async (tx) => {
    const made = await tx
      .insertInto('place')
      .values(
        ['county', 'district'].map((type) => ({
          ...{ partnership_id: id, type, code: `${marker}${type}`, name: `${marker} ${type}` },
          name_key: `${marker} ${type}`,
        })),
      )
      .returning('id')
      .execute();
    const [parent = '', child = ''] = made.map((each) => each.id);
    const own = { partnership_id: id, source: `${marker} source` };
    await tx
      .insertInto('place_parent')
      .values({ ...own, child_id: child, parent_id: parent })
      .execute();
    await tx
      .insertInto('place_population')
      .values({ ...own, place_id: child, year: 2024, population: 70_000 })
      .execute();
    await tx
      .insertInto('place_boundary')
      .values({ ...own, place_id: child, geometry: JSON.stringify(square(marker)) })
      .execute();
    await tx
      .updateTable('partnership')
      .set({ home_place_id: child })
      .where('id', '=', id)
      .execute();
    return { parent, child };
  });
  const mapping = observations(marker);
  const text = `code,year,v\n${marker}district,2023,12\n${marker}district,2024,14\n`;
  // One value is changed by the second file and one is said again, so that what undoing needs is there too.
  await room.read('data/import', text.replace(',12', ',11'), mapping);
  const read = await room.read('data/import', text, mapping);
  if (read.state !== 'done') throw new Error(JSON.stringify(read.problems));
  const refused = await room.read('data/check', `code,year,v\n${marker}nowhere,2023,x\n`, mapping);
  await room.send(`/mappings/${marker}`, { title: `${marker} mapping`, content: mapping }, 'PUT');
  const upload = await room.upload(text, `${marker}.csv`);
  // Its rows live no longer than a job: one is left behind here, so that the wall around it is tried too.
  await asInstallation(house.database, (tx) =>
    sql`insert into observation_stage (partnership_id, job_id, row, measure, place, period, suppressed,
      incomplete, note) values (${id}, ${read.id}, 1, 1, 1, 1, false, false, ${marker})`.execute(
      tx,
    ),
  );
  await jobsEnded(house.database);
  return {
    places: [place.child, place.parent],
    jobs: [read.id, refused.id],
    uploads: [upload],
  };
}

function square(marker: string) {
  // Coordinates that tell whose it is.
  const at = marker.charCodeAt(2) - 90;
  return {
    type: 'Polygon',
    coordinates: [
      [
        [at, 50],
        [at + 0.5, 50],
        [at + 0.5, 50.5],
        [at, 50],
      ],
    ],
  };
}

export function observations(marker: string) {
  return {
    kind: 'observations',
    dataSet: { code: `${marker}set`, title: `${marker} set`, publisher: `${marker} publisher` },
    place: { by: 'code', column: 'code' },
    period: { column: 'year' },
    measures: [
      {
        measure: {
          ...{ code: `${marker}measure`, title: `${marker} measure`, direction: '-' },
          ...{ valueKind: 'amount', unit: 'things' },
        },
        value: { column: 'v' },
      },
    ],
  };
}

async function reviewIn(on: Stage, marker: string, state: 'rating' | 'agreeing' | 'published') {
  const review = await makeReview(on, { title: `${marker} ${state} review` });
  const raters: TestRater[] = [];
  const files: string[] = [];
  for (const agency of ['police', 'council']) {
    const rater = await askRater(on, review, `${marker} ${agency}`, `${marker} officer`);
    raters.push(rater);
  }
  await moveTo(on, review, 'rating');
  for (const { token } of raters) {
    const words = { comment: `${marker} comment`, link: `https://${marker}.example.org/` };
    await rate(on, token, '1.1.3', '2', words);
    await rate(on, token, '1.1.4', '1', words);
    const sent = await on.house.call(`/api/rate/${token}/ratings/1.1.3/files`, {
      body: `${marker} content`,
      headers: { 'x-file-name': `${marker}.txt`, 'content-type': 'application/octet-stream' },
    });
    files.push(z.object({ id: z.string() }).parse(await sent.json()).id);
  }
  if (state !== 'rating') {
    await moveTo(on, review, 'agreeing');
    await on.house.call(on.path(`/reviews/${review}/agreed/1.1.3`), {
      method: 'PUT',
      cookie: on.coordinator,
      json: { answer: '2', rationale: `${marker} rationale`, dissent: `${marker} dissent` },
    });
  }
  if (state === 'published')
    for (const to of ['validated', 'published']) await moveTo(on, review, to);
  return { review, raters, files };
}

function gapOf(marker: string, review: string) {
  return {
    ...{ topic: 'T1.1', indicator: '', title: `${marker} gap`, kind: 'service' },
    ...{ severity: 'high', affected: `${marker} affected`, locallySolvable: true },
    ...{ escalateTo: '', review },
  };
}

function assetOf(marker: string) {
  return {
    ...{
      name: `${marker} asset`,
      kind: 'service',
      topics: ['T1.1'],
      capacity: `${marker} capacity`,
    },
    ...{ accessRoute: '', owner: `${marker} owner`, lastConfirmed: null, consentToList: true },
    ...{ used: false, note: `${marker} note` },
  };
}

/** A framework of its own: the shipped one under another name, as a draft and as a published version. */
async function ownFramework(
  house: TestHouse,
  { id, marker, version }: { id: string; marker: string; version: string },
): Promise<string> {
  const own = Framework.parse({ ...shipped, code: `${marker}-own`, title: `${marker} framework` });
  const mapping = proposedMapping(shipped, own);
  const judged = {
    ...mapping,
    rows: mapping.rows.map((row) => ({ ...row, note: `${marker} note` })),
  };
  return asInstallation(house.database, async (tx) => {
    const { id: framework } = await tx
      .insertInto('framework')
      .values({ partnership_id: id, code: `${marker}-own`, title: `${marker} framework` })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: draft } = await tx
      .insertInto('framework_version')
      .values({
        partnership_id: id,
        framework_id: framework,
        version: 1,
        state: 'draft',
        content: toJson(own),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('framework_mapping')
      .values({
        ...{ partnership_id: id, from_version_id: version, to_version_id: draft },
        content: JSON.stringify(judged),
      })
      .execute();
    return draft;
  });
}
