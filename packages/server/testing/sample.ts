import { z } from 'zod';

// Values that fit the schemas of the OpenAPI document, so that a request gets as far as the route's own questions.

type Schema = { readonly [key: string]: unknown };

const Properties = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Says what to put where a schema leaves it open. */
export type Choice = {
  /** `name` is the field's, '' where it has none. */
  readonly id: (name: string) => string;
  readonly text: () => string;
  readonly pick: <T>(items: readonly T[]) => T;
};

/** A value of a JSON schema as zod writes it; references are looked up among the document's components. */
export function sample(
  schema: Schema,
  components: Record<string, Schema>,
  choice: Choice,
  name = '',
): unknown {
  const again = (inner: unknown, of = name) => sample(inner as Schema, components, choice, of);
  const { $ref, anyOf, oneOf, allOf, type } = schema;
  if (typeof $ref === 'string') return again(components[$ref.split('/').at(-1) ?? ''] ?? {});
  for (const many of [anyOf, oneOf]) if (Array.isArray(many)) return again(choice.pick(many));
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map((each) => again(each)));
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return choice.pick(schema.enum as unknown[]);
  const kind: unknown = Array.isArray(type) ? choice.pick(type as unknown[]) : type;
  if (kind === 'object') return objectOf(schema, again);
  if (kind === 'array') return Number(schema.minItems ?? 0) > 0 ? [again(schema.items)] : [];
  if (kind === 'string') return textOf(schema, choice, name);
  if (kind === 'boolean') return choice.pick([true, false]);
  if (kind === 'integer' || kind === 'number')
    return Math.min(Number(schema.minimum ?? 1), Number(schema.maximum ?? Infinity));
  return null;
}

function objectOf(schema: Schema, again: (inner: unknown, of: string) => unknown): unknown {
  const properties = Properties.parse(schema.properties ?? {});
  const required = z.array(z.string()).parse(schema.required ?? []);
  return Object.fromEntries(required.map((each) => [each, again(properties[each], each)]));
}

function textOf(
  { format, pattern, minLength, maxLength }: Schema,
  choice: Choice,
  name: string,
): string {
  if (format === 'uuid') return choice.id(name);
  if (format === 'email') return `${choice.text().replace(/[^a-z]/g, '') || 'a'}@example.org`;
  if (format === 'date') return '2026-02-01';
  if (format === 'date-time') return '2026-03-02T09:30:00.000Z';
  if (format === 'uri') return 'https://example.org/';
  if (typeof pattern === 'string' && !new RegExp(pattern).test(choice.text())) return 'a';
  return choice
    .text()
    .padEnd(Number(minLength ?? 0), 'x')
    .slice(0, Number(maxLength ?? 200));
}

const Operation = z.object({
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.string(), schema: z.record(z.string(), z.unknown()) }),
    )
    .default([]),
  requestBody: z
    .object({
      content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })),
    })
    .optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.unknown()).optional() }),
  ),
});

export const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

export type Route = z.infer<typeof Operation> & { readonly method: string; readonly path: string };

export function routesOf({ paths }: z.infer<typeof Document>): readonly Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...operation,
      ...{ path, method: method.toUpperCase() },
    })),
  );
}
