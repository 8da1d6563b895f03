import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testHouse } from '../testing/house.ts';
import { mayMount, smallDisk } from '../testing/small-disk.ts';

// Mounting a small disk is the superuser's; elsewhere this is skipped.
describe.skipIf(!(await mayMount()))('a server on a full disk', () => {
  test('says so to whoever writes, keeps what it confirmed, and goes on when there is room', async () => {
    const disk = await smallDisk(90);
    if (disk === null) throw new Error('no disk could be mounted');
    const house = await testHouse({ kind: 'pglite', folder: join(disk.folder, 'database') });
    const cookie = await house.signIn(null);
    const confirmed: string[] = [];
    const write = (name: string) =>
      house.call('/api/partnerships', { cookie, json: { name }, method: 'POST' });
    const confirm = async (name: string) => {
      const answer = await write(name);
      if (answer.status === 200) confirmed.push(name);
      return answer;
    };
    const fill = async () => {
      // The disk fills up beside the database, as it does where something else writes to it.
      await disk.fill();
      for (let n = 1; ; n += 1) {
        const answer = await confirm(`Partnership ${n} ${'x'.repeat(150)}`);
        if (answer.status !== 200) return answer;
      }
    };
    expect((await confirm('Before the disk was full')).status).toBe(200);
    const refused = await fill();
    expect(refused.status).toBe(507);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ problems: [{ code: 'disk-full' }] });

    await disk.remount('size=250m');
    const names = async () => {
      const answer = await house.call('/api/session', { cookie });
      if (answer.status !== 200) return answer.status;
      const { partnerships } = (await answer.json()) as { partnerships: { name: string }[] };
      return partnerships.map((each) => each.name);
    };
    await expect
      .poll(names, { timeout: 30_000, interval: 500 })
      .toEqual(expect.arrayContaining(confirmed));
    expect((await write('After')).status).toBe(200);
    await house.close();
    await disk.close();
  });
});
