import type { z } from 'zod';

/** Where a problem sits: a file (where several are read), a sheet, a 1-based row, a column's name, or a path into a document. */
export type Where = {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly path?: string;
};

export type Detail = string | number | boolean | null | readonly string[];

/**
 * Something a person can mend: a kebab-case code, where it is, and the values that a sentence about it needs.
 * It holds no words; the faces (web, command line, HTTP) turn it into a sentence.
 */
export type Problem = {
  readonly code: string;
  readonly where?: Where;
  readonly details?: Readonly<Record<string, Detail>>;
};

/** What a step that can meet problems returns: its value, or all problems at once. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function fine<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(...problems: readonly Problem[]): {
  ok: false;
  problems: readonly Problem[];
} {
  return { ok: false, problems };
}

export function problem(
  code: string,
  details?: Readonly<Record<string, Detail>>,
  where?: Where,
): Problem {
  return { code, ...(where && { where }), ...(details && { details }) };
}

/** Checks a value against a schema and answers with the typed value or one problem per fault. */
export function parsed<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: Where = {},
): Outcome<z.output<S>> {
  const result = schema.safeParse(value);
  if (result.success) return fine(result.data);
  return refused(...result.error.issues.map((issue) => fromIssue(issue, where)));
}

function fromIssue(issue: z.core.$ZodIssue, where: Where): Problem {
  const path = issue.path.map(String).join('.');
  const at = path === '' ? where : { ...where, path };
  switch (issue.code) {
    case 'invalid_type':
      return problem('wrong-type', { expected: issue.expected }, at);
    case 'too_small':
      return problem('too-small', { least: Number(issue.minimum), of: issue.origin }, at);
    case 'too_big':
      return problem('too-big', { most: Number(issue.maximum), of: issue.origin }, at);
    case 'unrecognized_keys':
      return problem('unknown-field', { fields: issue.keys }, at);
    case 'invalid_value':
      return problem('not-one-of', { allowed: issue.values.map(String) }, at);
    default:
      return problem('not-valid', { rule: issue.code, note: issue.message }, at);
  }
}
