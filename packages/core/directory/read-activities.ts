import type { CleanUp } from './clean-up.ts';
import { plainWords, reads, type DirectoryMapping } from './import-mapping.ts';
import { Activity } from './partnership.ts';

type Found = Pick<CleanUp, 'kind' | 'text' | 'column' | 'details'>;

/**
 * What a row says that a partnership does. The ticks are the answer; where the list in words says otherwise, the
 * ticks stand and a person is asked. Null where neither says anything. [DR-1] [DR-9]
 */
export function activitiesOf(
  mapping: DirectoryMapping,
  cell: (column: string) => string,
): { readonly activities: readonly Activity[] | null; readonly found: readonly Found[] } {
  const { activities: column, flags } = mapping.partnerships;
  const text = cell(column);
  const { codes, others, unread } = wordsOf(mapping, text);
  const ticked = Object.entries(flags).filter(([flag]) => isYes(mapping, cell(flag)));
  const tickedCodes = ticked.map(([, code]) => code);
  const otherTick = ticked.find(([, code]) => code === 'other')?.[0] ?? column;
  const odd = Object.keys(flags).filter((flag) => isOdd(mapping, cell(flag)));
  const known = codes.filter((code) => code !== 'other');
  const missing = [
    ...known.filter((code) => !tickedCodes.includes(code)),
    ...tickedCodes.filter(
      (code) => code !== 'other' && text.trim() !== '' && !known.includes(code),
    ),
  ];
  const found: Found[] = [
    ...odd.map((flag) => item('flag-unknown', cell(flag), flag)),
    ...unread.map((word) => item('value-unknown', word, column)),
    ...others.map((word) => item('activity-other', word, column)),
    ...(missing.length > 0
      ? [{ ...item('activities-differ', text, column), details: { codes: missing.join(' ') } }]
      : []),
    ...(tickedCodes.includes('other') && others.length === 0
      ? [item('activity-unexplained', cell(otherTick), otherTick)]
      : []),
  ];
  const silent = text.trim() === '' && tickedCodes.length === 0;
  return { activities: silent ? null : done(tickedCodes, others), found };
}

function item(kind: Found['kind'], text: string, column: string): Found {
  return { kind, text, column, details: {} };
}

function done(codes: readonly string[], others: readonly string[]): readonly Activity[] {
  const title = others.join('; ');
  return codes.map((category) =>
    Activity.parse({ category, title: category === 'other' ? title : '' }),
  );
}

/** The list in words: activities that are known, those in free words, and what is neither. */
function wordsOf(mapping: DirectoryMapping, text: string) {
  const { activity, otherActivity } = mapping;
  const read = reads(activity);
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isOther = (part: string) => plainWords(part).startsWith(plainWords(otherActivity));
  const plain = parts.filter((part) => !isOther(part));
  return {
    codes: plain.flatMap((part) => read(part) ?? []),
    others: parts.filter(isOther).map((part) => part.slice(otherActivity.length).trim()),
    unread: plain.filter((part) => read(part) === null),
  };
}

function isYes({ yes }: DirectoryMapping, text: string): boolean {
  return yes.includes(plainWords(text));
}

function isOdd(mapping: DirectoryMapping, text: string): boolean {
  return text.trim() !== '' && !isYes(mapping, text);
}
