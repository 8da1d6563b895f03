/**
 * A name reduced to what its spellings share: lower case, no accents or punctuation, "&" and short forms such as
 * "BC" written out, "constabulary" as "police", no "the". Two names of one key are taken for one body. [DR-10]
 *
 * Holds: the key of a key is that key.
 *
 * @example organisationKey('The Fire & Rescue Service, Avonside') // => 'fire and rescue service avonside'
 */
export function organisationKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\bst\.? /g, 'saint ')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (written.get(word) ?? word).split(' '))
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');
}

const written: ReadonlyMap<string, string> = new Map([
  ['bc', 'borough council'],
  ['mbc', 'metropolitan borough council'],
  ['cc', 'county council'],
  ['dc', 'district council'],
  ['constabulary', 'police'],
  ['uni', 'university'],
  ['dept', 'department'],
  ['mids', 'midlands'],
  ['govt', 'government'],
  ['co', 'county'],
  ['org', 'organisation'],
]);

/** A word of a name with how much it tells: "council" tells less than "Halton". */
export type Word = { readonly word: string; readonly weight: number };

/** The words of a name that tell something, each once. */
export function tellingWords(name: string): readonly Word[] {
  const words = organisationKey(name)
    .split(' ')
    .filter((word) => !silent.has(word));
  return [...new Set(words)].map((word) => ({ word, weight: common.has(word) ? 0.3 : 1 }));
}

const silent = new Set('and of for in on to a an or at with from by uk ltd plc limited'.split(' '));

/** Words that many organisations bear: they agree by kind and not by name. */
const common = new Set(
  `anti association board borough care central centre charity charities child childrens children city clinical
  commissioning community council county crime department district east england enforcement fire force forum
  foundation friendship group groups health home homes hospital house housing human immigration local metropolitan
  modern national network nhs north office organisation partnership police project public regional rescue safeguarding
  safety saint school service services slavery social society south support team trading standards trafficking trust
  unit university west women womens young youth adult adults and authority government`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * How alike two names are, 0 to 1: twice the weight of the words they share over the weight of all. Words count as
 * shared when they differ by a letter, or by two in long words. Names that share only words which many bear are 0;
 * of names that point to different quarters, such as North and South, three tenths are taken off. O(n m).
 */
export function likeness(one: readonly Word[], other: readonly Word[]): number {
  const left = [...other];
  let shared = 0;
  let telling = false;
  for (const each of one) {
    const at = left.findIndex(({ word }) => alike(each.word, word));
    const found = left[at];
    if (found === undefined) continue;
    telling ||= each.weight === 1 && found.weight === 1;
    shared += Math.min(each.weight, found.weight);
    left.splice(at, 1);
  }
  if (!telling) return 0;
  const apart = quarterOf(one) === quarterOf(other) ? 1 : 0.7;
  return (apart * 2 * shared) / (total(one) + total(other));
}

function quarterOf(words: readonly Word[]): string {
  return words
    .map(({ word }) => word)
    .filter((word) => quarters.has(word))
    .toSorted()
    .join(' ');
}

const quarters = new Set('north south east west northern southern eastern western'.split(' '));

/** Whether each word of `part` is found in `whole`, and at least one of them is a name of its own. */
export function isWithin(part: readonly Word[], whole: readonly Word[]): boolean {
  return (
    part.some(({ weight }) => weight === 1) &&
    part.every(({ word }) => whole.some((each) => alike(each.word, word)))
  );
}

function total(words: readonly Word[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const longest = Math.max(one.length, other.length);
  const allowed = longest >= 9 ? 2 : longest >= 5 ? 1 : 0;
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return false;
  return one[0] === other[0] && edits(one, other) <= allowed;
}

/** Letters to add, leave out, change or swap with their neighbour (optimal string alignment). O(n m). */
export function edits(one: string, other: string): number {
  let [older, old]: [number[], number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(swapped ? Math.min(least, (older[j - 2] ?? 0) + 1) : least);
    }
    [older, old] = [old, row];
  }
  return old[other.length] ?? 0;
}

/** The first letters of a name's words, "and" and "of" left out: WSCC for West Sussex County Council. */
export function initialsOf(name: string): string {
  return organisationKey(name)
    .split(' ')
    .filter((word) => !['and', 'of', 'for', 'on'].includes(word))
    .map((word) => word[0] ?? '')
    .join('');
}
