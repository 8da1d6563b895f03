import type { ColumnBook } from './codebook.ts';
import { fifths } from './fifths.ts';
import type { ColumnSeen } from './proposal.ts';
import { byCodePoint } from './text-order.ts';

/**
 * A column as another kind, with what was met in it where the kind needs more than a name: the values of an ordered one,
 * the two words of a flag, the limits of bands. For a person to look at and change.
 *
 * @example asKind({ name: 'age', filled: 3, different: 3, common: [...] }, 'number') // => { kind: 'number', cuts: [...] }
 */
export function asKind(seen: ColumnSeen, kind: ColumnBook['kind']): ColumnBook {
  const { name, common } = seen;
  const texts = common.map(({ text }) => text);
  switch (kind) {
    case 'category':
      return { kind, name, values: 'discover', blanks: [], zero: 'absent' };
    case 'ordered':
      return { kind, name, values: inOrder(texts), blanks: [], zero: 'absent' };
    case 'flag':
      return { kind, name, ...wordsOf(texts), blanks: [], zero: 'absent' };
    case 'multi':
      return {
        ...{ kind, name, delimiter: delimiterOf(texts), values: 'discover' },
        ...{ blanks: [], zero: 'absent' },
      };
    case 'number':
      return { kind, name, cuts: cutsOf(seen), blanks: [], zero: 'value' };
    case 'date':
      return { kind, name, band: 'year', blanks: [] };
    case 'left-out':
      return { kind, name };
  }
}

function inOrder(texts: readonly string[]): string[] {
  const numbers = texts.every((text) => /^-?\d/.test(text));
  const order = numbers ? byNumber : byCodePoint;
  return texts.length === 0 ? ['1'] : texts.toSorted(order);
}

function byNumber(a: string, b: string): number {
  return Number.parseFloat(a) - Number.parseFloat(b) || byCodePoint(a, b);
}

function wordsOf(texts: readonly string[]): { readonly yes: string; readonly no: string } {
  const no = texts.find((text) => /^(0|n|no|false)$/i.test(text)) ?? '0';
  const yes = texts.find((text) => text !== no) ?? '1';
  return { yes, no };
}

function delimiterOf(texts: readonly string[]): string {
  return [';', '|', ','].find((each) => texts.some((text) => text.includes(each))) ?? ';';
}

function cutsOf({ common }: ColumnSeen): number[] {
  const met = common.map(({ text, rows }) => ({ value: Number(text), rows }));
  return fifths(met.filter(({ value }) => Number.isFinite(value)));
}
