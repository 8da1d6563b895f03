/** How often an answer was given; `share` is of those who answered, 0 to 1. */
export type Line = { readonly value: string; readonly n: number; readonly share: number };

/** Answers to one question. `answered` and `unanswered` add up to all who were asked. [DR-13] */
export type Distribution = {
  readonly answered: number;
  readonly unanswered: number;
  readonly lines: readonly Line[];
};

/**
 * Counts answers, the commonest first, equals in the order of `order`. Each of `given` is one asked: null has not
 * answered, an empty list has answered "none", and of several answers each counts once. With nobody answering there
 * are no lines. [DR-1] [DR-13]
 *
 * @example distribution([['a'], ['a', 'b'], null], ['a', 'b']).lines[0] // => { value: 'a', n: 2, share: 1 }
 */
export function distribution(
  given: readonly (readonly string[] | null)[],
  order: readonly string[],
): Distribution {
  const answers = given.filter((each) => each !== null);
  const counts = new Map<string, number>();
  for (const each of answers)
    for (const value of new Set(each)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  const lines = [...counts]
    .toSorted(([a, n], [b, m]) => m - n || rank(a) - rank(b) || a.localeCompare(b, 'en'))
    .map(([value, n]) => ({ value, n, share: n / answers.length }));
  return { answered: answers.length, unanswered: given.length - answers.length, lines };
}
