import type { Known, TypeList } from '@freehold/core/prevention';
import type { Work } from '../database/within.ts';
import { organisationsOf } from '../directory/index.ts';
import type { ClaimInBrief } from '../evidence/index.ts';
import { evidenceOf } from './known.ts';
import { placesNamed } from './links.ts';
import { preventionSetting } from './setting-store.ts';
import type { Setting } from './shapes.ts';
import { spellings, type Spelt } from './spellings.ts';
import { interventionsOf, type KeptIntervention } from './store.ts';
import { typesOf } from './type-store.ts';

/** Everything that a portfolio is laid out from. */
export type Gathered = {
  readonly interventions: readonly KeptIntervention[];
  readonly list: TypeList;
  readonly setting: Setting;
  readonly known: ReadonlyMap<string, Known>;
  readonly claims: ReadonlyMap<string, ClaimInBrief>;
  readonly spelt: readonly Spelt[];
  /** Places that interventions name, and the partnership's own. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
};

/** A fixed number of statements, however much there is. */
export async function gather(tx: Work, place: string | null): Promise<Gathered> {
  const interventions = await interventionsOf(tx, place);
  const home = await tx.selectFrom('partnership').select('home_place_id').executeTakeFirst();
  const ids = [...interventions.flatMap(({ places }) => places), home?.home_place_id ?? ''];
  return {
    interventions,
    list: await typesOf(tx),
    setting: await preventionSetting(tx),
    ...(await evidenceOf(tx)),
    spelt: spellings(interventions, await organisationsOf(tx)),
    places: await placesNamed(
      tx,
      [...new Set(ids)].filter((id) => id !== ''),
    ),
  };
}
