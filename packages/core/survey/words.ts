import { z } from 'zod';

/** A language of an instrument: a short code as it is kept, and its name as people say it. */
export const Language = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .max(35),
  name: z.string().min(1).max(60),
});
export type Language = z.infer<typeof Language>;

/** One text in several languages, by their codes. */
export const Words = z.record(z.string(), z.string().max(4000));
export type Words = z.infer<typeof Words>;

/**
 * A text in the language asked for, else in the first of `languages` that has it, else in any; '' where there is
 * none at all. [SV-3]
 *
 * @example say({ en: 'Yes', cy: 'Ie' }, ['cy', 'en']) // => 'Ie'
 */
export function say(words: Words, languages: readonly string[]): string {
  const found = languages
    .map((each) => words[each])
    .find((text) => text !== undefined && text !== '');
  return found ?? Object.values(words).find((text) => text !== '') ?? '';
}
