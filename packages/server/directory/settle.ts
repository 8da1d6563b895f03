import { z } from 'zod';
import {
  organisationKey,
  OrganisationFields,
  Profile,
  ukOrganisations,
} from '@freehold/core/directory';
import { problem, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Decision, Item } from './clean-up.ts';
import { entryToChange, type Hand } from './entry.ts';
import { organisationsOf } from './listed.ts';
import { addMembership } from './membership-store.ts';
import { addOrganisation } from './organisation-store.ts';
import { changeListed } from './store.ts';

/** What a person may say to an item of the clean-up queue. */
export const Settlement = z.discriminatedUnion('what', [
  /** It is this organisation: one of the directory, or one of a suggestion that is not listed yet. */
  z.strictObject({ what: z.literal('organisation'), organisation: z.string().min(1).max(100) }),
  z.strictObject({
    what: z.literal('new-organisation'),
    name: z.string().trim().min(1).max(200),
    sector: z.string().trim().min(1).max(60),
  }),
  /** The partnership's name is this. */
  z.strictObject({ what: z.literal('name'), name: z.string().trim().min(1).max(300) }),
  /** The answer to the column's question is this code. */
  z.strictObject({
    what: z.literal('answer'),
    question: z.enum(['chair', 'coordinator', 'scale']),
    code: z.string().trim().min(1).max(60),
  }),
  /** What stands is right. */
  z.strictObject({ what: z.literal('keep') }),
  z.strictObject({ what: z.literal('dismiss'), reason: z.string().trim().min(1).max(500) }),
]);
export type Settlement = z.infer<typeof Settlement>;

const nothing = { organisation: null, membership: null, said: '', before: '' };

/**
 * Does what a person has decided about an item. A spelling that is accepted for one organisation is learnt, unless
 * it names a kind of body and no body.
 *
 * Problems: `not-found`, `no-partnership` where the item's row belongs to none, `member-already`.
 */
export async function settle(
  tx: Work,
  hand: Hand,
  item: Item,
  said: Settlement,
): Promise<Decision | Problem> {
  switch (said.what) {
    case 'keep':
    case 'dismiss':
      return { ...nothing, what: said.what };
    case 'name':
      return rename(tx, hand, item, said.name);
    case 'answer':
      return answer(tx, hand, item, said);
    case 'new-organisation': {
      const fields = OrganisationFields.parse({});
      const id = await addOrganisation(tx, hand, { ...said, fields });
      return belongs(tx, hand, item, { what: said.what, id });
    }
    case 'organisation': {
      const id = await listedAs(tx, hand, said.organisation);
      return id === null ? problem('not-found') : belongs(tx, hand, item, { what: said.what, id });
    }
  }
}

/** The organisation of the directory; one that only Freehold knows so far is listed now. */
async function listedAs(tx: Work, hand: Hand, key: string): Promise<string | null> {
  const listed = await organisationsOf(tx);
  const known = ukOrganisations.find((each) => each.key === key);
  const found = listed.find(
    ({ id, name }) =>
      id === key || (known && organisationKey(name) === organisationKey(known.name)),
  );
  if (found !== undefined) return found.id;
  if (known === undefined) return null;
  const { name, sector, otherNames } = known;
  return addOrganisation(tx, hand, {
    ...{ name, sector, fields: OrganisationFields.parse({ otherNames }) },
  });
}

async function belongs(
  tx: Work,
  hand: Hand,
  item: Item,
  { what, id }: { readonly what: 'organisation' | 'new-organisation'; readonly id: string },
): Promise<Decision | Problem> {
  if (item.listed === null) return problem('no-partnership');
  const added = await addMembership(tx, hand, item.listed, {
    ...{ organisation: id, role: 'core', startedOn: null, endedOn: null },
    ...{ fields: { representative: '', deputy: '', attended: null, meetings: null } },
    asWritten: item.text,
  });
  if (!('id' in added) && added.code !== 'member-already') return added;
  const learns = item.kind === 'member-suggested';
  if (learns) await learn(tx, hand, { key: organisationKey(item.text), id, refused: false });
  const membership = 'id' in added ? added.id : null;
  return { ...nothing, what, organisation: learns ? id : null, membership };
}

/** An organisation is not what an item says: it is not suggested for this spelling again. [DR-11] */
export async function refuseFor(
  tx: Work,
  hand: Hand,
  item: Item,
  organisation: string,
): Promise<void> {
  const left = item.suggestions.filter((each) => each.organisation !== organisation);
  await tx
    .updateTable('clean_up_item')
    .set({ suggestions: JSON.stringify(left) })
    .where('id', '=', item.id)
    .execute();
  const listed = (await organisationsOf(tx)).some(({ id }) => id === organisation);
  if (!listed) return;
  await learn(tx, hand, { key: organisationKey(item.text), id: organisation, refused: true });
}

/** Remembers what a person has said about a spelling. [DR-11] */
async function learn(
  tx: Work,
  hand: Hand,
  { key, id, refused }: { readonly key: string; readonly id: string; readonly refused: boolean },
): Promise<void> {
  await tx
    .insertInto('organisation_alias')
    .values({
      ...{ partnership_id: hand.partnership, key, organisation_id: id, refused },
      ...{ by_name: hand.byName, at: hand.at },
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'key', 'organisation_id'])
        .doUpdateSet({ refused, by_name: hand.byName, at: hand.at }),
    )
    .execute();
}

async function listedFields(tx: Work, id: string | null) {
  const entry = id === null ? null : await entryToChange(tx, 'partnership', id);
  return entry === null ? null : { name: entry.name, profile: Profile.parse(entry.content) };
}

/** Takes another name; the one before stays among the former names, unless it was only a stand-in. */
async function rename(tx: Work, hand: Hand, item: Item, name: string): Promise<Decision | Problem> {
  const before = await listedFields(tx, item.listed);
  if (before === null || item.listed === null) return problem('no-partnership');
  const wasOne = item.kind === 'name-differs' && before.name !== name;
  const formerNames = wasOne
    ? [...new Set([...before.profile.formerNames, before.name])]
    : before.profile.formerNames;
  const after = { name, profile: { ...before.profile, formerNames } };
  await changeListed(tx, hand, { id: item.listed, before, after });
  return { ...nothing, what: 'name', said: name, before: JSON.stringify(before) };
}

async function answer(
  tx: Work,
  hand: Hand,
  item: Item,
  { question, code }: Extract<Settlement, { what: 'answer' }>,
): Promise<Decision | Problem> {
  const before = await listedFields(tx, item.listed);
  if (before === null || item.listed === null) return problem('no-partnership');
  const { profile } = before;
  const changed =
    question === 'scale'
      ? { scale: code }
      : { [question]: { ...profile[question], category: code } };
  const after = { name: before.name, profile: Profile.parse({ ...profile, ...changed }) };
  await changeListed(tx, hand, { id: item.listed, before, after });
  return { ...nothing, what: 'answer', said: code, before: JSON.stringify(before) };
}

const Before = z.object({ name: z.string(), profile: Profile });

/** Takes a decision back: the membership goes, the spelling is unlearnt, a profile is what it was before. */
export async function unsettle(tx: Work, hand: Hand, item: Item): Promise<void> {
  const { decision } = item;
  if (decision === null) return;
  if (decision.membership !== null)
    await tx.deleteFrom('listed_membership').where('id', '=', decision.membership).execute();
  if (decision.organisation !== null)
    await tx
      .deleteFrom('organisation_alias')
      .where('key', '=', organisationKey(item.text))
      .where('organisation_id', '=', decision.organisation)
      .execute();
  const now = await listedFields(tx, item.listed);
  if (decision.before === '' || now === null || item.listed === null) return;
  const before = Before.parse(JSON.parse(decision.before));
  await changeListed(tx, hand, { id: item.listed, before: now, after: before });
}
