/**
 * Words of a text that look like somebody's name: after a title or "named", or two capitalised words in a row that
 * begin no sentence and are no usual pair. It warns and cannot know: places and firms look the same. [DD-14]
 *
 * @example nameLike('Mrs Nowak was moved.') // => ['Mrs Nowak']
 */
export function nameLike(text: string): readonly string[] {
  const titled = [...text.matchAll(afterTitle)].map(([found]) => found);
  const paired = [...text.matchAll(pair)]
    .filter(({ index }) => !beginsSentence(text, index))
    .map(([found]) => found)
    .filter((found) => !found.split(' ').some((word) => usual.has(word)));
  return [...new Set([...titled, ...paired])];
}

const afterTitle = /\b(?:Mr|Mrs|Ms|Miss|Dr|named|called)\.? \p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?/gu;
const pair = /\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b/gu;

function beginsSentence(text: string, at: number): boolean {
  return /(^|[.!?:\n]\s*)$/.test(text.slice(0, at));
}

const usual = new Set(
  `January February March April May June July August September October November December Monday Tuesday Wednesday
  Thursday Friday Saturday Sunday Modern Slavery Council Police Limited Ltd City County District Borough Street Road
  Lane Avenue Park Farm Foods House Services Group United Kingdom Act Code Base Ethical Trading Initiative Labour
  Company Agency Supply North South East West Great Northern Southern Eastern Western`.split(/\s+/),
);
