import type { Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import type { Watch } from '../count/count.ts';
import type { Attack } from './attack.ts';
import { inference } from './inference.ts';
import { linkability } from './linkability.ts';
import { singlingOut } from './singling-out.ts';
import type { Attacked } from './victims.ts';

/** What every attack on a release came to, and what was asked for. */
export type Attacks = {
  readonly attacks: number;
  /** Records that the release was not made from; null where there were none, and then there is no risk either. */
  readonly control: number | null;
  /** By how many columns an attacker takes together. */
  readonly singlingOut: readonly (Attack & { readonly columns: number })[];
  /** The columns that each of the two files shares with the release. */
  readonly linkability: Attack & {
    readonly one: readonly string[];
    readonly other: readonly string[];
  };
  readonly inference: readonly (Attack & { readonly secret: string })[];
};

/**
 * Attacks a release as somebody would who has nothing but it and some knowledge of a person: singles out by one column, by
 * `length` and by twice as many; links the first half of the columns with the second; infers each of `secrets` from all
 * other columns. Null when it was stopped. [RL-17] to [RL-20]
 */
export function attacksOn(
  tables: Attacked,
  asked: {
    readonly attacks: number;
    readonly length: number;
    readonly secrets: readonly number[];
  },
  words: Words,
  { seen, stop }: Watch = {},
): Attacks | null {
  const { attacks, length, secrets } = asked;
  const { columns } = tables.originals;
  const sizes = [...new Set([1, length, 2 * length].map((size) => Math.min(size, columns.length)))];
  const total = sizes.length + 1 + secrets.length;
  let done = 0;
  const next = <T>(attack: () => T): T | null => {
    if (stop?.() === true) return null;
    const found = attack();
    done += 1;
    seen?.(done, total);
    return found;
  };
  const alone = sizes.map((size) =>
    next(() => ({ columns: size, ...singlingOut(tables, { attacks, columns: size }, words) })),
  );
  const sides = halves(tables.originals);
  const linked = next(() => linkability(tables, { attacks, sides }, words));
  const secret = secrets.map((column) =>
    next(() => ({
      secret: columns[column]?.name ?? '',
      ...inference(tables, { attacks, secret: column }, words),
    })),
  );
  if (linked === null || done < total) return null;
  const names = (side: readonly number[]) => side.map((column) => columns[column]?.name ?? '');
  return {
    ...{ attacks, control: tables.control?.rows ?? null },
    singlingOut: alone.filter((each) => each !== null),
    linkability: { one: names(sides[0]), other: names(sides[1]), ...linked },
    inference: secret.filter((each) => each !== null),
  };
}

function halves({ columns }: CodedTable): readonly [readonly number[], readonly number[]] {
  const all = columns.map((_, column) => column);
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}
