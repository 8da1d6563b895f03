import { z } from 'zod';
import shipped from './countries.json' with { type: 'json' };

/** A country as ISO 3166-1 has it. */
export type Country = {
  readonly code: string;
  readonly alpha3: string;
  readonly numeric: string;
  readonly name: string;
};

const Row = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const Words = z.record(z.string(), z.array(z.string()));

/** Every country by its English name. Codes: ISO 3166-1; names: Unicode CLDR. */
export const countries: readonly Country[] = z
  .array(Row)
  .parse(shipped.countries)
  .map(([code, alpha3, numeric, name]) => ({ code, alpha3, numeric, name }));

const byCode = new Map(countries.map((each) => [each.code, each]));

/** A country's name; the code itself where it is none of ours, and '' for ''. */
export function countryName(code: string): string {
  return byCode.get(code)?.name ?? code;
}

/**
 * The two letters for a country as people write it: either ISO code, the name, or a usual short or long form, in whatever
 * order of its words. Null for what is none of these, and '' for an empty cell.
 *
 * @example countryNamed('uk') // => 'GB'
 * @example countryNamed('Korea, Republic of') // => 'KR'
 */
export function countryNamed(text: string): string | null {
  const said = keyOf(text);
  return said === '' ? '' : (nameOf(said) ?? byIso.get(said) ?? null);
}

/**
 * The two letters for a country or a nationality that a value of records says; XK for Kosovo, which ISO 3166-1 lacks. ISO
 * codes count in capitals only: "no" and "la" are words. Null for all else, and where several countries are meant:
 * "Congolese", "Korean", "Dominican".
 *
 * @example countryMeant('Vietnamese') // => 'VN'
 */
export function countryMeant(text: string): string | null {
  const said = keyOf(text);
  const named = nameOf(said) ?? byNationality.get(said);
  return named ?? (text === text.toUpperCase() ? (byIso.get(said) ?? null) : null);
}

/** What spellings of a country share: its words without accents, in one order. AND is Andorra, and the only word there. */
function keyOf(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word === 'saint' ? 'st' : word))
    .filter((word) => word !== '');
  const telling = words.filter((word) => !['the', 'of', 'and'].includes(word));
  return (telling.length > 0 ? telling : words).toSorted().join(' ');
}

/** By the name, else by what is left of it without the form of the state. */
function nameOf(said: string): string | undefined {
  const bare = said.split(' ').filter((word) => !forms.has(word));
  return byName.get(said) ?? byName.get(bare.join(' '));
}

const forms = new Set(
  'republic kingdom state islamic federal democratic peoples socialist principality commonwealth sultanate union'.split(
    ' ',
  ),
);

function keyed(words: unknown): ReadonlyMap<string, string> {
  const all = Object.entries(Words.parse(words));
  return new Map(all.flatMap(([code, each]) => each.map((one) => [keyOf(one), code] as const)));
}

const byIso: ReadonlyMap<string, string> = new Map(
  countries.flatMap(({ code, alpha3 }) => [code, alpha3].map((each) => [keyOf(each), code])),
);
const byName: ReadonlyMap<string, string> = new Map([
  ...countries.map(({ code, name }) => [keyOf(name), code] as const),
  ...keyed(shipped.alsoCalled),
]);
const byNationality = keyed(shipped.nationalities);
