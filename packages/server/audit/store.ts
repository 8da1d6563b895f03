import type { ChainedEntry } from '@freehold/core/audit';
import { chainStart, followed, type ChainState } from '@freehold/core/audit';
import type { Problem } from '@freehold/core/problem';
import type { Database } from '../database/connect.ts';
import { asInstallation, type Work } from '../database/within.ts';
import { sha256 } from './log.ts';

export type AuditFilter = {
  readonly person?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: 'fine' | 'refused' | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
};

/** A partnership's own audit, newest first, with the names of those who are known to it. */
export async function auditOf(tx: Work, { person, action, outcome, before, limit }: AuditFilter) {
  let query = tx
    .selectFrom('audit_entry as a')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('rater as r', 'r.id', 'a.rater_id')
    .select(['a.seq', 'a.at', 'a.action', 'a.record', 'a.outcome', 'a.person_id as person'])
    .select(['p.name as personName', 'r.agency as raterAgency', 'a.hash'])
    .orderBy('a.seq', 'desc')
    .limit(limit);
  if (person !== undefined) query = query.where('a.person_id', '=', person);
  if (action !== undefined) query = query.where('a.action', 'ilike', `%${escaped(action)}%`);
  if (outcome === 'fine') query = query.where('a.outcome', 'like', '2%');
  if (outcome === 'refused') query = query.where('a.outcome', 'not like', '2%');
  if (before !== undefined) query = query.where('a.seq', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

const page = 5000;

/** Goes over the whole chain and says where it breaks, and with which number and hash it ends. */
export async function verifyAudit(database: Database): Promise<{
  readonly rows: number;
  readonly end: ChainState;
  readonly problems: readonly Problem[];
}> {
  let state: ChainState = { seq: 0, hash: chainStart };
  let rows = 0;
  const problems: Problem[] = [];
  for (;;) {
    const entries = await asInstallation(database, (tx) => entriesAfter(tx, state.seq));
    if (entries.length === 0) return { rows, end: state, problems };
    const next = followed(state, entries, sha256);
    state = next.state;
    problems.push(...next.problems);
    rows += entries.length;
  }
}

async function entriesAfter(tx: Work, seq: number): Promise<readonly ChainedEntry[]> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(page)
    .execute();
  return rows.map(({ partnership_id, person_id, rater_id, at, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    partnership: partnership_id,
    person: person_id,
    rater: rater_id,
  }));
}
