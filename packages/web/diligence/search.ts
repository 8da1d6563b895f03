import type { Band } from '@freehold/core/diligence';

/** What a list of suppliers is narrowed by, as the address has it. */
export type SupplierSearch = {
  readonly query?: string;
  readonly country?: string;
  readonly product?: string;
  readonly tier?: string;
  readonly band?: Band;
  readonly place?: string;
  readonly placed?: 'no';
  readonly order?: 'name';
  readonly page?: number;
};

const bands: readonly Band[] = ['high', 'medium', 'low', 'not-known'];

export function supplierSearch(search: Readonly<Record<string, unknown>>): SupplierSearch {
  const text = (key: string) => {
    const said = search[key];
    const value = typeof said === 'string' || typeof said === 'number' ? String(said) : '';
    return value === '' ? {} : { [key]: value };
  };
  const band = bands.find((each) => each === search.band);
  const page = Number(search.page ?? 1);
  return {
    ...{ ...text('query'), ...text('country'), ...text('product'), ...text('tier') },
    ...text('place'),
    ...(band !== undefined && { band }),
    ...(search.placed === 'no' && { placed: 'no' as const }),
    ...(search.order === 'name' && { order: 'name' as const }),
    ...(Number.isInteger(page) && page > 1 && { page }),
  };
}
