import { fine, problem, refused, type Outcome } from '../problem.ts';

// A form's patterns come from strangers, and a browser's own matcher can be kept busy for ever by a bad one. This
// one walks all its states at once, letter by letter: it takes time in proportion to pattern × text, whatever they are.

/** Does a text, as a whole, fit the pattern? */
export type Pattern = (text: string) => boolean;

type Test = (letter: string) => boolean;
type Node =
  | { readonly kind: 'letter'; readonly test: Test }
  | { readonly kind: 'row'; readonly of: readonly Node[] }
  | { readonly kind: 'either'; readonly of: readonly Node[] }
  | { readonly kind: 'again'; readonly of: Node; readonly least: number; readonly most: number };

type Step =
  | { readonly kind: 'letter'; readonly test: Test }
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'end' };

const longest = 500;
const mostSteps = 4000;
const mostAgain = 200;

/**
 * Reads a pattern: letters, `.`, classes `[a-z]`, `\d \w \s`, groups, `|`, `* + ?` and `{m,n}`; it must fit the
 * whole text, and `^` and `$` at its ends change nothing. Look-around, back references and flags are not there.
 * Problem: `pattern-wrong`. [SV-8]
 */
export function patternOf(source: string): Outcome<Pattern> {
  const wrong = refused(problem('pattern-wrong', { found: source.slice(0, 80) }));
  if (source.length > longest) return wrong;
  const inner = source.replace(/^\^/, '').replace(/(?<!\\)((?:\\\\)*)\$$/, '$1');
  const reader = new PatternReader(Array.from(inner));
  const tree = reader.either(0);
  if (tree === null || !reader.done()) return wrong;
  const steps: Step[] = [];
  if (!compile(tree, steps)) return wrong;
  steps.push({ kind: 'end' });
  return fine((text) => fits(steps, text));
}

class PatternReader {
  readonly #letters: readonly string[];
  #at = 0;
  constructor(letters: readonly string[]) {
    this.#letters = letters;
  }
  done(): boolean {
    return this.#at === this.#letters.length;
  }
  #next(): string | undefined {
    return this.#letters[this.#at];
  }
  #take(letter: string): boolean {
    const there = this.#next() === letter;
    if (there) this.#at += 1;
    return there;
  }

  either(depth: number): Node | null {
    if (depth > 20) return null;
    const of: Node[] = [];
    do {
      const row = this.#row(depth);
      if (row === null) return null;
      of.push(row);
    } while (this.#take('|'));
    return { kind: 'either', of };
  }

  #row(depth: number): Node | null {
    const of: Node[] = [];
    for (
      let next = this.#next();
      next !== undefined && next !== '|' && next !== ')';
      next = this.#next()
    ) {
      const one = this.#one(depth);
      const whole = one === null ? null : this.#again(one);
      if (whole === null) return null;
      of.push(whole);
    }
    return { kind: 'row', of };
  }

  #one(depth: number): Node | null {
    if (this.#take('(')) {
      if (this.#take('?') && !this.#take(':')) return null;
      const inner = this.either(depth + 1);
      return inner !== null && this.#take(')') ? inner : null;
    }
    const test = this.#take('[') ? this.#class() : this.#letter();
    return test === null ? null : { kind: 'letter', test };
  }

  #letter(): Test | null {
    const letter = this.#next();
    if (letter === undefined || '*+?{}^$]'.includes(letter)) return null;
    this.#at += 1;
    if (letter === '.') return (each) => each !== '\n';
    return letter === '\\' ? this.#escaped() : (each) => each === letter;
  }

  #escaped(): Test | null {
    const letter = this.#next();
    this.#at += 1;
    if (letter === undefined) return null;
    const known = classes[letter];
    if (known !== undefined) return known;
    return /[A-Za-z0-9]/.test(letter) ? null : (each) => each === letter;
  }

  #class(): Test | null {
    const turned = this.#take('^');
    const tests: Test[] = [];
    while (!this.#take(']')) {
      const one = this.#classPart();
      if (one === null) return null;
      tests.push(one);
    }
    if (tests.length === 0) return null;
    return (letter) => tests.some((test) => test(letter)) !== turned;
  }

  #classPart(): Test | null {
    const from = this.#next();
    if (from === undefined) return null;
    this.#at += 1;
    if (from === '\\') return this.#escaped();
    const [dash, to] = [this.#next(), this.#letters[this.#at + 1]];
    if (dash !== '-' || to === undefined || to === ']' || to === '\\')
      return (each) => each === from;
    this.#at += 2;
    return from <= to ? (each) => each >= from && each <= to : null;
  }

  #again(of: Node): Node | null {
    if (this.#take('*')) return { kind: 'again', of, least: 0, most: Infinity };
    if (this.#take('+')) return { kind: 'again', of, least: 1, most: Infinity };
    if (this.#take('?')) return { kind: 'again', of, least: 0, most: 1 };
    if (this.#next() !== '{') return of;
    const [whole, least, comma, most] =
      /^\{(\d{1,3})(,(\d{0,3}))?\}/.exec(this.#letters.slice(this.#at, this.#at + 10).join('')) ??
      [];
    if (whole === undefined) return null;
    this.#at += whole.length;
    const upTo = comma === undefined ? Number(least) : most === '' ? Infinity : Number(most);
    return { kind: 'again', of, least: Number(least), most: upTo };
  }
}

const digit: Test = (letter) => letter >= '0' && letter <= '9';
const word: Test = (letter) => /^[A-Za-z0-9_]$/.test(letter);
const blank: Test = (letter) => /^\s$/.test(letter);
const classes: Readonly<Record<string, Test>> = {
  d: digit,
  D: (letter) => !digit(letter),
  w: word,
  W: (letter) => !word(letter),
  s: blank,
  S: (letter) => !blank(letter),
};

/** Writes a tree out as steps; false where it would be too many. */
function compile(node: Node, steps: Step[]): boolean {
  if (steps.length > mostSteps) return false;
  switch (node.kind) {
    case 'letter':
      steps.push(node);
      return true;
    case 'row':
      return node.of.every((each) => compile(each, steps));
    case 'either':
      return compileEither(node.of, steps);
    case 'again':
      return compileAgain(node, steps);
  }
}

function compileEither(of: readonly Node[], steps: Step[]): boolean {
  if (of.length === 1) return of.every((each) => compile(each, steps));
  const [first, ...rest] = of;
  if (first === undefined) return true;
  const fork = steps.push({ kind: 'end' }) - 1;
  if (!compile(first, steps)) return false;
  const jump = steps.push({ kind: 'end' }) - 1;
  steps[fork] = { kind: 'fork', to: [fork + 1, steps.length] };
  if (!compileEither(rest, steps)) return false;
  steps[jump] = { kind: 'fork', to: [steps.length] };
  return true;
}

function compileAgain({ of, least, most }: Node & { kind: 'again' }, steps: Step[]): boolean {
  const finite = most === Infinity ? least : most;
  if (most < least || finite > mostAgain) return false;
  for (let n = 0; n < least; n += 1) if (!compile(of, steps)) return false;
  if (most === Infinity) {
    const fork = steps.push({ kind: 'end' }) - 1;
    if (!compile(of, steps)) return false;
    steps.push({ kind: 'fork', to: [fork] });
    steps[fork] = { kind: 'fork', to: [fork + 1, steps.length] };
    return true;
  }
  const forks: number[] = [];
  for (let n = least; n < most; n += 1) {
    forks.push(steps.push({ kind: 'end' }) - 1);
    if (!compile(of, steps)) return false;
  }
  for (const fork of forks) steps[fork] = { kind: 'fork', to: [fork + 1, steps.length] };
  return true;
}

function fits(steps: readonly Step[], text: string): boolean {
  let now = reached(steps, [0]);
  for (const letter of text) {
    const next = [...now].flatMap((at) => {
      const step = steps[at];
      return step?.kind === 'letter' && step.test(letter) ? [at + 1] : [];
    });
    now = reached(steps, next);
    if (now.size === 0) return false;
  }
  return [...now].some((at) => steps[at]?.kind === 'end');
}

/** All steps that wait for a letter, or end, from these on. */
function reached(steps: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = steps[at];
    if (step?.kind === 'fork') open.push(...step.to);
  }
  return seen;
}
