import { expect, test } from 'vitest';
import { generator } from '@freehold/core/numeric';
import { homes } from '../packages/server/testing/homes.ts';
import { soak } from './soak.ts';

// `node bench/soak.ts` does the same fifty times on each, and prints what it saw.
test.each(homes)(
  '[soak] a server on %s that is killed in mid-write four times has all that it confirmed, and nothing by halves',
  async (name, open) => {
    const opened = await open();
    const soaked = await soak(opened.home, 4, generator(name.length));
    await opened.close();
    expect(soaked.faults).toEqual([]);
    expect(soaked.answers).toBeGreaterThanOrEqual(12);
    expect(soaked.auditRows).toBeGreaterThan(soaked.answers);
  },
);
