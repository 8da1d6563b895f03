import { z } from 'zod';
import type { FourP, Pathway } from '@freehold/core/framework';
import type { AssetKind } from '@freehold/core/review';
import type { Work } from '../database/within.ts';

/** Something that a place can build on. `lastConfirmed` is an ISO day. */
export type AssetFields = {
  readonly name: string;
  readonly kind: AssetKind;
  readonly topics: readonly string[];
  readonly capacity: string;
  readonly accessRoute: string;
  readonly owner: string;
  readonly lastConfirmed: string | null;
  readonly consentToList: boolean;
  readonly used: boolean;
  readonly note: string;
  readonly pathway: Pathway | null;
  readonly fourP: FourP | null;
};
export type KeptAsset = AssetFields & {
  readonly id: string;
  readonly place: string;
  readonly removed: boolean;
  readonly madeAt: Date;
  readonly changedAt: Date;
};

const columns = [
  'id',
  'place_id',
  'name',
  'kind',
  'topics',
  'capacity',
  'access_route',
  'owner',
  'last_confirmed',
  'consent_to_list',
  'used',
  'note',
  'pathway',
  'four_p',
  'removed_at',
  'made_at',
  'changed_at',
] as const;

/** The assets of a place by name; removed ones are not among them. */
export async function assetsOf(tx: Work, place: string): Promise<readonly KeptAsset[]> {
  const rows = await tx
    .selectFrom('asset')
    .where('place_id', '=', place)
    .where('removed_at', 'is', null)
    .select(columns)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(read);
}

/** One asset, removed or not, kept from changing under the asker's hands until the work is done. */
export async function assetToChange(tx: Work, asset: string): Promise<KeptAsset | null> {
  const row = await tx
    .selectFrom('asset')
    .where('id', '=', asset)
    .select(columns)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

export async function addAsset(
  tx: Work,
  about: { readonly partnership: string; readonly place: string },
  fields: AssetFields,
): Promise<KeptAsset> {
  const row = await tx
    .insertInto('asset')
    .values({ partnership_id: about.partnership, place_id: about.place, ...written(fields) })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return read(row);
}

export async function changeAsset(
  tx: Work,
  asset: string,
  fields: AssetFields & Pick<KeptAsset, 'removed'>,
  at: Date,
): Promise<KeptAsset> {
  const row = await tx
    .updateTable('asset')
    .set({ ...written(fields), removed_at: fields.removed ? at : null, changed_at: at })
    .where('id', '=', asset)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return read(row);
}

type Row = {
  readonly id: string;
  readonly place_id: string;
  readonly name: string;
  readonly kind: AssetKind;
  readonly topics: unknown;
  readonly capacity: string;
  readonly access_route: string;
  readonly owner: string;
  readonly last_confirmed: string | null;
  readonly consent_to_list: boolean;
  readonly used: boolean;
  readonly note: string;
  readonly pathway: Pathway | null;
  readonly four_p: FourP | null;
  readonly removed_at: Date | null;
  readonly made_at: Date;
  readonly changed_at: Date;
};

function read(row: Row): KeptAsset {
  return {
    id: row.id,
    place: row.place_id,
    name: row.name,
    kind: row.kind,
    topics: z.array(z.string()).parse(row.topics),
    capacity: row.capacity,
    accessRoute: row.access_route,
    owner: row.owner,
    lastConfirmed: row.last_confirmed,
    consentToList: row.consent_to_list,
    used: row.used,
    note: row.note,
    pathway: row.pathway,
    fourP: row.four_p,
    removed: row.removed_at !== null,
    madeAt: row.made_at,
    changedAt: row.changed_at,
  };
}

function written({ name, kind, capacity, owner, used, note, pathway, ...fields }: AssetFields) {
  return {
    ...{ name, kind, capacity, owner, used, note, pathway },
    four_p: fields.fourP,
    topics: JSON.stringify(fields.topics),
    access_route: fields.accessRoute,
    last_confirmed: fields.lastConfirmed,
    consent_to_list: fields.consentToList,
  };
}
