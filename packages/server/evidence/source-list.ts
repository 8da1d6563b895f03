import type { z } from '@hono/zod-openapi';
import { Reference } from '@freehold/core/evidence';
import { sql } from 'kysely';
import type { Work } from '../database/within.ts';
import { Sort, type SourcePage, type SourceQuery } from './source-shapes.ts';

/**
 * One page of the sources that a question fits, with how many each further answer would leave. Words are looked for
 * in titles, authors and DOIs; three statements, however many sources there are.
 */
export async function sourcePage(
  tx: Work,
  asked: SourceQuery,
): Promise<z.infer<typeof SourcePage>> {
  const fitting = fittingOf(tx, asked);
  const rows = await fitting
    .select(['id', 'title', 'year', 'doi', 'type', 'authors', 'sort', 'route', 'licence', 'note'])
    .select(['added_by', 'added_at'])
    .select(sql<string>`reference->>'container'`.as('container'))
    .select(studiesOn.as('studies'))
    .select(arrivalsOf.as('arrivals'))
    .orderBy(orders[asked.by])
    .orderBy('id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute();
  const counted = await fitting
    .select(['type', 'sort'])
    .select(sql<string>`coalesce((year / 10 * 10)::text, '')`.as('decade'))
    .select((of) => of.fn.countAll().as('n'))
    .groupBy(['type', 'sort', sql`3`])
    .execute();
  const { all, open } = await sizes(tx);
  const facet = (of: (row: (typeof counted)[number]) => string) => {
    const counts = new Map<string, number>();
    for (const row of counted) counts.set(of(row), (counts.get(of(row)) ?? 0) + Number(row.n));
    return [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => b.n - a.n);
  };
  return {
    sources: rows.map(({ added_by: addedBy, added_at: at, studies, arrivals, ...row }) => ({
      ...row,
      type: Reference.shape.type.parse(row.type),
      ...{ addedBy, addedAt: at.toISOString() },
      ...{ studies: Number(studies), arrivals: Number(arrivals) },
    })),
    total: counted.reduce((sum, { n }) => sum + Number(n), 0),
    ...{ all, suggestions: open },
    facets: {
      type: facet(({ type }) => type),
      sort: facet(({ sort }) => Sort.parse(sort)),
      decade: facet(({ decade }) => decade).toSorted((a, b) => (a.value < b.value ? 1 : -1)),
    },
  };
}

const orders = {
  newest: sql`added_at desc`,
  year: sql`year desc nulls last`,
  title: sql`title_key`,
};

const studiesOn = sql<number>`(select count(*) from evidence_study s
  where s.source_id = evidence_source.id and s.removed_at is null)`;
const arrivalsOf = sql<number>`(select count(*) from evidence_arrival a
  where a.source_id = evidence_source.id)`;

function fittingOf(tx: Work, { query, type, sort, yearFrom, yearTo }: SourceQuery) {
  const like = `%${query.trim().replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return tx
    .selectFrom('evidence_source')
    .where('removed_at', 'is', null)
    .where('merged_into', 'is', null)
    .$if(query.trim() !== '', (q) =>
      q.where((of) =>
        of.or([of('title', 'ilike', like), of('authors', 'ilike', like), of('doi', 'ilike', like)]),
      ),
    )
    .$if(type !== '', (q) => q.where('type', '=', type))
    .$if(sort !== '', (q) => q.where('sort', '=', Sort.catch('unknown').parse(sort)))
    .$if(yearFrom !== undefined, (q) => q.where('year', '>=', yearFrom ?? 0))
    .$if(yearTo !== undefined, (q) => q.where('year', '<=', yearTo ?? 0));
}

async function sizes(tx: Work): Promise<{ all: number; open: number }> {
  const row = await tx
    .selectNoFrom((of) => [
      of
        .selectFrom('evidence_source')
        .select((each) => each.fn.countAll().as('n'))
        .where('removed_at', 'is', null)
        .where('merged_into', 'is', null)
        .as('all'),
      of
        .selectFrom('evidence_suggestion')
        .select((each) => each.fn.countAll().as('n'))
        .where('state', '=', 'open')
        .as('open'),
    ])
    .executeTakeFirstOrThrow();
  return { all: Number(row.all), open: Number(row.open) };
}
