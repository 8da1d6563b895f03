import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { patternOf } from './pattern.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A condition as a tree. Nothing of it is ever handed to the machine's own evaluator. */
export type Expression =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'answer'; readonly code: string }
  | { readonly kind: 'self' }
  /** An attribute of the choice that a filter looks at. */
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'pair';
      readonly sign: Sign;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly parts: readonly Expression[] };

export type Sign =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | 'and' | 'or';

/** Every function there is, with the fewest and most values it takes. What else XLSForm has is reported. [SV-7] */
export const functions = {
  not: [1, 1],
  selected: [2, 2],
  'count-selected': [1, 1],
  'string-length': [1, 1],
  regex: [2, 2],
  today: [0, 0],
  true: [0, 0],
  false: [0, 0],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type FunctionName = keyof typeof functions;

const deepest = 40;

/**
 * Reads a condition: `${code}`, `.`, numbers, quoted texts, comparisons, `and`, `or`, `+ - * div mod`, and the
 * functions above. Problems: `expression-wrong`, `function-unknown`, `function-parts`, `pattern-wrong`,
 * `expression-too-deep`. [SV-6] [SV-7]
 *
 * @example expressionOf("selected(${help}, 'beds') and ${staff} > 2")
 */
export function expressionOf(text: string): Outcome<Expression> {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const reader = new Reader(tokens.value);
  try {
    const tree = reader.level(0, 0);
    return reader.done() ? fine(tree) : refused(reader.unexpected());
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.problem);
    throw error;
  }
}

class Unreadable extends Error {
  readonly problem: Problem;
  constructor(why: Problem) {
    super(why.code);
    this.problem = why;
  }
}

/** Operators from those that bind least to those that bind most. */
const levels: readonly (readonly Sign[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  done(): boolean {
    return this.#at === this.#tokens.length;
  }

  unexpected(): Problem {
    const token = this.#tokens[this.#at];
    return problem('expression-wrong', { found: token === undefined ? '' : String(token.value) });
  }

  level(at: number, depth: number): Expression {
    const signs = levels[at];
    if (signs === undefined) return this.#single(depth);
    let left = this.level(at + 1, depth);
    for (let sign = this.#sign(signs); sign !== null; sign = this.#sign(signs))
      left = { kind: 'pair', sign, left, right: this.level(at + 1, depth + 1) };
    return left;
  }

  #sign(among: readonly Sign[]): Sign | null {
    const token = this.#tokens[this.#at];
    const found = among.find((each) => token?.kind === 'sign' && token.value === each) ?? null;
    if (found !== null) this.#at += 1;
    return found;
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    const there = token?.kind === 'sign' && token.value === sign;
    if (there) this.#at += 1;
    return there;
  }

  #single(depth: number): Expression {
    if (depth > deepest) throw new Unreadable(problem('expression-too-deep', { most: deepest }));
    if (this.#take('-')) return { kind: 'minus', of: this.#single(depth + 1) };
    if (this.#take('.')) return { kind: 'self' };
    if (this.#take('(')) {
      const inner = this.level(0, depth + 1);
      if (!this.#take(')')) throw new Unreadable(this.unexpected());
      return inner;
    }
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'sign') throw new Unreadable(this.unexpected());
    this.#at += 1;
    if (token.kind === 'number') return { kind: 'number', value: token.value };
    if (token.kind === 'text') return { kind: 'text', value: token.value };
    if (token.kind === 'answer') return { kind: 'answer', code: token.value };
    return this.#take('(')
      ? this.#call(token.value, depth)
      : { kind: 'attribute', name: token.value };
  }

  #call(name: string, depth: number): Expression {
    const parts: Expression[] = [];
    if (!this.#take(')')) {
      do parts.push(this.level(0, depth + 1));
      while (this.#take(','));
      if (!this.#take(')')) throw new Unreadable(this.unexpected());
    }
    if (!isFunction(name)) throw new Unreadable(problem('function-unknown', { name }));
    const [least, most] = functions[name];
    if (parts.length < least || parts.length > most)
      throw new Unreadable(problem('function-parts', { name, wanted: most, found: parts.length }));
    if (name === 'regex') checkPattern(parts[1]);
    return { kind: 'call', name, parts };
  }
}

/** A pattern is read once with the form, so that it must stand there as text. */
function checkPattern(part: Expression | undefined): void {
  if (part?.kind !== 'text') throw new Unreadable(problem('pattern-wrong', { found: '' }));
  const pattern = patternOf(part.value);
  if (!pattern.ok) throw new Unreadable(pattern.problems[0] ?? problem('pattern-wrong'));
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** The codes that an expression asks for, each once. */
export function codesIn(expression: Expression): readonly string[] {
  return [
    ...new Set(partsOf(expression).flatMap((each) => (each.kind === 'answer' ? [each.code] : []))),
  ];
}

/** The attributes of choices that it asks for. */
export function attributesIn(expression: Expression): readonly string[] {
  return partsOf(expression).flatMap((each) => (each.kind === 'attribute' ? [each.name] : []));
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'minus':
      return [expression, ...partsOf(expression.of)];
    case 'pair':
      return [expression, ...partsOf(expression.left), ...partsOf(expression.right)];
    case 'call':
      return [expression, ...expression.parts.flatMap(partsOf)];
    default:
      return [expression];
  }
}
