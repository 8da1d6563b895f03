import { z } from 'zod';
import { organisationKey } from '../directory/index.ts';
import { CountryCode } from './country.ts';
import { ProductCode } from './product.ts';
import shipped from './shipped/currencies.json' with { type: 'json' };

const words = (most: number) => z.string().trim().max(most);
/** ISO 4217, or '' where no amount is given. */
export const Currency = z.enum(['', ...shipped.codes]);
const Amount = z.number().min(0).max(1e15).nullable();
/** A number of workers. [DD-1] */
export const Workers = z.int().min(0).max(10_000_000).nullable();

/** An organisation that supplies, or one of one's own. What is not known is null or ''. [DD-2] */
export const SupplierFields = z.strictObject({
  name: words(300).min(1),
  own: z.boolean(),
  companyNumber: words(40),
  country: CountryCode,
  tier: z.int().min(1).max(9).nullable(),
  workers: Workers,
  turnover: Amount,
  currency: Currency,
  products: z.array(ProductCode).max(20),
  note: words(2000),
});
export type SupplierFields = z.infer<typeof SupplierFields>;

/** A place where work is done for a supplier. */
export const SiteFields = z.strictObject({
  name: words(300),
  country: CountryCode,
  postcode: words(12),
  placeCode: words(30),
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  workers: Workers,
});
export type SiteFields = z.infer<typeof SiteFields>;

/**
 * A supplier's name without what spellings and legal forms differ in. A name of nothing else keeps its words.
 *
 * @example supplierKey('The Avon Fruit Co. Ltd') // => 'avon fruit'
 */
export function supplierKey(name: string): string {
  const words = organisationKey(name.replace(/\bco\b\.?/giu, 'company')).split(' ');
  const telling = words.filter((word) => !forms.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** A company number without spaces, dots and leading noughts; '' where there is none. */
export function numberKey(companyNumber: string): string {
  return companyNumber
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');
}

const forms = new Set(
  `limited ltd plc llp llc lp inc incorporated corp corporation company gmbh ag kg sa sas sarl spa srl bv nv ab as oy
  aps sl lda pty pvt private pte bhd sdn kk jsc ooo cic`.split(/\s+/),
);
