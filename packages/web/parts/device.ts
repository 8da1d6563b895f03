import type { z } from 'zod';
import type { Kept, Versioned } from './outbox.ts';

export type Device<E extends Versioned> = Kept<E> & {
  /** False once the device refused to keep something; then an answer lives only as long as the tab. */
  readonly lasting: () => boolean;
};

/**
 * Keeps unsent answers of one link in the browser's local storage, one item a key. Writing is
 * synchronous, so a keystroke is kept before the next one. Where the browser keeps nothing (full, or private
 * browsing), answers stay in memory and `lasting` says so. What cannot be read back is left alone.
 */
export function device<E extends Versioned>(
  storage: Storage,
  stem: string,
  { schema, keyOf }: { readonly schema: z.ZodType<E>; readonly keyOf: (entry: E) => string },
): Device<E> {
  const memory = new Map<string, E>();
  let lasting = true;
  const stored = (key: string) => read(storage, stem + key, schema);
  return {
    lasting: () => lasting,
    all: () => {
      const found = new Map<string, E>();
      for (const key of keys(storage, stem)) {
        const entry = read(storage, key, schema);
        if (entry !== null) found.set(keyOf(entry), entry);
      }
      for (const [key, entry] of memory) found.set(key, entry);
      return [...found.values()];
    },
    put: (entry) => {
      try {
        storage.setItem(stem + keyOf(entry), JSON.stringify(entry));
        memory.delete(keyOf(entry));
      } catch {
        memory.set(keyOf(entry), entry);
        lasting = false;
      }
    },
    remove: (entry) => {
      const key = keyOf(entry);
      if (memory.get(key)?.typedAt === entry.typedAt) memory.delete(key);
      const there = stored(key);
      // An older copy than the one confirmed goes too; a newer one, typed meanwhile, stays.
      if (there !== null && there.typedAt <= entry.typedAt) storage.removeItem(stem + key);
    },
  };
}

function keys(storage: Storage, stem: string): readonly string[] {
  const all = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  return all.filter((key): key is string => key?.startsWith(stem) === true);
}

function read<E>(storage: Storage, key: string, schema: z.ZodType<E>): E | null {
  try {
    const found = schema.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
