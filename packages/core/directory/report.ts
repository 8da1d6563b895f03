import type { NamedArea } from './area-list.ts';
import { shippedCodeLists, titleOf, type CodeList } from './code-list.ts';
import { coverage, type Coverage } from './coverage.ts';
import { distribution, type Distribution, type Line } from './distribution.ts';
import type { Profile } from './partnership.ts';

/** What `freehold partnership report` writes: shares are of the partnerships that answered. */
export type PartnershipReport = {
  readonly partnerships: number;
  readonly areas: Coverage;
  readonly chair: readonly Line[];
  readonly coordinator: readonly Line[];
  readonly scale: readonly Line[];
  readonly activity: readonly Line[];
};

type Mapped = { readonly profile: Profile };

/** Every distribution of the mapping, by question; values are codes. */
export function distributions(
  partnerships: readonly Mapped[],
  lists: readonly CodeList[] = shippedCodeLists,
): Readonly<Record<MappedQuestion, Distribution>> {
  const order = (list: string) =>
    (lists.find(({ code }) => code === list)?.items ?? []).map(({ code }) => code);
  const ask = (list: string, answer: (profile: Profile) => readonly string[] | null) =>
    distribution(
      partnerships.map(({ profile }) => answer(profile)),
      order(list),
    );
  const kinds = <T extends { readonly [K in Key]: string }, Key extends string>(
    items: readonly T[] | null,
    key: Key,
  ) => items?.map((item) => item[key]) ?? null;
  return {
    type: ask('partnership-type', ({ type }) => one(type)),
    scale: ask('scale', ({ scale }) => one(scale)),
    function: ask('function', ({ functions }) => some(functions)),
    chair: ask('lead', ({ chair }) => one(chair.category)),
    coordinator: ask('lead', (profile) => one(profile.coordinator.category)),
    activity: ask('activity', ({ activities }) =>
      kinds(activities?.filter(({ level }) => level !== 'none') ?? null, 'category'),
    ),
    measure: ask('measure', ({ measures }) => measures),
    funding: ask('funding', ({ funding }) => kinds(funding, 'category')),
    document: ask('document-kind', ({ documents }) => kinds(documents, 'kind')),
    'good-practice': ask('good-practice', ({ goodPractice }) => some(goodPractice)),
  };
}

export type MappedQuestion =
  | 'type'
  | 'scale'
  | 'function'
  | 'chair'
  | 'coordinator'
  | 'activity'
  | 'measure'
  | 'funding'
  | 'document'
  | 'good-practice';

/** The list of codes that answers a question. */
export const listOf: Readonly<Record<MappedQuestion, string>> = {
  ...{ type: 'partnership-type', scale: 'scale', function: 'function', chair: 'lead' },
  ...{ coordinator: 'lead', activity: 'activity', measure: 'measure', funding: 'funding' },
  ...{ document: 'document-kind', 'good-practice': 'good-practice' },
};

/** The counts of a mapping in words, for a file. [DR-12] [DR-13] */
export function partnershipReport(
  partnerships: readonly Mapped[],
  areas: readonly NamedArea[],
  lists: readonly CodeList[] = shippedCodeLists,
): PartnershipReport {
  const found = distributions(partnerships, lists);
  const lines = (question: MappedQuestion) =>
    found[question].lines.map((line) => ({
      ...line,
      value: label(titleOf(lists, listOf[question], line.value)),
    }));
  return {
    partnerships: partnerships.length,
    areas: coverage(partnerships, areas),
    chair: lines('chair'),
    coordinator: lines('coordinator'),
    scale: lines('scale'),
    activity: lines('activity'),
  };
}

function one(code: string): readonly string[] | null {
  return code === '' ? null : [code];
}

function some(codes: readonly string[]): readonly string[] | null {
  return codes.length === 0 ? null : codes;
}

/** A title as it stands inside a line: "Police" becomes "police", "NGO" stays. */
function label(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
