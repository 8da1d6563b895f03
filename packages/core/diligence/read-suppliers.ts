import { parsed, problem, type Problem } from '../problem.ts';
import { countryNamed } from './country.ts';
import { productsIn } from './product.ts';
import { SiteFields, SupplierFields, numberKey, supplierKey } from './supplier.ts';
import type { SupplierColumn, SupplierMapping } from './supplier-mapping.ts';

/** A supplier as a file has it, with the row that named it first. */
export type SupplierRow = {
  readonly row: number;
  readonly fields: SupplierFields;
  readonly sites: readonly SiteFields[];
};

/** One row of a table: its number, and its cells by column. */
export type NamedRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };

/**
 * Gathers a table's rows as suppliers. A row with a problem in its supplier's own words is left out whole; rows of
 * one supplier are joined. [DD-3]
 *
 * Problems of a row: `missing-value`, `country-unknown`, `number-unreadable`, `too-small`, `too-big` and the like; and
 * `product-unknown` and `differs-from-first`, which leave no row out: buyers write products in words of their own.
 */
export class SupplierReader {
  readonly #mapping: SupplierMapping;
  readonly #suppliers = new Map<
    string,
    { row: number; fields: SupplierFields; sites: SiteFields[] }
  >();
  rows = 0;
  rejected = 0;

  constructor(mapping: SupplierMapping) {
    this.#mapping = mapping;
  }

  get suppliers(): readonly SupplierRow[] {
    return [...this.#suppliers.values()];
  }

  /** Takes one row; what is wrong with it. */
  take({ row, cells }: NamedRow): readonly Problem[] {
    this.rows += 1;
    const { columns } = this.#mapping;
    const problems: Problem[] = [];
    const cell = (of: SupplierColumn) => (cells[columns[of]] ?? '').trim();
    const fault = (code: string, of: SupplierColumn, text = cell(of)) =>
      problems.push(problem(code, { text: text.slice(0, 100) }, { row, column: columns[of] }));
    const amount = (of: SupplierColumn, whole: boolean) => {
      const said = numberIn(cell(of), whole);
      if (said === undefined) fault('number-unreadable', of);
      return said ?? null;
    };
    const country = (of: SupplierColumn) => {
      const code = countryNamed(cell(of));
      if (code === null) fault('country-unknown', of);
      return code ?? '';
    };
    const { codes, unknown } = productsIn(cell('products'));
    const fields = {
      ...{ name: cell('name'), own: false, companyNumber: cell('companyNumber') },
      ...{ country: country('country'), tier: amount('tier', true), products: [...codes] },
      ...{ workers: amount('workers', true), turnover: amount('turnover', false) },
      ...{ currency: cell('currency').toUpperCase(), note: cell('note') },
    };
    const site = {
      ...{ name: cell('siteName'), country: country('siteCountry') || fields.country },
      ...{ postcode: cell('sitePostcode').toUpperCase(), placeCode: cell('sitePlaceCode') },
      latitude: amount('siteLatitude', false),
      longitude: amount('siteLongitude', false),
      workers: amount('siteWorkers', true),
    };
    problems.push(
      ...faultsIn(SupplierFields, fields, (path) => columns[supplierColumn(path)], row),
      ...faultsIn(SiteFields, site, (path) => columns[siteColumn(path)], row),
    );
    if (problems.length > 0) {
      this.rejected += 1;
      return problems;
    }
    if (unknown.length > 0) fault('product-unknown', 'products', unknown.join('; '));
    return [...problems, ...this.#join(row, fields, site)];
  }

  #join(row: number, fields: SupplierFields, site: SiteFields): readonly Problem[] {
    const key = sameKey(fields);
    const there = this.#suppliers.get(key);
    const sites = isSite(site) ? [site] : [];
    if (there === undefined) {
      this.#suppliers.set(key, { row, fields, sites });
      return [];
    }
    there.sites.push(...sites);
    return compared
      .filter((of) => said(fields[of]) !== '' && said(fields[of]) !== said(there.fields[of]))
      .map((of) =>
        problem(
          'differs-from-first',
          { text: said(fields[of]), first: said(there.fields[of]), firstRow: there.row },
          { row, column: this.#mapping.columns[of] },
        ),
      );
  }
}

/** What makes two rows one supplier. [DD-3] */
export function sameKey({
  name,
  companyNumber,
  country,
}: Pick<SupplierFields, 'name' | 'companyNumber' | 'country'>): string {
  return [supplierKey(name), numberKey(companyNumber), country].join('|');
}

const compared = ['tier', 'workers', 'turnover', 'currency', 'products'] as const;

function said(value: string | number | readonly string[] | null): string {
  return Array.isArray(value) ? value.join('; ') : String(value ?? '');
}

/** Whether a row says anything about a site beyond the supplier's own country. */
function isSite({ name, postcode, placeCode, longitude, latitude, workers }: SiteFields): boolean {
  return (
    [name, postcode, placeCode].some((each) => each !== '') ||
    [longitude, latitude, workers].some((each) => each !== null)
  );
}

/** A number with separators of thousands left out; null for an empty cell, undefined for what is no number. */
function numberIn(text: string, whole: boolean): number | null | undefined {
  if (text === '') return null;
  const plain = text.replace(/[£$€\s]/gu, '').replace(/,(?=\d{3}(\D|$))/g, '');
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) && (!whole || Number.isInteger(value)) ? value : undefined;
}

function faultsIn(
  schema: typeof SupplierFields | typeof SiteFields,
  value: unknown,
  columnOf: (path: string) => string,
  row: number,
): readonly Problem[] {
  const read = parsed<typeof SupplierFields | typeof SiteFields>(schema, value);
  if (read.ok) return [];
  return read.problems.map(({ code, where, details }) => {
    const [path = ''] = where?.path?.split('.') ?? [];
    const empty = path === 'name' && code === 'too-small';
    return problem(empty ? 'missing-value' : code, details, { row, column: columnOf(path) });
  });
}

function supplierColumn(path: string): SupplierColumn {
  return isSupplierColumn(path) ? path : 'name';
}

const ownColumns = [
  'name',
  'companyNumber',
  'country',
  'tier',
  'workers',
  'turnover',
  'currency',
  'products',
  'note',
] as const;

function isSupplierColumn(path: string): path is (typeof ownColumns)[number] {
  return ownColumns.some((each) => each === path);
}

const siteColumns: Readonly<Record<string, SupplierColumn>> = {
  ...{ name: 'siteName', country: 'siteCountry', postcode: 'sitePostcode' },
  ...{ placeCode: 'sitePlaceCode', longitude: 'siteLongitude', latitude: 'siteLatitude' },
  workers: 'siteWorkers',
};

function siteColumn(path: string): SupplierColumn {
  return siteColumns[path] ?? 'siteName';
}
