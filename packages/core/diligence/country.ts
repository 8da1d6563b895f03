import { z } from 'zod';
import shipped from './shipped/countries.json' with { type: 'json' };

/** A country as ISO 3166-1 has it. */
export type Country = {
  readonly code: string;
  readonly alpha3: string;
  readonly numeric: string;
  readonly name: string;
};

const Row = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** Every country by its English name. Codes: ISO 3166-1; names: Unicode CLDR. */
export const countries: readonly Country[] = z
  .array(Row)
  .parse(shipped.countries)
  .map(([code, alpha3, numeric, name]) => ({ code, alpha3, numeric, name }));

const byCode = new Map(countries.map((each) => [each.code, each]));

/** Two letters of ISO 3166-1, or '' where the country is not known. [DD-2] */
export const CountryCode = z.enum(['', ...countries.map(({ code }) => code)]);

/** A country's name; the code itself where it is none of ours, and '' for ''. */
export function countryName(code: string): string {
  return byCode.get(code)?.name ?? code;
}

/**
 * The two letters for a country as people write it: either ISO code, the name, or a usual short form. Null for what
 * is none of these, and '' for an empty cell.
 *
 * @example countryNamed('uk') // => 'GB'
 */
export function countryNamed(text: string): string | null {
  const said = plain(text);
  return said === '' ? '' : (byName.get(said) ?? null);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');
}

const usual: Readonly<Record<string, string>> = {
  ...{ uk: 'GB', 'great britain': 'GB', england: 'GB', scotland: 'GB', wales: 'GB' },
  ...{ 'northern ireland': 'GB', usa: 'US', 'united states of america': 'US', uae: 'AE' },
  ...{ burma: 'MM', turkey: 'TR', 'viet nam': 'VN', 'czech republic': 'CZ', holland: 'NL' },
  ...{ 'republic of ireland': 'IE', 'south korea': 'KR', russia: 'RU', 'ivory coast': 'CI' },
};

const byName: ReadonlyMap<string, string> = new Map([
  ...countries.flatMap(({ code, alpha3, name }) =>
    [code, alpha3, name].map((each) => [plain(each), code] as const),
  ),
  ...Object.entries(usual),
]);
