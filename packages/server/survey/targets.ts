import { sql } from 'kysely';
import type { CleanUpState } from '../database/tables-survey.ts';
import type { Work } from '../database/within.ts';

/** Somebody who is asked in a wave, and how far they are. */
export type KeptTarget = {
  readonly id: string;
  readonly wave: string;
  readonly label: string;
  readonly organisation: string | null;
  readonly listed: string | null;
  readonly contact: string;
  readonly email: string | null;
  readonly language: string;
  readonly linkSeed: string;
  readonly invitedAt: Date | null;
  readonly lastSentAt: Date | null;
  readonly reminders: number;
  readonly openedAt: Date | null;
  readonly consentedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cleanUp: CleanUpState;
  readonly mergedInto: string | null;
};

const columns = [
  'id',
  'wave_id as wave',
  'label',
  'organisation_id as organisation',
  'listed_id as listed',
  'contact',
  'email',
  'language',
  'link_seed as linkSeed',
  'invited_at as invitedAt',
  'last_sent_at as lastSentAt',
  'reminders',
  'opened_at as openedAt',
  'consented_at as consentedAt',
  'finished_at as finishedAt',
  'clean_up as cleanUp',
  'merged_into as mergedInto',
] as const;

export async function targetsOf(tx: Work, wave: string): Promise<readonly KeptTarget[]> {
  return tx
    .selectFrom('survey_target')
    .where('wave_id', '=', wave)
    .select(columns)
    .orderBy('label')
    .orderBy('id')
    .execute();
}

export async function targetOf(tx: Work, id: string, lock?: 'update'): Promise<KeptTarget | null> {
  const row = await tx
    .selectFrom('survey_target')
    .where('id', '=', id)
    .select(columns)
    .$if(lock === 'update', (query) => query.forUpdate())
    .executeTakeFirst();
  return row ?? null;
}

/** How many answers each target of a wave has given; tells no answer. */
export async function answerCounts(tx: Work, wave: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('survey_answer')
    .where('wave_id', '=', wave)
    .where('value', 'is not', null)
    .groupBy('target_id')
    .select(({ fn }) => ['target_id', fn.countAll<number>().as('n')])
    .execute();
  return new Map(rows.map(({ target_id: target, n }) => [target, n]));
}

export type NewTarget = {
  readonly label: string;
  readonly organisation: string | null;
  readonly listed: string | null;
  readonly contact: string;
  readonly email: string | null;
  readonly language: string;
  readonly linkSeed: string;
  readonly tokenHash: string;
};

export async function addTargets(
  tx: Work,
  at: { readonly partnership: string; readonly wave: string },
  targets: readonly NewTarget[],
): Promise<void> {
  if (targets.length === 0) return;
  await tx
    .insertInto('survey_target')
    .values(
      targets.map(({ organisation, listed, linkSeed, tokenHash, ...rest }) => ({
        ...rest,
        partnership_id: at.partnership,
        wave_id: at.wave,
        organisation_id: organisation,
        listed_id: listed,
        link_seed: linkSeed,
        token_hash: tokenHash,
      })),
    )
    .execute();
}

/** Removes a target who has not agreed to take part. False where they have. */
export async function removeTarget(tx: Work, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('survey_target')
    .where('id', '=', id)
    .where('consented_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

export async function renewLink(
  tx: Work,
  id: string,
  { linkSeed, tokenHash }: Pick<NewTarget, 'linkSeed' | 'tokenHash'>,
): Promise<void> {
  await tx
    .updateTable('survey_target')
    .set({ link_seed: linkSeed, token_hash: tokenHash })
    .where('id', '=', id)
    .execute();
}

/** The entries of the directory with these names, in any capitals: what a list of targets is matched to. */
export async function entriesNamed(tx: Work, names: readonly string[]) {
  const wanted = names.map((name) => name.toLowerCase());
  const find = (table: 'listed_organisation' | 'listed_partnership') =>
    tx
      .selectFrom(table)
      .where('merged_into', 'is', null)
      .where('removed_at', 'is', null)
      .where(sql<string>`lower(name)`, 'in', wanted)
      .select(['id', 'name'])
      .execute();
  return {
    organisations: keyed(await find('listed_organisation')),
    partnerships: keyed(await find('listed_partnership')),
  };
}

function keyed(rows: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}

/** The organisations that a wave's rosters name: those of its targets. */
export async function rosterOf(
  tx: Work,
  wave: string,
): Promise<readonly { id: string; name: string }[]> {
  return tx
    .selectFrom('listed_organisation as o')
    .where('o.id', 'in', (from) =>
      from
        .selectFrom('survey_target')
        .where('wave_id', '=', wave)
        .where('organisation_id', 'is not', null)
        .select((has) => has.ref('organisation_id').$castTo<string>().as('id')),
    )
    .select(['o.id', 'o.name'])
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();
}
