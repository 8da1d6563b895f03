import { fine, problem, refused, type Outcome } from '../problem.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'answer'; readonly value: string }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'sign'; readonly value: string };

/** Cuts an expression into tokens. Problem: `expression-wrong` with what could not be read and where. */
export function tokensOf(text: string): Outcome<readonly Token[]> {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const found = read(rest, tokens.at(-1));
    if (found === null)
      return refused(problem('expression-wrong', { at: at + 1, found: rest.slice(0, 20) }));
    if (found.token !== null) tokens.push(found.token);
    at += found.length;
  }
  return fine(tokens);
}

type Found = { readonly token: Token | null; readonly length: number };

function read(rest: string, before: Token | undefined): Found | null {
  const match = (pattern: RegExp) => pattern.exec(rest);
  const blank = match(/^\s+/);
  if (blank !== null) return { token: null, length: blank[0].length };
  const number = match(/^(\d+(\.\d+)?|\.\d+)/);
  if (number !== null)
    return { token: { kind: 'number', value: Number(number[0]) }, length: number[0].length };
  const text = match(/^(?:'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”])/);
  if (text !== null) {
    const [whole, ...inner] = text;
    return {
      token: { kind: 'text', value: inner.find((each) => each !== undefined) ?? '' },
      length: whole.length,
    };
  }
  const answer = match(/^\$\{\s*([A-Za-z_][A-Za-z0-9_.-]*)\s*\}/);
  if (answer !== null)
    return { token: { kind: 'answer', value: answer[1] ?? '' }, length: answer[0].length };
  const sign = match(/^(!=|<=|>=|[=<>(),.+*-])/);
  if (sign !== null) return { token: { kind: 'sign', value: sign[0] }, length: sign[0].length };
  // A hyphen may stand in a name, as in count-selected; between two values with blanks around it, it is a minus.
  const name = match(/^[A-Za-z_][A-Za-z0-9_-]*/);
  if (name === null) return null;
  const word = name[0];
  return isOperator(word) && endsValue(before)
    ? { token: { kind: 'sign', value: word }, length: word.length }
    : { token: { kind: 'name', value: word }, length: word.length };
}

function isOperator(word: string): boolean {
  return ['and', 'or', 'div', 'mod'].includes(word);
}

/** As in XPath: `and` is an operator only after a value, and otherwise a name. */
function endsValue(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind !== 'sign' || token.value === ')' || token.value === '.';
}
