import { z } from 'zod';
import { refused, fine, problem, type Outcome } from '../problem.ts';
import lists from './shipped/code-lists.json' with { type: 'json' };

/** One code. `proposed` says that no source fixes it; a retired one stays for what already bears it. */
export const CodeItem = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(500).default(''),
  proposed: z.boolean().default(false),
  retired: z.boolean().default(false),
});
export type CodeItem = z.infer<typeof CodeItem>;

export const CodeList = z.strictObject({
  code: z.string().regex(/^[a-z-]{1,40}$/),
  title: z.string().trim().min(1).max(200),
  /** 0 is what Freehold ships; each change by a partnership counts one on. */
  version: z.int().min(0),
  /** Where the list is from; '' where it is the partnership's own. */
  source: z.string().trim().max(500).default(''),
  items: z.array(CodeItem).min(1).max(200),
});
export type CodeList = z.infer<typeof CodeList>;

/** The lists that Freehold ships, each as version 0. */
export const shippedCodeLists: readonly CodeList[] = z.array(CodeList).parse(lists);

/**
 * A list after people have changed it. Titles, notes and order are theirs; a code that was there stays, retired if
 * it is no longer offered, so that no profile loses its meaning. [DR-2]
 *
 * Problems: `code-twice`, and `code-gone` for one that would vanish.
 */
export function changedList(before: CodeList, items: readonly CodeItem[]): Outcome<CodeList> {
  const codes = items.map(({ code }) => code);
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
  const gone = before.items.filter(({ code }) => !codes.includes(code));
  const problems = [
    ...[...new Set(twice)].map((code) => problem('code-twice', { code }, { path: 'items' })),
    ...gone.map(({ code }) => problem('code-gone', { code }, { path: 'items' })),
  ];
  if (problems.length > 0) return refused(...problems);
  return fine({ ...before, version: before.version + 1, items: [...items] });
}

/** A code in words; the code itself where no list knows it. */
export function titleOf(lists: readonly CodeList[], list: string, code: string): string {
  const items = lists.find((each) => each.code === list)?.items;
  return items?.find((each) => each.code === code)?.title ?? code;
}
