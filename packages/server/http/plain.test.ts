import { expect, test } from 'vitest';
import { z } from '@hono/zod-openapi';
import { plain } from './plain.ts';

const schema = plain(z.object({ name: z.string() }));
const takes = (name: string) => schema.safeParse({ name }).success;

test('NUL and halves of characters are refused, everything else is taken', () => {
  for (const name of ['', 'Ynys Môn', '🙂', '\n', '\\u0000', '\\\\u0000', '\\ud800'])
    expect(takes(name)).toBe(true);
  for (const name of ['\0', 'a\0', '\\\0', '\ud800', '\udc00x', '\\\ud800'])
    expect(takes(name)).toBe(false);
});
