import { list, type Sheet, type Table } from '../document/index.ts';
import { titleOf, type CodeList } from './code-list.ts';
import type { MappedPartnership, MappingInput } from './mapping-input.ts';

/** The partnerships one by one, for reading. */
export function partnershipsTable({ partnerships, lists }: MappingInput): Table {
  const said = (code: string, answer: string) =>
    answer === '' ? '–' : titleOf(lists, code, answer);
  return {
    kind: 'table',
    caption: 'By name',
    quiet: true,
    columns: [
      { title: 'Partnership', width: 34 },
      { title: 'Areas', width: 22 },
      { title: 'Chair', width: 14 },
      { title: 'Co-ordinator', width: 14 },
      { title: 'Verified', width: 16 },
    ],
    rows: partnerships.map(({ name, profile, verifiedOn }) => [
      name,
      profile.areas.length === 0 ? '–' : list(profile.areas.map((area) => area.name)),
      said('lead', profile.chair.category),
      said('lead', profile.coordinator.category),
      verifiedOn ?? 'never',
    ]),
  };
}

/** The same as records, one row a partnership: what was not answered is null. */
export function partnershipRows({ partnerships, lists }: MappingInput): Sheet {
  return {
    columns: columns.map(([title]) => title),
    rows: partnerships.map((each) => rowOf(each, lists)),
  };
}

type Column = readonly [
  string,
  (
    each: MappedPartnership,
    say: (list: string, code: string) => string | null,
  ) => string | number | null,
];

const columns: readonly Column[] = [
  ['partnership', ({ name }) => name],
  ['status', ({ profile }) => profile.status],
  ['type', ({ profile }, say) => say('partnership-type', profile.type)],
  ['scale', ({ profile }, say) => say('scale', profile.scale)],
  ['areas', ({ profile }) => several(profile.areas.map(({ name }) => name))],
  ['chair', ({ profile }, say) => say('lead', profile.chair.category)],
  ['coordinator', ({ profile }, say) => say('lead', profile.coordinator.category)],
  [
    'activities',
    ({ profile }, say) =>
      profile.activities &&
      several(profile.activities.map(({ category }) => say('activity', category) ?? '')),
  ],
  [
    'measures',
    ({ profile }, say) =>
      profile.measures && several(profile.measures.map((each) => say('measure', each) ?? '')),
  ],
  [
    'funding',
    ({ profile }, say) =>
      profile.funding &&
      several(profile.funding.map(({ category }) => say('funding', category) ?? '')),
  ],
  ['members', ({ sectors }) => sectors.length],
  ['questions_answered', ({ completeness }) => completeness.answered],
  ['verified_on', ({ verifiedOn }) => verifiedOn],
];

function rowOf(each: MappedPartnership, lists: readonly CodeList[]) {
  const say = (code: string, answer: string) =>
    answer === '' ? null : titleOf(lists, code, answer);
  return columns.map(([, cell]) => cell(each, say));
}

/** An empty list is the answer "none". [DR-1] */
function several(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join('; ');
}
