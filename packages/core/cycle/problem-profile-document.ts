import { day, paragraphs, type Block, type Document, type Section } from '../document/index.ts';
import { markingOf, type Marking } from './handling.ts';
import {
  profileParts,
  type PartGuide,
  type PartState,
  type ProfilePart,
} from './problem-profile.ts';
import type { ReportSetting } from './report-input.ts';
import { reportOf } from './report-words.ts';

/** A part as it is kept: `filled` from the records on a day, `written` by people. */
export type KeptPart = {
  readonly part: ProfilePart;
  readonly filled: readonly Block[];
  /** An ISO instant; null where nothing was filled in. */
  readonly filledAt: string | null;
  readonly written: string;
  readonly state: PartState;
};

export type ProfileSetting = ReportSetting & {
  readonly title: string;
  readonly marking: Marking;
  /** Null for a draft. */
  readonly issue: { readonly number: number; readonly byName: string; readonly on: string } | null;
  readonly parts: readonly KeptPart[];
};

/**
 * The problem profile in the template's order: in each part what people wrote, then what was filled in, with its day.
 * [PP-1] [PP-2] Parts that are left out are not there; a part with nothing in it says so in a draft, and is not in
 * an issued version. The marking stands on every page. [PP-4]
 */
export function profileDocument(setting: ProfileSetting): Document {
  const kept = profileParts.flatMap((guide) => {
    const own = setting.parts.find(({ part }) => part === guide.code);
    return own?.state === 'left-out' ? [] : [{ guide, own: own ?? null }];
  });
  const shown = kept.filter(({ own }) => setting.issue === null || !isEmpty(own));
  const groups = [...new Set(shown.map(({ guide }) => guide.group))];
  return reportOf(setting, {
    kind: 'problem-profile',
    title: setting.title,
    subtitle: subtitle(setting),
    marking: markingOf(setting.marking).printed,
    sections: groups.map((group, at): Section => ({
      title: group,
      newPage: at > 0 && pagesOf.has(group),
      blocks: shown
        .filter(({ guide }) => guide.group === group)
        .flatMap(({ guide, own }) => blocksOf(guide, own)),
    })),
    sheet: {
      columns: ['group', 'part', 'state', 'written', 'filled_in_at'],
      rows: kept.map(({ guide, own }) => [
        ...[guide.group, guide.title, own?.state ?? 'open', own?.written ?? ''],
        own?.filledAt ?? null,
      ]),
    },
  });
}

/** These begin on a page of their own. */
const pagesOf = new Set([
  'Introduction',
  'Partnership priorities',
  'Core trend analysis',
  'Appendices',
]);

function subtitle({ place, issue, today }: ProfileSetting): string {
  return issue === null
    ? `${place.name} · draft of ${day(today)}`
    : `${place.name} · version ${issue.number}, issued ${day(issue.on)} by ${issue.byName}`;
}

function isEmpty(own: KeptPart | null): boolean {
  return own === null || (own.written.trim() === '' && own.filled.length === 0);
}

function blocksOf(guide: PartGuide, own: KeptPart | null): readonly Block[] {
  const written = paragraphs(own?.written ?? '');
  const filled = own?.filled ?? [];
  const heading: Block = { kind: 'heading', text: guide.title };
  if (written.length + filled.length === 0)
    return [heading, { kind: 'note', text: 'Nothing stands here yet.' }];
  const since =
    own === null || own.filledAt === null || filled.length === 0
      ? []
      : [
          {
            kind: 'note' as const,
            text: `Filled in from the partnership’s records on ${day(own.filledAt)}.`,
          },
        ];
  return [heading, ...written, ...filled, ...since];
}
