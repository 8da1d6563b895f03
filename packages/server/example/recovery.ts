import { z } from 'zod';
import { ScorecardSection, StatementArea } from '@freehold/core/diligence';
import {
  BarrierStatus,
  claimColumns,
  claimsFrom,
  CoreOutcome,
  Met,
  RatedBy,
  RecoveryPoint,
  type OutcomeCount,
} from '@freehold/core/recovery';
import type { Work } from '../database/within.ts';
import { addBarrier } from '../recovery/barrier-store.ts';
import { addClaims, addOutcomes } from '../recovery/count-store.ts';
import { addScores } from './scorecard.ts';
import { addStatements } from './statement.ts';
import content from './recovery.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Words = z.string().min(1);
const Day = z.int().min(-1000).max(400);
/** Years before the newest full one. */
const Back = z.int().min(0).max(5);

const Statements = z.array(
  z.strictObject({
    ...{ organisation: Words, years: Back, state: z.enum(['draft', 'approved']) },
    approval: z.strictObject({
      ...{ board: z.string(), approvedDay: Day.nullable(), signedByRole: z.string() },
      ...{ signedDay: Day.nullable(), address: z.string(), publishedDay: Day.nullable() },
      ...{ homeLink: z.boolean().nullable(), previousAddress: z.string() },
    }),
    ...{ yes: z.array(Words), no: z.array(Words) },
    texts: z.partialRecord(StatementArea, Words),
    steps: z.array(
      z.strictObject({
        ...{ area: StatementArea, what: Words, ownerRole: Words, dueDay: Day, done: z.boolean() },
      }),
    ),
  }),
);
export type ExampleStatement = z.infer<typeof Statements>[number];

const Scores = z.array(
  z.strictObject({
    years: Back,
    levels: z.record(ScorecardSection, z.int()),
    evidence: z.partialRecord(ScorecardSection, Words),
  }),
);
const Counts = z.array(
  z.strictObject({
    ...{ measure: Words, years: Back, quarter: z.int(), n: z.int(), outOf: z.int().nullable() },
    source: Words,
  }),
);
export type ExampleScores = {
  readonly scorecard: z.infer<typeof Scores>;
  readonly counts: z.infer<typeof Counts>;
};

const Outcomes = z.array(
  z.strictObject({
    ...{ outcome: CoreOutcome, rater: RatedBy },
    /** Point by point: how many are met, partly met, not met, unknown. */
    points: z.array(z.string().regex(/^\d+( \d+){3}$/)),
  }),
);

const Content = z.strictObject({
  ...{ statements: Statements, scorecard: Scores, counts: Counts },
  claims: z.strictObject({ last: z.array(Words), before: z.array(Words) }),
  outcomes: z.strictObject({ last: Outcomes, before: Outcomes }),
  sources: z.strictObject({ claims: Words, outcomes: Words }),
  barriers: z.array(
    z.strictObject({
      ...{ title: Words, detail: Words, route: z.string(), affects: Words },
      ...{ ownerOrganisation: z.string(), ownerRole: z.string(), asks: z.string() },
      ...{ status: BarrierStatus, reason: z.string(), seenDay: Day },
    }),
  ),
});

/**
 * Writes the made-up council's statements and scorecards, what is counted beside them, and remedy and recovery: claims
 * and outcomes of two years, some of them too few to show, and a board of barriers.
 */
export async function addRecovery(tx: Work, setting: Setting): Promise<void> {
  const { calendar, partnership } = setting;
  const found = Content.parse(content);
  const year = Number(calendar.on(0).slice(0, 4)) - 1;
  const name = setting.content.story.coordinator;
  await addStatements(tx, setting, { statements: found.statements, year });
  await addScores(tx, setting, { ...found, year });
  const by = { partnership, name, now: calendar.at(-20) };
  const claims = claimsOf([
    ...found.claims.last.map((line) => `${year},${line}`),
    ...found.claims.before.map((line) => `${year - 1},${line}`),
  ]);
  await addClaims(tx, { ...by, source: found.sources.claims }, claims);
  const outcomes = [
    ...outcomesOf(found.outcomes.last, year),
    ...outcomesOf(found.outcomes.before, year - 1),
  ];
  await addOutcomes(tx, { ...by, source: found.sources.outcomes }, outcomes);
  for (const { seenDay, ...barrier } of found.barriers)
    await addBarrier(tx, partnership, { ...barrier, seenOn: calendar.on(seenDay) }, by.now);
}

function claimsOf(lines: readonly string[]) {
  const read = claimsFrom([claimColumns.join(','), ...lines].join('\n'));
  if (!read.ok) throw new RangeError(`the example’s claims: ${JSON.stringify(read.problems)}`);
  return read.value;
}

function outcomesOf(rows: z.infer<typeof Outcomes>, year: number): readonly OutcomeCount[] {
  return rows.flatMap(({ outcome, rater, points }) =>
    points.flatMap((counts, at) => {
      const point = RecoveryPoint.options[at];
      const numbers = counts.split(' ').map(Number);
      return point === undefined
        ? []
        : Met.options.map((answer, which) => ({
            ...{ year, outcome, rater, point, answer },
            n: numbers[which] ?? 0,
          }));
    }),
  );
}
