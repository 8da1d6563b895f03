import { z } from 'zod';
import { fine, parsed, problem, refused, type Outcome } from '../problem.ts';
import { Claim, ConfidenceRule } from './claim.ts';
import { usualRule } from './graded.ts';
import { Reference } from './reference.ts';
import { Study } from './study.ts';

/** What became of a record that was brought in. Every record of every file has one. [EV-1] */
export const Fate = z.enum(['new', 'duplicate', 'rejected']);
export type Fate = z.infer<typeof Fate>;

/** One record of one file, and what became of it. */
export const Arrival = z.strictObject({
  file: z.string().max(500),
  number: z.int().min(1),
  row: z.int().min(1),
  fate: Fate,
  /** The source it became, or the one it is a duplicate of; null for a rejected one. */
  source: z.string().max(80).nullable(),
  because: z.string().max(200),
});
export type Arrival = z.infer<typeof Arrival>;

/** A publication in the register. */
export const Source = z.strictObject({
  id: z.string().trim().min(1).max(80),
  reference: Reference,
});
export type Source = z.infer<typeof Source>;

/** A merge that a person may accept or refuse. */
export const Suggestion = z.strictObject({
  id: z.string().max(80),
  of: z.string().max(80),
  because: z.string().max(80),
  likeness: z.number().min(0).max(1),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Everything a register holds, as it is kept in a file. */
export const Register = z.strictObject({
  format: z.literal('freehold-evidence-register'),
  version: z.literal(1),
  sources: z.array(Source).max(200_000).default([]),
  arrivals: z.array(Arrival).max(400_000).default([]),
  suggestions: z.array(Suggestion).max(200_000).default([]),
  studies: z.array(Study).max(100_000).default([]),
  claims: z.array(Claim).max(20_000).default([]),
  rule: ConfidenceRule.default(usualRule),
});
export type Register = z.infer<typeof Register>;

export const emptyRegister: Register = Register.parse({
  format: 'freehold-evidence-register',
  version: 1,
});

/** Reads a register: its shape, ids used once, and claims that link to studies that are there. All problems at once. */
export function checkedRegister(input: unknown): Outcome<Register> {
  const read = parsed(Register, input);
  if (!read.ok) return read;
  const { sources, studies, claims } = read.value;
  const known = new Set(studies.map(({ id }) => id));
  const problems = [
    ...repeatedIds('sources', sources),
    ...repeatedIds('studies', studies),
    ...repeatedIds('claims', claims),
    ...claims.flatMap(({ links }, at) =>
      links.flatMap(({ study }, link) =>
        known.has(study)
          ? []
          : [problem('study-unknown', { study }, { path: `claims.${at}.links.${link}.study` })],
      ),
    ),
  ];
  return problems.length > 0 ? refused(...problems) : fine(read.value);
}

function repeatedIds(list: string, items: readonly { readonly id: string }[]) {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, at) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, at);
    return before === undefined
      ? []
      : [
          problem(
            'repeated-code',
            { name: id, first: `${list}.${before}` },
            { path: `${list}.${at}.id` },
          ),
        ];
  });
}
