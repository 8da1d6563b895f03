import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { DataRoom } from '../testing/data-room.ts';
import { stage, type Stage } from '../testing/stage.ts';
import { Board } from './shapes.ts';

let on: Stage;
let room: DataRoom;
beforeAll(async () => {
  on = await stage();
  room = new DataRoom(on.house, on.ours, on.coordinator);
});
afterAll(() => on.house.close());

const mapping = {
  kind: 'observations',
  dataSet: { code: 'desk', title: 'Desk tally', publisher: 'Council' },
  place: { by: 'code', column: 'code' },
  period: { column: 'month' },
  measures: [
    {
      measure: {
        ...{ code: 'concerns', title: 'Concerns', direction: 'o', valueKind: 'count' },
        ...{ unit: 'concerns', countsPeople: true },
      },
      value: { column: 'v' },
    },
  ],
};
const months = (counts: readonly number[], from: number) =>
  counts
    .map((v, at) => new Date(Date.UTC(2025, from + at, 1)).toISOString().slice(0, 7) + `,${v}`)
    .map((row) => `X01,${row}\n`)
    .join('');
const brought = async (rows: string) => {
  const read = await room.read('data/import', `code,month,v\n${rows}`, mapping);
  expect([read.state, read.problems]).toEqual(['done', []]);
};

test('[CR-9] a series is frozen as it stands before the activation, and newer periods are held against it', async () => {
  // May 2025 to January 2026; the clock of the test stands on 2 March 2026.
  await brought(months([10, 12, 9, 11, 10, 13, 8, 10, 11], 4));
  const post = async (rest: string, json: object) =>
    z.object({ id: z.string() }).parse(await (await room.send(rest, json)).json()).id;
  const crisis = await post(`/places/${on.place}/crises`, {
    ...{ title: 'Flood', type: 'sudden-disaster', phase: 'acute', startsOn: null, endsOn: null },
    ...{ source: '', sourceUrl: '', triggerRule: '', affected: '', irregular: '' },
  });
  const content = {
    ...{ kind: 'baseline', counts: 'measure', measure: 'concerns', title: 'x', source: '' },
    points: [],
  };
  await post(`/crises/${crisis}/items`, { content });
  await brought(months([12, 40], 13));
  await room.send(`/crises/${crisis}/move`, { to: 'active' });
  const board = async () => Board.parse(await room.json(`/crises/${crisis}`));
  const points = ({ items }: Awaited<ReturnType<typeof board>>) =>
    items.flatMap(({ content: held }) => (held.kind === 'baseline' ? held.points : []));
  // February came between the plan and the activation, and belongs to it; March has not ended before it.
  const frozen = points(await board());
  expect(frozen.map(({ count }) => count)).toEqual([10, 12, 9, 11, 10, 13, 8, 10, 11, 12]);
  await brought(months([41], 15));
  const now = await board();
  expect(points(now)).toEqual(frozen);
  // 106 in 304 days are 10.5 in the 30 days of April; 41 lie far outside.
  expect(now.changes).toMatchObject([
    { title: 'Concerns', span: 'newest-period', days: 30, control: { answer: 'higher' } },
  ]);
  expect(now.changes[0]?.control).toMatchObject({ expected: expect.closeTo((106 / 304) * 30, 9) });
});
