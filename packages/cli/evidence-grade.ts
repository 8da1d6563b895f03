import {
  Claim,
  ConfidenceRule,
  graded,
  Study,
  usualRule,
  type Graded,
  type Register,
} from '@freehold/core/evidence';
import { fine, parsed, problem, refused, type Outcome } from '@freehold/core/problem';
import { z } from 'zod';
import { options, type Command } from './command.ts';
import { delivered, readJson } from './files.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Grades claims by the rule: how many independent studies bear on each, how many are strong, how far they agree, and
 * what follows. Reads a register, or an object with `claims` and `studies` (and `rule`).
 */
export const evidenceGrade: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { in: path, out } = read.value;
  if (path === undefined) return report([problem('option-needed', { option: '--in' })], words, 2);
  const asked = await readJson(path, claimsFrom);
  if (!asked.ok) return report(asked.problems, words, asked.status);
  const { claims, studies, rule } = asked.value;
  const byId = new Map(studies.map((study) => [study.id, study]));
  const results = claims.map((claim) => shown(claim, graded(claim, byId, rule)));
  const unknown = results.flatMap(({ id, unknown: missing }) =>
    missing.map((study) =>
      problem('study-unknown', { study }, { file: path, path: `claims.${id}` }),
    ),
  );
  if (unknown.length > 0) return report(unknown, words, 1);
  const content = `${JSON.stringify({ rule, claims: results }, null, 2)}\n`;
  return delivered(out, content, words, { claims: results.length, studies: studies.length });
};

type Claims = Pick<Register, 'claims' | 'studies' | 'rule'>;

const ClaimsFile = z.object({
  claims: z.array(Claim).max(20_000),
  studies: z.array(Study).max(100_000).default([]),
  rule: ConfidenceRule.default(usualRule),
});

function claimsFrom(input: unknown): Outcome<Claims> {
  const read = parsed(ClaimsFile, input);
  if (!read.ok) return read;
  const ids = read.value.studies.map(({ id }) => id);
  const again = ids.filter((id, at) => ids.indexOf(id) !== at);
  return again.length > 0
    ? refused(...again.map((name) => problem('repeated-code', { name, first: 'studies' })))
    : fine(read.value);
}

function shown(claim: Claim, found: Graded) {
  const { confidence, ruled, overridden, because, n, strong, share, contexts } = found;
  return {
    ...{ id: claim.id, statement: claim.statement, confidence, ruled, overridden, because },
    ...(claim.override === null ? {} : { override: claim.override }),
    verdict: claim.verdict ?? found.proposedVerdict,
    verdictProposed: claim.verdict === null,
    ...{ studies: n, strong, share, contexts, stances: found.stances },
    ...{ disagreement: found.disagreement, unknown: found.unknown },
  };
}
