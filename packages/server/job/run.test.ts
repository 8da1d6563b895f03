import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { problem } from '@freehold/core/problem';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { dataRoom, type DataRoom } from '../testing/data-room.ts';
import { Job } from './routes.ts';
import { jobsEnded, startJob, type JobWork } from './run.ts';

let now = new Date('2026-03-02T10:00:00Z');
let house: TestHouse;
let room: DataRoom;
beforeAll(async () => {
  house = await testHouse(undefined, { now: () => now });
  room = await dataRoom(house);
});
afterAll(() => house.close());

const begin = (work: JobWork, title = 'a job') =>
  startJob(
    house,
    { person: null, rater: null, partnership: room.partnership },
    { kind: 'x', title },
    work,
  );
const done = { state: 'done', result: null } as const;

test('says how far it is and, at the pace so far, how long it still takes', async () => {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const id = await begin(async (job) => {
    await job.step({ done: 25, total: 100 });
    reached.resolve();
    await goOn.promise;
    return done;
  });
  await reached.promise;
  expect(await room.json(`/jobs/${id}`)).toMatchObject({ state: 'running', secondsLeft: null });
  now = new Date(now.getTime() + 10_000);
  expect(await room.json(`/jobs/${id}`)).toMatchObject({ done: 25, total: 100, secondsLeft: 30 });
  goOn.resolve();
  await jobsEnded(house.database);
  expect(await room.json(`/jobs/${id}`)).toMatchObject({
    state: 'done',
    done: 100,
    secondsLeft: null,
    endedAt: now.toISOString(),
  });
});

test('one at a time, in the order in which they were asked for; newest first in the list', async () => {
  const order: string[] = [];
  const work =
    (name: string): JobWork =>
    async (job) => {
      order.push(`${name} begins`);
      await job.step({ done: 1, total: 2 });
      order.push(`${name} ends`);
      return done;
    };
  now = new Date(now.getTime() + 1000);
  await begin(work('first'), 'first');
  now = new Date(now.getTime() + 1000);
  await begin(work('second'), 'second');
  await jobsEnded(house.database);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  const { jobs } = z.object({ jobs: z.array(Job) }).parse(await room.json('/jobs'));
  expect(jobs.slice(0, 2).map((each) => each.title)).toEqual(['second', 'first']);
});

test('a step that is cancelled keeps nothing of itself', async () => {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const id = await begin(async (job) => {
    await job.step({ done: 1, total: 2 });
    reached.resolve();
    await goOn.promise;
    await job.step({ done: 2, total: 2 }, async (tx) => {
      await tx
        .insertInto('organisation')
        .values({ partnership_id: job.partnership, name: 'Half done' })
        .execute();
    });
    return done;
  });
  await reached.promise;
  expect((await room.send(`/jobs/${id}/cancel`, undefined)).status).toBe(200);
  goOn.resolve();
  await jobsEnded(house.database);
  expect(await room.json(`/jobs/${id}`)).toMatchObject({ state: 'cancelled', done: 1 });
  const kept = await house.database.selectFrom('organisation').select('name').execute();
  expect(kept).toEqual([]);
});

test('a fault of ours ends it with a reference that the log has, and the next job runs', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = await begin(async (job) => {
    job.fault(problem('ragged-row', {}, { row: 7 }));
    throw new Error('a bolt came loose');
  });
  const next = await begin(async () => done);
  await jobsEnded(house.database);
  const said = Job.parse(await room.json(`/jobs/${broken}`));
  expect(said).toMatchObject({
    state: 'broken',
    result: null,
    problems: [{ code: 'ragged-row' }, { code: 'our-fault' }],
  });
  expect(log.mock.calls[0]?.[0]).toContain(said.problems[1]?.details?.['reference']);
  expect(JSON.stringify(said)).not.toContain('bolt');
  expect(await room.json(`/jobs/${next}`)).toMatchObject({ state: 'done' });
  log.mockRestore();
});

test('a job without a problem has a file with a header only', async () => {
  const id = await begin(async () => done);
  await jobsEnded(house.database);
  const file = await room.get(`/jobs/${id}/errors.csv`);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(await file.text()).toBe('row,column,problem,details,file\r\n');
});
