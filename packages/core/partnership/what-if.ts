import { compact, components, type Network } from '../graph/index.ts';
import { seated, type Seat } from './checklist.ts';
import { withoutOne, type ItemCoverage } from './cover.ts';
import { fills, withoutOrganisation, type Directory } from './directory.ts';
import { twoMode } from './networks.ts';
import type { Work } from './work-cover.ts';

/** What would be left without an organisation. */
export type WhatIf = {
  readonly uncovered: readonly Work[];
  readonly onOne: readonly ItemCoverage<Work>[];
  /** Seats of the checklist that nobody would fill any more. */
  readonly seats: readonly Seat[];
  /** Partnerships at work whose chair or co-ordinator it is. */
  readonly chairs: readonly string[];
  readonly coordinates: readonly string[];
  readonly memberOf: readonly string[];
  /** Into how many parts organisations and partnerships fall, before and after. */
  readonly parts: { readonly before: number; readonly after: number };
  /** Organisations that would share no partnership with anybody any more. */
  readonly cutOff: readonly string[];
};

/** Takes one organisation out of the picture and says what is left uncovered; nothing is changed. [PN-12] */
export function whatIf(
  directory: Directory,
  covered: readonly ItemCoverage<Work>[],
  gone: string,
): WhatIf {
  const after = withoutOrganisation(directory, gone);
  const name = directory.organisations.find(({ id }) => id === gone)?.name ?? '';
  const working = directory.groups.filter(({ atWork }) => atWork);
  const ids = new Set(working.map(({ id }) => id));
  const before = new Set(seated(directory, ids).flatMap(filled));
  const still = new Set(seated(after, ids).flatMap(filled));
  const alone = new Set(loners(directory, ids));
  return {
    ...withoutOne(covered, gone),
    seats: [...before].filter((seat) => !still.has(seat)),
    chairs: working.filter(({ chair }) => fills(chair, name)).map(({ id }) => id),
    coordinates: working.filter(({ coordinator }) => fills(coordinator, name)).map(({ id }) => id),
    memberOf: directory.members
      .filter(({ organisation, group }) => organisation === gone && ids.has(group))
      .map(({ group }) => group),
    parts: { before: partsOf(directory, ids), after: partsOf(after, ids) },
    cutOff: loners(after, ids).filter((id) => !alone.has(id)),
  };
}

function filled({ seat, organisations }: ReturnType<typeof seated>[number]): readonly Seat[] {
  return organisations.length > 0 ? [seat] : [];
}

function partsOf(directory: Directory, ids: ReadonlySet<string>): number {
  return new Set(components(compact(membershipOf(directory, ids)))).size;
}

function membershipOf(
  { organisations, groups, members }: Directory,
  ids: ReadonlySet<string>,
): Network {
  const sitting = new Set(
    members.filter(({ group }) => ids.has(group)).map(({ organisation }) => organisation),
  );
  return twoMode(
    organisations.filter(({ id }) => sitting.has(id)),
    groups.filter(({ id }) => ids.has(id)),
    members.filter(({ group }) => ids.has(group)),
  );
}

/** Organisations that sit in partnerships but meet nobody else there. */
function loners({ members }: Directory, ids: ReadonlySet<string>): readonly string[] {
  const sitting = members.filter(({ group }) => ids.has(group));
  const size = new Map<string, number>();
  for (const { group } of sitting) size.set(group, (size.get(group) ?? 0) + 1);
  const meets = new Set(
    sitting
      .filter(({ group }) => (size.get(group) ?? 0) > 1)
      .map(({ organisation }) => organisation),
  );
  return [...new Set(sitting.map(({ organisation }) => organisation))].filter(
    (id) => !meets.has(id),
  );
}
