import type { AreaList } from './area-choice.ts';
import type { CodeList } from './code-list.ts';
import type { Profile } from './partnership.ts';

/** What a report of the mapping is written from. */
export type MappingInput = {
  readonly madeOn: string;
  readonly partnership: { readonly name: string; readonly madeUp: boolean };
  readonly lists: readonly CodeList[];
  readonly areas: AreaList;
  readonly partnerships: readonly MappedPartnership[];
  readonly organisations: number;
  /** What waits in the clean-up queue, by kind. */
  readonly waiting: Readonly<Record<string, number>>;
};

export type MappedPartnership = {
  readonly name: string;
  readonly profile: Profile;
  readonly verifiedOn: string | null;
  readonly stale: boolean;
  readonly completeness: { readonly answered: number; readonly asked: number };
  /** The sectors of its members, one for each member. */
  readonly sectors: readonly string[];
};
