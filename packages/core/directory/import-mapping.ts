import { z } from 'zod';
import map2017 from './shipped/map-2017.json' with { type: 'json' };

const column = z.string().trim().min(1).max(200);
const vocabulary = z.record(z.string(), z.string().min(1).max(60));

/**
 * How two files are read as a directory: one of partnerships, a row for each area they work in, and one of their
 * members as written. Words are compared without regard to case and spaces around them.
 */
export const DirectoryMapping = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(1000).default(''),
  /** A shipped list of all areas there could be; '' where the file's own are all that is known. */
  areas: z.string().max(60).default(''),
  partnerships: z.strictObject({
    id: column,
    name: column,
    area: column,
    scale: column,
    chair: column,
    coordinator: column,
    activities: column,
    /** Columns that tick one activity each. */
    flags: z.record(column, z.string().min(1).max(60)),
    /** Columns that are known and left aside. */
    aside: z.array(column).default([]),
  }),
  members: z.strictObject({
    id: column,
    name: column,
    scale: column,
    chair: column,
    coordinator: column,
    members: column,
    aside: z.array(column).default([]),
  }),
  yes: z.array(z.string()).min(1),
  /** What people write where there is no answer yet. */
  open: z.array(z.string()),
  scale: vocabulary,
  lead: vocabulary,
  activity: vocabulary,
  /** What stands before an activity in free words. */
  otherActivity: z.string().min(1).max(40),
});
export type DirectoryMapping = z.infer<typeof DirectoryMapping>;

/** The mapping of the 2017 map's files, as an example of one. */
export const mapping2017: DirectoryMapping = DirectoryMapping.parse(map2017);

/** A cell's words, made comparable. */
export function plainWords(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Makes the question what a word of a vocabulary stands for; null where it has no such word. */
export function reads(words: Readonly<Record<string, string>>): (text: string) => string | null {
  const known = new Map(Object.entries(words).map(([word, code]) => [plainWords(word), code]));
  const codes = new Set(known.values());
  return (text) => {
    const said = plainWords(text);
    return known.get(said) ?? (codes.has(said) ? said : null);
  };
}
