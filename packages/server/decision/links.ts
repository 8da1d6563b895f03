import { sql, type ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import { problem, type Problem } from '@freehold/core/problem';
import type { Tables } from '../database/tables.ts';
import type { Work } from '../database/within.ts';

/** Ids of records, as a column of jsonb holds them. */
export const Links = z.array(z.string());

/**
 * Which of the gaps and actions that something is linked to are not of its place. Problems: `gap-unknown`,
 * `action-unknown`. One statement, none where nothing is linked.
 */
export async function linkProblems(
  tx: Work,
  place: string,
  { gaps = [], actions = [] }: { gaps?: readonly string[]; actions?: readonly string[] },
): Promise<readonly Problem[]> {
  if (gaps.length + actions.length === 0) return [];
  const { rows } = await sql<{ gaps: number; actions: number }>`select
    (select count(*)::int from gap where place_id = ${place} and id = any(${ids(gaps)}::uuid[])) as gaps,
    (select count(*)::int from action where place_id = ${place} and id = any(${ids(actions)}::uuid[]))
      as actions`.execute(tx);
  const found = rows[0] ?? { gaps: 0, actions: 0 };
  return [
    ...(found.gaps < new Set(gaps).size
      ? [problem('gap-unknown', undefined, { path: 'gaps' })]
      : []),
    ...(found.actions < new Set(actions).size
      ? [problem('action-unknown', undefined, { path: 'actions' })]
      : []),
  ];
}

function ids(of: readonly string[]): string {
  return `{${of.join()}}`;
}

/** The round that is open in a place, to put a new record into; null where none is. */
export function openRoundAt(place: string) {
  return (e: ExpressionBuilder<Tables, keyof Tables>) =>
    e
      .selectFrom('cycle_round')
      .where('cycle_round.place_id', '=', place)
      .where('cycle_round.state', '=', 'open')
      .select('cycle_round.id');
}
