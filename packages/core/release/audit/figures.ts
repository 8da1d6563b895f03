import type { Outcome } from '../../problem.ts';
import type { CodedTable } from '../../table/index.ts';
import { betweenPairs, pairText } from '../combination.ts';
import type { Told, ToldFigure } from './mechanism.ts';

/** Figures of one run by name; an attacker looks for a figure that is at least, at most or exactly something. */
export type Figures = Readonly<Record<string, number>>;

const longest = 4;

/**
 * What an attacker who knows everybody but one subject, and that subject's record, looks at: how many are told, how many
 * combinations and how often, those of the subject by themselves, how far counts lie apart and how wide their bounds are
 * (which give away how much noise there is), how long the file is, and `evidence`, all counts that the subject is in, each
 * by how sure it is, and how many columns add up. A refusal is a figure too.
 */
export function figuresOf(told: Outcome<Told>, own: ReadonlySet<string>): Figures {
  if (!told.ok) return Object.fromEntries(told.problems.map(({ code }) => [`refused: ${code}`, 1]));
  const { subjects, counts } = told.value;
  const figures: Record<string, number> = { subjects: subjects.count };
  let characters = 0;
  let evidence = weighed(subjects);
  const sums: number[] = [];
  for (let length = 1; length <= longest; length += 1) {
    const [all, mine, others] = [new Tally(), new Tally(), new Tally()];
    for (const each of counts) {
      if (each.length !== length) continue;
      if (length === 1) sums[each.column] = (sums[each.column] ?? 0) + each.count;
      characters += each.text.length + String(each.count).length;
      all.add(each);
      if (!own.has(each.text)) others.add(each);
      else {
        mine.add(each);
        evidence += weighed(each);
      }
    }
    if (all.n === 0) continue;
    figures[`combinations of ${length}`] = all.n;
    figures[`sum of counts of ${length}`] = all.sum;
    figures[`spread of counts of ${length}`] = all.spread;
    figures[`width of bounds of ${length}`] = all.width / all.n;
    figures[`own combinations of ${length}`] = mine.n;
    figures[`sum of own counts of ${length}`] = mine.sum;
    figures[`spread of other counts of ${length}`] = others.spread;
  }
  const full = sums.filter((sum) => sum === subjects.count).length;
  return { ...figures, characters, evidence, 'columns that add up': full };
}

function weighed({ count, low, high }: ToldFigure): number {
  return count / Math.max(1, high - low) ** 2;
}

class Tally {
  n = 0;
  sum = 0;
  width = 0;
  #squares = 0;

  add({ count, low, high }: ToldFigure): void {
    this.n += 1;
    this.sum += count;
    this.width += high - low;
    this.#squares += count * count;
  }

  /** The standard deviation; 0 of one or none. */
  get spread(): number {
    const { n, sum } = this;
    return n < 2 ? 0 : Math.sqrt(Math.max(0, this.#squares - (sum * sum) / n) / (n - 1));
  }
}

/** The combinations of up to four values of a table's last row, as texts. */
export function combinationsOfLast({ rows, columns }: CodedTable): ReadonlySet<string> {
  const pairs = columns.flatMap(({ name, values, codes }) => {
    const code = codes[rows - 1] ?? 0;
    return code === 0 ? [] : [pairText(name, values[code - 1] ?? '')];
  });
  const texts = new Set<string>();
  const extend = (from: number, held: readonly string[]): void => {
    if (held.length > 0) texts.add(held.join(betweenPairs));
    if (held.length === longest) return;
    for (let at = from; at < pairs.length; at += 1) extend(at + 1, [...held, pairs[at] ?? '']);
  };
  extend(0, []);
  return texts;
}
