import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../packages/server/testing/house.ts';
import { shipFramework } from '../packages/server/framework/ship.ts';
import type { Framework } from '@freehold/core/framework';
import type { ReviewProfile } from '@freehold/core/review';
import { hasRealData, realData } from './stage.ts';

// The main job on real input, through the routes. The numbers that are expected were worked out apart from this
// code: counts by a spreadsheet over the files, scores by hand from the ratings below.

const boston = 'E07000136';
const raters = [
  'Boston Borough Council',
  'Lincolnshire Police',
  'NHS Lincolnshire',
  'Centrepoint',
  'Diocese',
  'DWP',
];
const ratings: Readonly<Record<string, readonly string[]>> = {
  '1.1.3': ['1', '2', '2', '3', '1', 'dk'],
  '1.1.4': ['0', '1', '1', '0', 'na', '2'],
  '1.3.3': ['3', '3', '3', '3', '3', '3'],
  '1.3.4': ['1', '2', '1', '2', '1', '2'],
};

describe.skipIf(!hasRealData)(
  'the main job on the real files of ../shared/data/uk (skipped without that folder)',
  () => {
    let house: TestHouse;
    let p: string;
    let cookie: string;

    beforeAll(async () => {
      house = await testHouse();
      await shipFramework(house.database, house.ports.clock.now());
      p = `/api/partnerships/${await house.makePartnership('Lincolnshire')}`;
      cookie = await house.signIn(p.split('/').at(-1) ?? null);
    });
    afterAll(() => house.close());

    const get = async <T>(path: string): Promise<T> =>
      good<T>(await house.call(`${p}${path}`, { cookie }), path);
    const send = async <T>(method: string, path: string, json: unknown): Promise<T> =>
      good<T>(await house.call(`${p}${path}`, { method, cookie, json }), path);

    /** Sends a real file and reads it by a shipped mapping; answers with what the job says. */
    const load = async (
      name: string,
      mapping: string,
      kind: 'data' | 'places',
      acceptRejected = false,
    ) => {
      const body = new Uint8Array(await readFile(join(realData, 'uk', name)));
      const sent = await house.call(`${p}/files`, {
        method: 'POST',
        cookie,
        body,
        headers: { 'x-file-name': name },
      });
      const { file } = await good<{ file: string }>(sent, name);
      const { job } = await send<{ job: string }>('POST', `/${kind}/import`, {
        file,
        mapping,
        acceptRejected,
      });
      for (;;) {
        const now = await get<Job>(`/jobs/${job}`);
        if (!['waiting', 'running'].includes(now.state)) return now;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };

    test('loads the look-ups and boundaries, deprivation and referrals, and accounts for every row', async () => {
      const codes = await get<{ mappings: { code: string }[] }>('/mappings');
      expect(codes.mappings.map((each) => each.code)).toContain('nrm-referrals');
      for (const [name, mapping] of [
        ['lookup-ltla24-csp24-pfa24.csv', 'lookup-districts-2024'],
        ['lookup-ltla24-region24.csv', 'lookup-regions-2024'],
        ['boundaries-ltla24.geojson', 'boundaries-districts-2024'],
        ['boundaries-pfa20.geojson', 'boundaries-police-2020'],
      ] as const) {
        expect([name, (await load(name, mapping, 'places', true)).state]).toEqual([name, 'done']);
      }
      const { types } = await get<{ types: Record<string, number> }>('/places?limit=1');
      expect(types['district']).toBe(361);
      expect(types['police-force-area']).toBe(43);

      const imd = await load('imd2019-english-local-authorities.csv', 'imd-2019-england', 'data');
      expect(imd.state).toBe('refused');
      expect(imd.problemCount).toBeGreaterThanOrEqual(28);
      expect(JSON.stringify(imd.problems)).toContain('E07000004');
      const kept = await load(
        'imd2019-english-local-authorities.csv',
        'imd-2019-england',
        'data',
        true,
      );
      expect(kept.state).toBe('done');
      expect(kept.result).toMatchObject({ new: 289 * 3, changed: 0, same: 0 });
      const again = await load(
        'imd2019-english-local-authorities.csv',
        'imd-2019-england',
        'data',
        true,
      );
      expect(again.result).toMatchObject({ new: 0, changed: 0, same: 289 * 3 });

      const nrm = await load('nrm-referrals-2022q2-2023q3.csv', 'nrm-referrals', 'data', true);
      expect(nrm.state).toBe('done');
    });

    test('shows a district its police force area’s referrals, quarter by quarter, as detection', async () => {
      const place = await placeOf(boston);
      const series = await get<Series>(`/places/${place}/series?measure=nrm-referrals`);
      expect(series.own).toBe(false);
      expect(series.place.name).toContain('Lincolnshire');
      expect(series.measure.detection).toBe(true);
      expect(series.points.map((point) => [point.period, point.value])).toEqual([
        ['2022-Q2', 6],
        ['2022-Q3', 9],
        ['2022-Q4', 8],
        ['2023-Q1', 13],
        ['2023-Q2', 11],
        ['2023-Q3', 10],
      ]);
    });

    test('places Boston in the middle fifth of 289 districts by extent of deprivation', async () => {
      const position = await get<Position>(
        `/places/${await placeOf(boston)}/position?measure=imd-extent&group=same-type`,
      );
      expect(position.own?.value).toBeCloseTo(0.15710000260853685, 12);
      expect(position.group?.n).toBe(289);
      // 164 of 289 districts have less, so 56.9 %: the third fifth, which is 2 of 0 to 4 either way.
      expect(position.score).toBe(2);
    });

    test('reviews Boston with six raters, agrees, publishes, and reports the numbers worked out by hand', async () => {
      const version = await frameworkWithDeprivation();
      const place = await placeOf(boston);
      const { id } = await send<{ id: string }>('POST', '/reviews', {
        place,
        frameworkVersion: version,
        profile: 'full',
        title: 'Boston, first review',
        closesOn: null,
        comparison: { kind: 'same-type' },
      });
      const links: string[] = [];
      for (const agency of raters) {
        const { link } = await send<{ link: string }>('POST', `/reviews/${id}/raters`, {
          agency,
          roleTitle: 'Lead',
          name: '',
          email: null,
        });
        links.push(link.split('/').at(-1) ?? '');
      }
      await send('POST', `/reviews/${id}/move`, { to: 'rating', note: '' });
      for (const [index, token] of links.entries()) {
        for (const [indicator, answers] of Object.entries(ratings)) {
          const put = await house.call(`/api/rate/${token}/ratings/${indicator}`, {
            method: 'PUT',
            json: {
              answer: answers[index],
              grade: 'B',
              confidence: 'medium',
              comment: '',
              link: '',
              typedAt: '2026-03-02T10:00:00.000Z',
            },
          });
          expect(put.status).toBe(200);
        }
        await house.call(`/api/rate/${token}/finish`, { json: { finished: true } });
      }
      expect((await house.call(`${p}/reviews/${id}/agreeing`, { cookie })).status).toBe(409);
      await send('POST', `/reviews/${id}/move`, { to: 'agreeing', note: '' });
      await send('PUT', `/reviews/${id}/agreed/1.1.3`, {
        answer: '2',
        rationale: 'Advice reaches two of three wards.',
        dissent: 'DWP could not say.',
      });
      await send('POST', `/reviews/${id}/move`, { to: 'validated', note: '' });
      await send('POST', `/reviews/${id}/move`, { to: 'published', note: '' });

      const { profile } = await get<{ profile: ReviewProfile }>(`/reviews/${id}/profile`);
      const topic = (code: string) => profile.topics.find((each) => each.code === code);
      // T1.1: 1.1.1 measured 2, 1.1.2 no data, 1.1.3 agreed 2 (mean 1.8 of five), 1.1.4 mean (0+1+1+0+2)/5 = 0.8.
      expect(topic('T1.1')?.score).toBeCloseTo((2 + 2 + 0.8) / 3, 10);
      expect(topic('T1.1')?.coverage).toBeCloseTo(0.75, 10);
      expect(profile.indicators.find((each) => each.code === '1.1.3')?.mean).toBeCloseTo(1.8, 10);
      // T1.3: two context indicators never count; 1.3.3 mean 3, 1.3.4 mean 1.5.
      expect(topic('T1.3')).toMatchObject({ score: 2.25, coverage: 1, agencies: 6, raters: 6 });
      // Everybody says 3 on 1.3.3; 1.3.4 is three 1s and three 2s, so the topic lies within 2 and 2.5.
      expect(topic('T1.3')?.low).toBeGreaterThanOrEqual(2);
      expect(topic('T1.3')?.high).toBeLessThanOrEqual(2.5);
      expect(topic('T1.3')?.low).toBeLessThan(2.25);
      expect(topic('T1.2')).toMatchObject({ score: null, noScore: 'low-coverage' });
      expect(topic('T5.1')?.score ?? null).toBeNull();

      for (const format of ['html', 'docx', 'csv', 'json']) {
        const report = await house.call(`${p}/reviews/${id}/report?format=${format}`, { cookie });
        expect([format, report.status]).toEqual([format, 200]);
        const bytes = Buffer.from(await report.arrayBuffer());
        if (format === 'docx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
        else expect(bytes.toString()).toContain('Boston');
        if (format === 'csv') expect(bytes.toString()).toMatch(/T1\.3[^\n]*2\.25/);
      }
      const home = await get<{ review: { title: string } | null }>(`/places/${place}/home`);
      expect(home.review?.title).toBe('Boston, first review');
    });

    async function placeOf(code: string): Promise<string> {
      const { places } = await get<{ places: { id: string; code: string }[] }>(
        `/places?query=${code}`,
      );
      return places.find((each) => each.code === code)?.id ?? '';
    }

    /** The shipped framework with one more measure bound, as a version of the partnership's own. */
    async function frameworkWithDeprivation(): Promise<string> {
      const { frameworks } = await get<{ frameworks: { versions: { id: string }[] }[] }>(
        '/frameworks',
      );
      const { framework } = await get<{ framework: Framework }>(
        `/framework-versions/${frameworks[0]?.versions[0]?.id}`,
      );
      const bound = {
        ...framework,
        code: 'lincolnshire',
        levels: framework.levels.map((level) => ({
          ...level,
          topics: level.topics.map((topic) => ({
            ...topic,
            indicators: topic.indicators.map((each) =>
              each.code === '1.1.1' ? { ...each, measure: 'imd-extent' } : each,
            ),
          })),
        })),
      };
      const answer = await house.call(`${p}/frameworks/import`, {
        method: 'POST',
        cookie,
        body: JSON.stringify(bound),
        headers: { 'x-file-name': 'mine.json', 'content-type': 'application/json' },
      });
      const made = await good<{ id: string }>(answer, 'import');
      const version = made.id;
      await send('POST', `/framework-versions/${version}/publish`, {});
      return version;
    }
  },
);

type Job = {
  state: string;
  result: Record<string, number> | null;
  problems: unknown[];
  problemCount: number;
};
type Series = {
  own: boolean;
  place: { name: string };
  measure: { detection: boolean };
  points: { period: string; value: number | null }[];
};
type Position = {
  own: { value: number | null } | null;
  group: { n: number } | null;
  score: number | null;
};

async function good<T>(answer: Response, what: string): Promise<T> {
  const body = (await answer.json()) as T;
  if (!answer.ok)
    throw new Error(`${what}: ${answer.status} ${JSON.stringify(body).slice(0, 400)}`);
  return body;
}
