import { fine, type Outcome } from '../problem.ts';
import { areaLists, type NamedArea } from './area-list.ts';
import { balances } from './account.ts';
import type { DirectoryFile } from './directory-file.ts';
import type { DirectoryMapping } from './import-mapping.ts';
import { ukOrganisations, type Known } from './known.ts';
import type { Learnt } from './match.ts';
import { readMembers, type ReadMembers } from './read-members.ts';
import { readPartnerships } from './read-partnerships.ts';
import { Roll } from './roll.ts';

export type DirectorySources = {
  readonly partnerships: string;
  /** Null where no file of members was given. */
  readonly members: string | null;
  readonly mapping: DirectoryMapping;
  /** All areas that there could be; null for the list that the mapping names. */
  readonly areas: readonly NamedArea[] | null;
  /** What is known of organisations beside what Freehold ships. */
  readonly known?: readonly Known[];
  readonly learnt?: readonly Learnt[];
};

/**
 * Two files read as one directory. Of what Freehold ships, only those organisations are in it that are a member of
 * something, or that a suggestion names.
 *
 * Holds: the accounts balance. [DR-8]
 * Problems: those of the tables' headers.
 */
export function assembled(sources: DirectorySources): Outcome<DirectoryFile> {
  const { mapping, known = [], learnt = [] } = sources;
  const areas = sources.areas ?? areaLists[mapping.areas] ?? [];
  const partnerships = readPartnerships(sources.partnerships, mapping, areas);
  if (!partnerships.ok) return partnerships;
  const { drafts } = partnerships.value;
  const roll = new Roll([...known, ...notYetKnown(known)], learnt);
  const members =
    sources.members === null ? fine(none) : readMembers(sources.members, mapping, drafts, roll);
  if (!members.ok) return members;
  const { memberships, account } = members.value;
  const cleanUp = [...partnerships.value.cleanUp, ...members.value.cleanUp];
  const named = new Set([
    ...memberships.map(({ organisation }) => organisation),
    ...cleanUp.flatMap(({ suggestions }) => suggestions.map(({ organisation }) => organisation)),
  ]);
  const accounts = [partnerships.value.account, ...(account === null ? [] : [account])];
  if (!accounts.every(balances)) throw new RangeError('the accounts of an import do not balance');
  return fine({
    format: 'freehold-directory/1',
    mapping: mapping.code,
    areas: areas.map(({ code, name }) => ({ code, name })),
    partnerships: drafts.map(({ key, name, profile }) => ({ key, name, profile })),
    organisations: roll.known
      .filter(({ key }) => named.has(key))
      .map(({ key, name, sector, otherNames }) => ({
        key,
        name,
        sector,
        otherNames: [...otherNames],
      })),
    memberships: [...memberships],
    cleanUp,
    accounts,
  });
}

type Members = Omit<ReadMembers, 'account'> & { readonly account: ReadMembers['account'] | null };
const none: Members = { memberships: [], cleanUp: [], account: null };

/** What Freehold ships, without those that are known by the same name already. */
function notYetKnown(known: readonly Known[]): readonly Known[] {
  const names = new Set(known.flatMap(({ name, otherNames }) => [name, ...otherNames]));
  return ukOrganisations.filter(({ name }) => !names.has(name));
}
