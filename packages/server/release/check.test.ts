import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { smallRelease } from '../testing/release.ts';
import { stage } from '../testing/stage.ts';
import { checkedApart } from './check-apart.ts';
import { checked } from './check.ts';

/** The small release with its records so many times over: long enough to be checked in a process of its own. */
function largeRelease(word: string, times = 800) {
  const { files, ...rest } = smallRelease(word);
  const [header = '', ...records] = files['synthetic.csv'].trimEnd().split('\r\n');
  const manifest = { ...JSON.parse(files['manifest.json']), records: records.length * times };
  return {
    ...rest,
    files: {
      ...files,
      'synthetic.csv': `${header}\r\n${`${records.join('\r\n')}\r\n`.repeat(times)}`,
      'manifest.json': JSON.stringify(manifest),
    },
  };
}

const processes = () =>
  process.getActiveResourcesInfo().filter((each) => each === 'ProcessWrap').length;

test('others are answered while a large release is being checked', async () => {
  const on = await stage();
  const call = (json?: object) =>
    on.house.call(on.path('/releases'), { cookie: on.coordinator, ...(json && { json }) });
  const before = processes();
  const order: string[] = [];
  const publishing = call(largeRelease('large')).then((answer) => {
    order.push('published');
    return answer.status;
  });
  while (order.length === 0 && processes() === before) await pause(1);
  expect((await call()).status).toBe(200);
  order.push('answered');
  expect(await publishing).toBe(200);
  expect(order).toEqual(['answered', 'published']);
  expect(processes()).toBe(before);
  await on.house.close();
});

test('what a process of its own finds is what is found here', async () => {
  const release = largeRelease('same');
  expect(await checkedApart(release)).toEqual(checked(release));
  const { files, ...rest } = release;
  const counts = files['counts.csv'].replace('age=old,5', 'age=old,4');
  const wrong = { ...rest, files: { ...files, 'counts.csv': counts } };
  expect(await checkedApart(wrong)).toMatchObject({ problems: [{ code: 'count-below-k' }] });
  const unkeepable = { ...release, title: 'a\0' };
  expect(await checkedApart(unkeepable)).toMatchObject({ problems: [{ code: 'not-valid' }] });
});

test('a check that never ends is given up, and so is one that needs too much memory', async () => {
  const release = largeRelease('hard');
  expect(await checkedApart(release, { seconds: 0, megabytes: 1024 })).toEqual({
    ok: false,
    problems: [{ code: 'release-check-slow', details: { seconds: 0 } }],
  });
  expect(await checkedApart(release, { seconds: 60, megabytes: 20 })).toEqual({
    ok: false,
    problems: [{ code: 'release-check-full', details: { megabytes: 20 } }],
  });
});
