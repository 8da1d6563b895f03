import {
  groupsTogether,
  modelOf,
  monteCarlo,
  rankShift,
  sensitivity,
  Uncertainty,
  type Draws,
  type Model,
  type Sensitivity,
} from '@freehold/core/composite';
import { parsed, problem, type Problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { delivered, readJson } from './files.ts';
import { readIndex } from './index-files.ts';
import { methodFrom, methodOptions } from './index-method.ts';
import { report } from './report.ts';

const known = {
  ...methodOptions,
  data: { type: 'string' },
  meta: { type: 'string' },
  uncertainty: { type: 'string' },
  draws: { type: 'string' },
  base: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/**
 * Says how sure an index is: what its units' values and ranks are over many draws of what could have been otherwise,
 * which units cannot be told apart, and how much each source of uncertainty matters. The same seed gives the same
 * result. How far it has come is said on standard error.
 */
export const indexSensitivity: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { data, meta, uncertainty, draws, base, seed, out, json: _json, ...short } = read.value;
  const numbers = {
    draws: whole(draws, 10_000, 1, 1_000_000, '--draws'),
    base: whole(base, 1000, 2, 1_000_000, '--base'),
    seed: whole(seed, 1, 0, 0xffffffff, '--seed'),
  };
  const needed = { '--data': data, '--meta': meta, '--uncertainty': uncertainty };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  const problems: Problem[] = [
    ...missing.map(([option]) => problem('option-needed', { option })),
    ...Object.values(numbers).flatMap((each) => (typeof each === 'number' ? [] : [each])),
  ];
  if (data === undefined || meta === undefined || uncertainty === undefined || problems.length > 0)
    return report(problems, words, 2);
  const method = await methodFrom(short);
  if (!method.ok) return report(method.problems, words, method.status);
  const asked = await readJson(uncertainty, (input) => parsed(Uncertainty, input));
  if (!asked.ok) return report(asked.problems, words, asked.status);
  const inputs = await readIndex(data, meta);
  if (!inputs.ok) return report(inputs.problems, words, inputs.status);
  const { table, structure } = inputs.value;
  const model = modelOf(table, structure, method.value, asked.value);
  if (!model.ok) return report(model.problems, words, 1);
  const [many, points, start] = [numbers.draws, numbers.base, numbers.seed].map(Number);
  const drawn = monteCarlo(model.value, many ?? 0, start ?? 0, saying('draws'));
  const effects = effectsOf(model.value, points ?? 0, start ?? 0);
  const content = {
    method: method.value,
    uncertainty: asked.value,
    ...shown(drawn, effects, asked.value),
  };
  return delivered(out, `${JSON.stringify(content, null, 2)}\n`, words, {
    draws: drawn.draws,
    unanswered: drawn.unanswered,
    runs: effects?.runs ?? 0,
    groups: groupsTogether(drawn).length,
  });
};

function whole(
  written: string | undefined,
  usual: number,
  least: number,
  most: number,
  option: string,
): number | Problem {
  if (written === undefined) return usual;
  const value = Number(written);
  return Number.isInteger(value) && value >= least && value <= most
    ? value
    : problem('wrong-use', { note: `${option} is a whole number from ${least} to ${most}` });
}

/** The output is how far ranks lie, on average, from those at the middle of every source. */
function effectsOf(model: Model, base: number, seed: number): Sensitivity | null {
  const middle = model.at(new Float64Array(model.dimensions).fill(0.5));
  if (middle === null) return null;
  return sensitivity(model, rankShift(middle), base, seed, saying('sensitivity'));
}

/** Says a share on standard error where a person is looking. */
function saying(what: string): (done: number) => boolean {
  return (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${Math.round(done * 100)} %   `);
    return true;
  };
}

function shown(drawn: Draws, effects: Sensitivity | null, { sources }: Uncertainty) {
  const n = drawn.standings.length;
  return {
    node: drawn.node,
    ...{ seed: drawn.seed, draws: drawn.draws, unanswered: drawn.unanswered },
    units: drawn.standings,
    together: groupsTogether(drawn),
    ahead: drawn.standings.map((_, at) => Array.from(drawn.ahead.subarray(at * n, at * n + n))),
    sensitivity:
      effects === null
        ? null
        : {
            ...effects,
            effects: effects.effects.map((effect, at) => ({
              source: sources[at]?.kind ?? '',
              ...effect,
            })),
          },
  };
}
