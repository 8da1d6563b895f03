import { z } from 'zod';

export const PlaceType = z.enum([
  'ward',
  'district',
  'county',
  'police-force-area',
  'community-safety-partnership',
  'region',
  'nation',
  'custom',
]);
export type PlaceType = z.infer<typeof PlaceType>;

/** An official code such as E07000136; letters, digits and hyphens. */
export const PlaceCode = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,30}$/, 'a code has letters, digits and hyphens, 30 at most.');

/** A place as a person describes it. `codeYear` is the year of the code list that `code` is from. */
export const Place = z.strictObject({
  type: PlaceType,
  code: PlaceCode.nullable(),
  codeYear: z.int().min(1900).max(2200).nullable(),
  name: z.string().trim().min(1).max(200),
});
export type Place = z.infer<typeof Place>;

/**
 * A name reduced to what two spellings of the same place share: lower case, no accents, no punctuation,
 * "&" and "St." written out, no words such as "police", "constabulary" or "council". Where nothing else would
 * be left, they stay. Two places of one type may share a key; whoever resolves names must look out for that.
 *
 * Holds: the key of a key is that key.
 *
 * @example placeKey('Avon and Somerset Constabulary') // => 'avon and somerset'
 */
export function placeKey(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\bst\.? /g, 'saint ')
    .replace(/\b(london|royal) borough of\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !idle.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

const idle = new Set(
  'the of police constabulary service force area council city borough county district unitary authority'.split(
    ' ',
  ),
);
