import type { Context } from 'hono';
import { problem } from '@freehold/core/problem';
import { lackOf } from './lack.ts';
import { refuse } from './problem.ts';

/**
 * A fault as a line for the log: which kind, which code, where in our files. Never its message, nor what else
 * hangs on the error: a database puts the values of the row there, and a parser the text it stumbled over.
 */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return 'something was thrown that is no error';
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const parts = [
    error.name,
    ...['code', 'constraint', 'table'].flatMap((name) => named(error, name)),
  ];
  const cause = error.cause === undefined ? [] : [`caused by ${faultLine(error.cause)}`];
  return [parts.join(' '), ...frames, ...cause].join('\n');
}

/** Codes and names of our own tables; what does not look like one stays out. */
function named(error: Error, name: string): readonly string[] {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' && /^[A-Za-z0-9_]{1,60}$/.test(value)
    ? [`${name}=${value}`]
    : [];
}

/** Answers "our fault" with a reference that also stands in the log; where the machine lacks something, it says what. */
export function ourFault(c: Context, error: unknown, reference: string) {
  console.error(`fault ${reference} ${c.req.method} ${c.req.routePath}\n${faultLine(error)}`);
  const lack = lackOf(error);
  if (lack !== null) return refuse(c, lack.status, [problem(lack.code)]);
  return c.json(
    { type: 'about:blank#our-fault', title: 'Our fault', status: 500, reference, problems: [] },
    500,
    { 'content-type': 'application/problem+json' },
  );
}
