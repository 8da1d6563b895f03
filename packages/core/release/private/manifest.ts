import * as z from 'zod';
import type { CodedTable } from '../../table/index.ts';
import { ToldByAll } from '../manifest.ts';
import type { PrivateCounts } from './counts.ts';
import { budgetPlan, PrivateSettings } from './settings.ts';

const whole = z.int().min(0);
const rho = z.number().min(0);

/** What stands beside a release with differential privacy: what was done, what it promises, and what it does not. */
export const PrivateManifest = z.strictObject({
  ...ToldByAll.shape,
  method: z.literal('private'),
  ...PrivateSettings.shape,
  /** All of ρ that was spent, and how. `delta` of the settings has `discovery` in it. */
  budget: z.strictObject({
    rho,
    discovery: z.number().min(0),
    total: rho,
    sizes: rho,
    counts: z.array(rho),
  }),
  /** By length: subjects of up to `values` values count in full; the standard deviation of the noise, in subjects. */
  drawn: z.array(
    z.strictObject({
      ...{ length: z.int().min(1).max(4), rho, values: whole, deviation: z.number() },
      candidates: whole.optional(),
    }),
  ),
  /** The noisy number of subjects, and its bounds. */
  rows: whole,
  rowsLow: whole,
  rowsHigh: whole,
  ledger: z.boolean(),
  /** The line of the ledger that was charged before it was drawn. */
  line: z.int().min(1).optional(),
});
export type PrivateManifest = z.infer<typeof PrivateManifest>;

export type PrivateFacts = Pick<
  PrivateManifest,
  'madeAt' | 'madeBy' | 'ledger' | 'line' | 'chance'
> & {
  readonly settings: PrivateSettings;
  readonly table: Pick<CodedTable, 'bySubject' | 'columns'>;
  readonly counts: PrivateCounts;
};

/** Writes the manifest of a release with differential privacy, in plain words. All that it tells of the records was drawn with noise, but a number of subjects that is public. [RL-48] */
export function privateManifestOf(facts: PrivateFacts): PrivateManifest {
  const { settings, table, counts, madeAt, madeBy, ledger, line, chance } = facts;
  const { length } = settings;
  const { records, columns, drawn } = counts;
  const discovers = table.columns.some(({ declared }) => !declared);
  const plan = budgetPlan(settings, discovers);
  const { rho: all, total, sizes, counts: shares } = plan;
  const who = table.bySubject ? 'subject' : 'row';
  const publicTotal = settings.publicTotal === true;
  return {
    format: 'freehold-release/1',
    ...{ madeAt, madeBy, method: 'private', ...settings, publicTotal },
    budget: { rho: all, discovery: plan.delta, total, sizes, counts: [...shares] },
    drawn: drawn.map((each) => ({ ...each })),
    ...{ rows: records.count, rowsLow: records.low, rowsHigh: records.high },
    records: records.count,
    columns: columns.map(({ name, kind, declared }) => ({ name, kind, declared })),
    ...{ unit: who, ledger, chance },
    ...(line !== undefined && { line }),
    ...promised(settings, who),
    counts: `Counts of up to ${length} values have noise; each stands between a low and a high end that hold the true count in about 95 of 100 cases, all taken together; of a group far larger than its parts lead one to expect, less often. Small counts that noise could have made are left out. Columns and values that are named here were declared${discovers ? ', or passed a threshold with noise' : ''}.${byCandidates(counts)}`,
    notCovered: notCovered(table.bySubject, publicTotal),
    warnings: warningsOf(facts, discovers),
  };
}

/** How longer combinations were come by, and what records are made of, where not every combination was counted. */
function byCandidates({ drawn, levels }: PrivateCounts): string {
  const lengths = drawn.flatMap(({ length, candidates }) =>
    candidates === undefined ? [] : [`of ${length} values ${candidates}`],
  );
  return lengths.length === 0
    ? ''
    : ` Of longer combinations only those were counted whose parts are all told (${lengths.join(', ')}); made records follow the counts of up to ${levels.length} values.`;
}

function promised(
  { epsilon, delta, publicTotal = false }: PrivateSettings,
  who: 'subject' | 'row',
): Pick<PrivateManifest, 'guarantee' | 'neighbours'> {
  const [hidden, change, neighbours] = publicTotal
    ? [
        `what was recorded of any one ${who}, or whether anything was`,
        `blanking all that was recorded of one ${who}`,
        `Two tables are neighbours when they have as many ${who}s, and one of these has all its values in one table and none in the other. The number of ${who}s is public: it is told exactly.`,
      ]
    : [
        `whether any one ${who} was in the records`,
        'taking it out, or adding one,',
        `Two tables are neighbours when one has one ${who} more, whatever values that ${who} has.`,
      ];
  return {
    guarantee: `Differential privacy with ε = ${epsilon} and δ = ${delta}. Whoever sees all of this release can hardly tell ${hidden}: ${change} makes no outcome more than ${factor(epsilon)} times as likely, but for a chance of ${delta}.`,
    neighbours,
  };
}

function factor(epsilon: number): string {
  const times = Math.exp(epsilon);
  return times < 1e6 ? String(Number(times.toPrecision(2))) : times.toExponential(0);
}

function notCovered(bySubject: boolean, publicTotal: boolean): string[] {
  return [
    ...(publicTotal
      ? [
          `How many ${bySubject ? 'subjects' : 'rows'} there are, and so whether somebody is one of them: that is taken for known.`,
        ]
      : []),
    'What is true of groups stays visible: somebody known to be in the records shares what their group has in common.',
    'How long the computation took, and what else the computer kept of it (memory, temporary files).',
    'Other releases of the same people. A ledger adds up what all of them tell; without one nobody does.',
    ...(bySubject
      ? []
      : ['A person with several rows is protected less; name a subject column to protect people.']),
  ];
}

function warningsOf(
  { table, chance, ledger, settings, counts: { leftOut } }: PrivateFacts,
  discovers: boolean,
) {
  const found = table.columns.filter(({ declared }) => !declared).map(({ name }) => name);
  return [
    ...(settings.epsilon > 4
      ? [`ε = ${settings.epsilon} is a weak promise. Values up to 1 are strong, up to 4 usual.`]
      : []),
    ...(ledger ? [] : ['No ledger was charged: nobody adds up what this and other releases tell.']),
    ...(chance === 'system entropy'
      ? []
      : ['Made with a fixed seed, for testing: whoever knows the seed can take the noise off.']),
    ...(leftOut > 0
      ? [`${leftOut} values were left out, rarest first: pairs of all did not fit in memory.`]
      : []),
    ...(discovers
      ? [
          `The values of ${found.join(', ')} were not declared. Rare ones are left out; half of δ paid for that.`,
        ]
      : []),
  ];
}
