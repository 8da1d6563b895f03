import { sql } from 'kysely';
import { merged } from '@freehold/core/action';
import { Intervention } from '@freehold/core/prevention';
import { fine, parsed, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import {
  addInterventions,
  changeIntervention,
  editable,
  interventionOf,
  type EditedIntervention,
  type Hand,
  type KeptIntervention,
} from './store.ts';
import { typesOf } from './type-store.ts';

/** Adds an intervention, if its type is on the list in use and all that it links to is there. */
export async function add(
  tx: Work,
  hand: Hand,
  fields: Intervention,
): Promise<Outcome<KeptIntervention>> {
  const wrong = await faultsOf(tx, fields, null);
  if (wrong.length > 0) return refused(...wrong);
  const [id = ''] = await addInterventions(tx, hand, [fields]);
  return written(tx, id);
}

/** Changes an intervention, unless somebody else has changed the same field since `version`. */
export async function change(
  tx: Work,
  hand: Hand,
  id: string,
  { version, ...asked }: Partial<EditedIntervention> & { readonly version: number },
): Promise<Outcome<KeptIntervention>> {
  const before = await interventionOf(tx, id, true);
  if (before === null) return refused(problem('not-found'));
  if (version > before.version) return refused(problem('version-unknown'));
  const fields = editable(before);
  const next = merged({ ...before, byName: before.changedBy, fields }, version, asked);
  if (!next.ok) return next;
  if (next.value.version === before.version) return fine(before);
  const { removed: _removed, ...content } = next.value.fields;
  const whole = parsed(Intervention, content);
  if (!whole.ok) return refused(...whole.problems.map(named));
  const wrong = await faultsOf(tx, whole.value, fields);
  if (wrong.length > 0) return refused(...wrong);
  await changeIntervention(tx, id, next.value, hand);
  return written(tx, id);
}

/** A rule of core's schema that has a code of its own says it in its message. */
function named(found: Problem): Problem {
  const { rule, note } = found.details ?? {};
  return rule === 'custom' ? problem(String(note), undefined, found.where) : found;
}

async function written(tx: Work, id: string): Promise<Outcome<KeptIntervention>> {
  const kept = await interventionOf(tx, id);
  if (kept === null) throw new RangeError('an intervention that was just written is not there');
  return fine(kept);
}

/**
 * What it names that is not there. What it named before may stay though it has gone since: a type of an older list,
 * a claim that was withdrawn.
 */
async function faultsOf(
  tx: Work,
  next: Intervention,
  before: Intervention | null,
): Promise<readonly Problem[]> {
  const types = await typesOf(tx);
  const known = types.types.some(({ code }) => code === next.type) || before?.type === next.type;
  const unknown = await unknownLinks(tx, next, before);
  return [
    ...(known ? [] : [problem('type-unknown', { text: next.type }, { path: 'type' })]),
    ...unknown.map((field) => problem(codes[field], undefined, { path: field })),
  ];
}

const tables = {
  places: 'place',
  gaps: 'gap',
  actions: 'action',
  claims: 'evidence_claim',
  theoryNodes: 'theory',
} as const;
type Linked = keyof typeof tables;
const codes: Readonly<Record<Linked, string>> = {
  places: 'place-gone',
  gaps: 'gap-unknown',
  actions: 'action-unknown',
  claims: 'claim-unknown',
  theoryNodes: 'theory-unknown',
};

/** Which of the newly named links are not there for the asker. One statement. */
async function unknownLinks(
  tx: Work,
  next: Intervention,
  before: Intervention | null,
): Promise<readonly Linked[]> {
  const fields: readonly Linked[] = ['places', 'gaps', 'actions', 'claims', 'theoryNodes'];
  const asked = fields.map((field) => ({
    field,
    ids: [...new Set(next[field])].filter((id) => before?.[field].includes(id) !== true),
  }));
  const counts = asked
    .filter(({ ids }) => ids.length > 0)
    .map(
      ({ field, ids }) => sql<{ field: Linked; missing: number }>`select ${field}::text as field,
        ${ids.length}::int - count(*)::int as missing from ${sql.table(tables[field])}
        where id::text = any(${ids}::text[])`,
    );
  if (counts.length === 0) return [];
  const { rows } = await sql<{ field: Linked; missing: number }>`
    ${sql.join(counts, sql` union all `)}`.execute(tx);
  return rows.filter(({ missing }) => Number(missing) > 0).map(({ field }) => field);
}
