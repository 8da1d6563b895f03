import type { Expression, FunctionName, Sign } from './expression.ts';
import { patternOf } from './pattern.ts';

/** A value in an expression. No answer is ''; several choices are a list. */
export type Value = string | number | boolean | readonly string[];

/** What an expression may look at, and nothing else. `today` is an ISO day. */
export type Surroundings = {
  readonly answer: (code: string) => Value;
  readonly self: Value;
  readonly attribute: (name: string) => string;
  readonly today: string;
};

/** Is the condition met? As in XPath 1.0: '', 0 and an empty list are false. [SV-6] */
export function holds(expression: Expression, around: Surroundings): boolean {
  return asTruth(valueOf(expression, around));
}

export function valueOf(expression: Expression, around: Surroundings): Value {
  switch (expression.kind) {
    case 'text':
    case 'number':
      return expression.value;
    case 'answer':
      return around.answer(expression.code);
    case 'self':
      return around.self;
    case 'attribute':
      return around.attribute(expression.name);
    case 'minus':
      return -asNumber(valueOf(expression.of, around));
    case 'pair':
      return paired(expression, around);
    case 'call':
      return called(
        expression.name,
        expression.parts.map((part) => valueOf(part, around)),
        around,
      );
  }
}

function paired({ sign, left, right }: Expression & { kind: 'pair' }, around: Surroundings): Value {
  if (sign === 'and') return holds(left, around) && holds(right, around);
  if (sign === 'or') return holds(left, around) || holds(right, around);
  const [a, b] = [valueOf(left, around), valueOf(right, around)];
  if (sign === '=') return same(a, b);
  if (sign === '!=') return !same(a, b);
  if (sign === '<' || sign === '<=' || sign === '>' || sign === '>=') return ordered(sign, a, b);
  return worked(sign, asNumber(a), asNumber(b));
}

function same(a: Value, b: Value): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return asTruth(a) === asTruth(b);
  if (typeof a === 'number' || typeof b === 'number') return asNumber(a) === asNumber(b);
  return asText(a) === asText(b);
}

function ordered(sign: '<' | '<=' | '>' | '>=', a: Value, b: Value): boolean {
  const days = isDay(a) && isDay(b);
  const [x, y] = days ? [asText(a), asText(b)] : [asNumber(a), asNumber(b)];
  if (sign === '<') return x < y;
  if (sign === '<=') return x <= y;
  return sign === '>' ? x > y : x >= y;
}

function worked(sign: Exclude<Sign, 'and' | 'or'>, a: number, b: number): number {
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  if (sign === '*') return a * b;
  return sign === 'div' ? a / b : a % b;
}

function called(
  name: FunctionName,
  [a = '', b = '']: readonly Value[],
  around: Surroundings,
): Value {
  switch (name) {
    case 'not':
      return !asTruth(a);
    case 'selected':
      return asList(a).includes(asText(b));
    case 'count-selected':
      return asList(a).length;
    case 'string-length':
      return Array.from(asText(a)).length;
    case 'regex': {
      const pattern = patternOf(asText(b));
      return pattern.ok && pattern.value(asText(a).slice(0, 5000));
    }
    case 'today':
      return around.today;
    case 'true':
      return true;
    case 'false':
      return false;
  }
}

function isDay(value: Value): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function asText(value: Value): string {
  if (typeof value === 'object') return value.join(' ');
  return typeof value === 'number' && Number.isNaN(value) ? '' : String(value);
}

/** NaN where it is no number: every comparison with it but `!=` is false, so that no answer meets no limit. */
function asNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = asText(value).trim();
  return text === '' ? NaN : Number(text);
}

function asTruth(value: Value): boolean {
  if (typeof value === 'object') return value.length > 0;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);
}

function asList(value: Value): readonly string[] {
  return typeof value === 'object'
    ? value
    : asText(value)
        .split(/\s+/)
        .filter((each) => each !== '');
}
