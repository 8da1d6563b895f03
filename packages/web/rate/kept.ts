import { z } from 'zod';
import { Answer, Confidence, Grade } from '@freehold/core/review';
import type { Entry, Kept } from './queue.ts';

const Stored = z.object({
  indicator: z.string(),
  answer: Answer.nullable(),
  grade: Grade.nullable(),
  confidence: Confidence.nullable(),
  comment: z.string(),
  link: z.string(),
  typedAt: z.iso.datetime(),
});

export type Device = Kept & {
  /** False once the device refused to keep something; then an answer lives only as long as the tab. */
  readonly lasting: () => boolean;
};

/**
 * Keeps unsent answers of one rater's link in the browser's local storage, one item an indicator. Writing is
 * synchronous, so a keystroke is kept before the next one. Where the browser keeps nothing (full, or private
 * browsing), answers stay in memory and `lasting` says so. What cannot be read back is left alone.
 */
export function device(storage: Storage, token: string): Device {
  const stem = `freehold-rate:${token}:`;
  const memory = new Map<string, Entry>();
  let lasting = true;
  const stored = (indicator: string) => read(storage, stem + indicator);
  return {
    lasting: () => lasting,
    all: () => {
      const found = new Map<string, Entry>();
      for (const key of keys(storage, stem)) {
        const entry = read(storage, key);
        if (entry !== null) found.set(entry.indicator, entry);
      }
      for (const [indicator, entry] of memory) found.set(indicator, entry);
      return [...found.values()];
    },
    put: (entry) => {
      try {
        storage.setItem(stem + entry.indicator, JSON.stringify(entry));
        memory.delete(entry.indicator);
      } catch {
        memory.set(entry.indicator, entry);
        lasting = false;
      }
    },
    remove: ({ indicator, typedAt }) => {
      if (memory.get(indicator)?.typedAt === typedAt) memory.delete(indicator);
      const there = stored(indicator);
      // An older copy than the one confirmed goes too; a newer one, typed meanwhile, stays.
      if (there !== null && there.typedAt <= typedAt) storage.removeItem(stem + indicator);
    },
  };
}

function keys(storage: Storage, stem: string): readonly string[] {
  const all = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  return all.filter((key): key is string => key?.startsWith(stem) === true);
}

function read(storage: Storage, key: string): Entry | null {
  try {
    const found = Stored.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
