import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api, got, queries, Refusal, refusal } from '../api.ts';

const partner = api.partnerships[':partnership'];

export const interventionQuery = (partnership: string, intervention: string) =>
  queryOptions({
    queryKey: ['prevention', partnership, 'intervention', intervention],
    queryFn: () =>
      got(partner.interventions[':intervention'].$get({ param: { partnership, intervention } })),
  });

export const portfolioQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['prevention', partnership, 'portfolio'],
    queryFn: () => loadPortfolio(partnership),
  });

export const typesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['prevention', partnership, 'types'],
    queryFn: () => loadTypes(partnership),
  });

export const suggestionsQuery = (partnership: string, place: string) =>
  queryOptions({
    queryKey: ['prevention', partnership, 'suggestions', place],
    queryFn: () => loadSuggestions(partnership, place),
  });

function loadPortfolio(partnership: string) {
  return got(partner.portfolio.$get({ param: { partnership }, query: {} }));
}

function loadTypes(partnership: string) {
  return got(partner['intervention-types'].$get({ param: { partnership } }));
}

function loadSuggestions(partnership: string, place: string) {
  return got(partner.places[':place'].suggestions.$get({ param: { partnership, place } }));
}

export type Portfolio = Awaited<ReturnType<typeof loadPortfolio>>;
export type Intervention = Portfolio['interventions'][number];
export type TypeList = Portfolio['list'];
export type InterventionType = TypeList['types'][number];
export type TypeLists = Awaited<ReturnType<typeof loadTypes>>;
export type Suggested = Awaited<ReturnType<typeof loadSuggestions>>;
export type Fields = Omit<
  Intervention,
  'id' | 'removed' | 'version' | 'madeAt' | 'changedAt' | 'changedBy'
>;

/** Interventions, their types, the portfolio and suggestions hang together. */
export async function preventionChanged(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['prevention'] });
}

export function addIntervention(partnership: string, json: Fields) {
  return got(partner.interventions.$post({ param: { partnership }, json }));
}

export function changeIntervention(
  partnership: string,
  { id, version }: { readonly id: string; readonly version: number },
  change: Partial<Fields & { removed: boolean }>,
) {
  const param = { partnership, intervention: id };
  return got(
    partner.interventions[':intervention'].$patch({ param, json: { ...change, version } }),
  );
}

export function chooseTypes(partnership: string, id: string | null) {
  return got(
    partner['intervention-types']['in-use'].$put({ param: { partnership }, json: { id } }),
  );
}

export function keepSetting(
  partnership: string,
  json: { readonly treatShare: number | null; readonly context: string },
) {
  return got(partner.portfolio.setting.$put({ param: { partnership }, json }));
}

/** Organisations of the directory, for the names of leads and partners. */
export const organisationNamesQuery = (partnership: string) =>
  queryOptions({
    queryKey: ['directory', partnership, 'names'],
    queryFn: async () => {
      const { organisations } = await got(partner.coverage.$get({ param: { partnership } }));
      return organisations.map(({ name }) => name);
    },
  });

const Line = z.object({
  code: z.string(),
  where: z.object({ row: z.number().optional(), column: z.string().optional() }).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemLine = z.infer<typeof Line>;
const faults = { problems: z.array(Line), problemCount: z.number() };

export const InterventionCheck = z.object({
  ...{ read: z.number(), fresh: z.number(), already: z.number(), rejected: z.number() },
  rows: z.array(
    z.object({
      ...{ row: z.number(), fresh: z.boolean(), name: z.string(), type: z.string() },
      ...{ pathways: z.array(z.string()), timing: z.array(z.string()), lead: z.string() },
    }),
  ),
  ...faults,
});
export type InterventionCheck = z.infer<typeof InterventionCheck>;

const codes = z.array(z.string());
export const TypeCheck = z.object({
  types: z.array(z.object({ code: z.string(), label: z.string(), status: z.string() })),
  ...{ added: codes, gone: codes, changed: codes },
  orphans: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
  ...faults,
});
export type TypeCheck = z.infer<typeof TypeCheck>;

/** Sends a table as it is and reads the answer. @throws Refusal when the server says no or cannot be reached. */
export async function sendTable<S extends z.ZodType>(
  address: string,
  file: File,
  answer: S,
  title = '',
): Promise<z.output<S>> {
  const response = await fetch(address, {
    method: 'POST',
    body: file,
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
      ...(title !== '' && { 'x-list-title': encodeURIComponent(title) }),
    },
  }).catch(() => {
    throw new Refusal(0, [{ code: 'offline' }]);
  });
  if (!response.ok) throw await refusal(response);
  return answer.parse(await response.json());
}
