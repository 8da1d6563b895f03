import { z } from 'zod';

export const Marking = z.enum(['official-sensitive', 'official', 'partnership', 'public']);
export type Marking = z.infer<typeof Marking>;

/** A document is marked with the most careful one until somebody says otherwise. [PP-4] */
export const mostCareful: Marking = 'official-sensitive';

/** What is printed on every page, and what it asks of whoever holds the document; the most careful first. */
export const markings: readonly {
  readonly code: Marking;
  readonly printed: string;
  readonly guidance: string;
}[] = [
  {
    code: 'official-sensitive',
    printed: 'OFFICIAL-SENSITIVE',
    guidance:
      'For named readers who need it for their work. Do not forward it, do not leave it on a shared drive or a desk, and ask the co-ordinator before you quote from it. Destroy copies when a new version is issued.',
  },
  {
    code: 'official',
    printed: 'OFFICIAL',
    guidance:
      'For people who work in the organisations of the partnership. Share it with a colleague where their work needs it; ask the co-ordinator before it leaves these organisations.',
  },
  {
    code: 'partnership',
    printed: 'FOR THE PARTNERSHIP',
    guidance:
      'For the organisations of the partnership, statutory or not. It may be discussed in their meetings. Ask the co-ordinator before it is passed on.',
  },
  {
    code: 'public',
    printed: 'PUBLIC',
    guidance:
      'Anybody may have it. Before it is marked so, somebody has read it for details that could lead to a person, a safe place or work under way.',
  },
];

export function markingOf(code: Marking): (typeof markings)[number] {
  const found = markings.find((each) => each.code === code);
  if (found === undefined) throw new RangeError(`there is no marking ${code}`);
  return found;
}
