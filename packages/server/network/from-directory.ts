import type { Network } from '@freehold/core/graph';
import { isAtWork } from '@freehold/core/directory';
import {
  sharedMembership,
  twoMode,
  type Directory,
  type ListedGroup,
} from '@freehold/core/partnership';
import type { Work } from '../database/within.ts';
import { listedOf, membershipsOf, organisationsOf } from '../directory/index.ts';
import type { FromDirectory } from './shapes.ts';

/**
 * The directory as coverage and networks read it: who has left, and who is only invited, is no member. Five
 * statements.
 */
export async function directoryOf(tx: Work, today: string): Promise<Directory> {
  const organisations = await organisationsOf(tx);
  const memberships = await membershipsOf(tx);
  return {
    organisations: organisations.map(({ id, name, sector, fields }) => ({
      ...{ id, name, sector },
      survivorLed: fields.survivorLed === true || sector === 'survivor-led',
    })),
    groups: (await listedOf(tx)).map(groupOf),
    members: memberships
      .filter(({ role, endedOn }) => role !== 'invited' && (endedOn === null || endedOn >= today))
      .map(({ listed, organisation, role, fields }) => ({
        ...{ group: listed, organisation, role },
        ...{ post: fields.representative, deputy: fields.deputy },
      })),
  };
}

/** A network of the directory as it stands today: partnerships that are paused or closed are left out. */
export async function networkFromDirectory(
  tx: Work,
  kind: FromDirectory,
  today: string,
): Promise<Network> {
  const { organisations, groups, members } = await directoryOf(tx, today);
  const working = groups.filter(({ atWork }) => atWork);
  const ids = new Set(working.map(({ id }) => id));
  const sitting = members.filter(({ group }) => ids.has(group));
  return kind === 'membership'
    ? twoMode(organisations, working, sitting)
    : sharedMembership(organisations, sitting);
}

function groupOf({ id, name, profile }: Awaited<ReturnType<typeof listedOf>>[number]): ListedGroup {
  const { type, functions, areas, activities, chair, coordinator, funding } = profile;
  return {
    ...{ id, name, type, functions },
    atWork: isAtWork({ profile }),
    areas: [...new Set(areas.map((area) => area.name || area.code))],
    activities: (activities ?? [])
      .filter(({ level }) => level !== 'none' && level !== 'planned')
      .map(({ category }) => category),
    chair: { organisation: chair.organisation, role: chair.role },
    coordinator: {
      ...{ organisation: coordinator.organisation, role: coordinator.role },
      until: coordinator.fundedUntil,
    },
    money:
      funding
        ?.filter(({ category }) => category !== 'none')
        .map(({ category, funder, to }) => ({
          source: funder || category,
          until: to,
        })) ?? null,
  };
}
