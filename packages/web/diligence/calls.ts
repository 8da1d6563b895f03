import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';
import type { SupplierSearch } from './search.ts';

export const partner = api.partnerships[':partnership'];

export function suppliersQuery(partnership: string, { page = 1, ...asked }: SupplierSearch) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'suppliers', asked, page],
    queryFn: () =>
      got(
        partner.suppliers.$get({ param: { partnership }, query: { ...asked, page: String(page) } }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function supplierQuery(partnership: string, supplier: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'supplier', supplier],
    queryFn: () => got(partner.suppliers[':supplier'].$get({ param: { partnership, supplier } })),
  });
}

export function supplierAreasQuery(partnership: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'areas'],
    queryFn: () => got(partner['supplier-areas'].$get({ param: { partnership } })),
  });
}

export function duplicatesQuery(partnership: string, state: 'open' | 'accepted' | 'refused') {
  return queryOptions({
    queryKey: ['diligence', partnership, 'duplicates', state],
    queryFn: () =>
      got(partner['supplier-duplicates'].$get({ param: { partnership }, query: { state } })),
  });
}

export function supplierImportsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'imports'],
    queryFn: () => got(partner['supplier-imports'].$get({ param: { partnership } })),
  });
}

export function supplierPreviewQuery(partnership: string, file: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'preview', file],
    queryFn: () =>
      got(partner['supplier-files'].preview.$post({ param: { partnership }, json: { file } })),
    staleTime: Infinity,
  });
}

export function settingQuery(partnership: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'setting'],
    queryFn: () => got(partner.diligence.setting.$get({ param: { partnership } })),
  });
}

export function boardQuery(partnership: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'board'],
    queryFn: () => got(partner.diligence.$get({ param: { partnership } })),
  });
}

export function incidentsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'incidents'],
    queryFn: () => got(partner.incidents.$get({ param: { partnership } })),
  });
}

export function assessmentsQuery(partnership: string) {
  return queryOptions({
    queryKey: ['diligence', partnership, 'assessments'],
    queryFn: () => got(partner['forced-labour-assessments'].$get({ param: { partnership } })),
  });
}

/** Everything of due diligence hangs together: whoever changes one thing asks for all of it again. */
export function diligenceChanged(partnership: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['diligence', partnership] });
}

type Answer<Q extends { queryFn?: unknown }> =
  NonNullable<Q['queryFn']> extends (...args: never[]) => infer R ? Awaited<R> : never;

export type SupplierPage = Answer<ReturnType<typeof suppliersQuery>>;
export type SupplierLine = SupplierPage['suppliers'][number];
export type WholeSupplier = Answer<ReturnType<typeof supplierQuery>>;
export type Site = WholeSupplier['sites'][number];
export type SupplierAreas = Answer<ReturnType<typeof supplierAreasQuery>>;
export type Preview = Answer<ReturnType<typeof supplierPreviewQuery>>;
export type Setting = Answer<ReturnType<typeof settingQuery>>['setting'];
export type Board = Answer<ReturnType<typeof boardQuery>>;
export type Risk = Board['risks'][number];
export type Action = Board['actions'][number];
export type Incidents = Answer<ReturnType<typeof incidentsQuery>>;
export type Incident = Incidents['incidents'][number];
export type Remedy = Incidents['remedies'][number];
export type Assessment = Answer<ReturnType<typeof assessmentsQuery>>['assessments'][number];
