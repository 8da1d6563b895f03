import type { z } from '@hono/zod-openapi';

/** A schema that also refuses what no database keeps: NUL and halves of characters, at any depth. */
export function plain<S extends z.ZodType>(schema: S): S {
  return schema.refine(isPlain, { message: 'holds a character that cannot be kept' });
}

function isPlain(value: unknown): boolean {
  return !unkeepable.test(JSON.stringify(value) ?? '');
}

/** As JSON writes them: a backslash that is not itself escaped, and the character's number. */
const unkeepable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;
