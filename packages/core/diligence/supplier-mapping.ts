import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';

const column = z.string().max(200);

/** Which column of a file says what; '' where none does. Only the name is needed. */
const SupplierColumns = z.strictObject({
  name: column.min(1),
  companyNumber: column,
  country: column,
  tier: column,
  products: column,
  workers: column,
  turnover: column,
  currency: column,
  note: column,
  siteName: column,
  siteCountry: column,
  sitePostcode: column,
  sitePlaceCode: column,
  siteLatitude: column,
  siteLongitude: column,
  siteWorkers: column,
});

/** What a column of a supplier file may say. */
export const supplierColumns = SupplierColumns.keyof().options;
export type SupplierColumn = (typeof supplierColumns)[number];

export const SupplierMapping = z.strictObject({
  title: z.string().trim().min(1).max(200),
  columns: SupplierColumns,
});
export type SupplierMapping = z.infer<typeof SupplierMapping>;

/** One problem `column-missing` for each column that the mapping names and the file has not. */
export function absentColumns(
  { columns }: SupplierMapping,
  header: readonly string[],
): readonly Problem[] {
  return supplierColumns
    .map((of) => columns[of])
    .filter((name) => name !== '' && !header.includes(name))
    .map((column) => problem('column-missing', {}, { row: 1, column }));
}

/** Guesses which column says what from a file's header; what it does not know it leaves to a person. */
export function guessedMapping(header: readonly string[], title: string): SupplierMapping {
  const names = header.filter((name) => name !== '' && name.length <= longestName);
  const taken = new Set<string>();
  const columnFor = (of: SupplierColumn): string => {
    const found = names.find((name) => !taken.has(name) && usual[of].has(plain(name))) ?? '';
    taken.add(found);
    return found;
  };
  const columns = Object.fromEntries(supplierColumns.map((of) => [of, columnFor(of)]));
  const name = columns['name'] || names[0] || 'name';
  return SupplierMapping.parse({ title, columns: { ...columns, name } });
}

const longestName = 200;

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const usual: Readonly<Record<SupplierColumn, ReadonlySet<string>>> = {
  name: set(
    'name',
    'supplier',
    'supplier name',
    'company',
    'company name',
    'organisation',
    'vendor',
  ),
  companyNumber: set('company number', 'number', 'registration number', 'company no', 'crn'),
  country: set('country', 'supplier country', 'country code', 'iso country'),
  tier: set('tier', 'supply tier', 'supply chain tier'),
  products: set('products', 'product', 'isic', 'isic code', 'sector', 'goods', 'category'),
  workers: set('workers', 'employees', 'headcount', 'number of workers', 'staff'),
  turnover: set('turnover', 'revenue', 'annual turnover'),
  currency: set('currency', 'turnover currency'),
  note: set('note', 'notes', 'comment', 'comments'),
  siteName: set('site', 'site name', 'facility', 'facility name', 'location'),
  siteCountry: set('site country', 'facility country'),
  sitePostcode: set('postcode', 'site postcode', 'post code', 'zip', 'postal code'),
  sitePlaceCode: set(
    'place code',
    'area code',
    'site place code',
    'local authority code',
    'ons code',
  ),
  siteLatitude: set('latitude', 'lat', 'site latitude'),
  siteLongitude: set('longitude', 'lon', 'lng', 'long', 'site longitude'),
  siteWorkers: set('site workers', 'workers at site', 'facility workers'),
};

function set(...words: readonly string[]): ReadonlySet<string> {
  return new Set(words);
}
