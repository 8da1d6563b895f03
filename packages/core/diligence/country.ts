import { z } from 'zod';
import { countries } from '../country.ts';

export { countries, countryName, countryNamed, type Country } from '../country.ts';

/** Two letters of ISO 3166-1, or '' where the country is not known. [DD-2] */
export const CountryCode = z.enum(['', ...countries.map(({ code }) => code)]);
