import {
  groupsTogether,
  modelOf,
  monteCarlo,
  noticesOf,
  rankShift,
  sensitivity,
  stillMoving,
  type Uncertainty,
  type Draws,
  type Model,
  type Sensitivity,
} from '@freehold/core/composite';
import { problem } from '@freehold/core/problem';
import { options, type Command } from './command.ts';
import { delivered } from './files.ts';
import { indexOptions, readIndex, readUncertainty, sayNotices } from './index-files.ts';
import { saying, whole } from './index-numbers.ts';
import { report } from './report.ts';

const known = {
  ...indexOptions,
  uncertainty: { type: 'string' },
  draws: { type: 'string' },
  base: { type: 'string' },
  seed: { type: 'string' },
} as const;

/**
 * Says how sure an index is: what its units' values and ranks are over many draws of what could have been otherwise,
 * which units cannot be told apart, and how much each source of uncertainty matters. The same seed gives the same
 * result. How far it has come is said on standard error.
 */
export const indexSensitivity: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { uncertainty, draws, base, seed, ...index } = read.value;
  if (uncertainty === undefined)
    return report([problem('option-needed', { option: '--uncertainty' })], words, 2);
  const numbers = [
    whole(draws, 10_000, 1, 1_000_000, '--draws'),
    whole(base, 1000, 2, 1_000_000, '--base'),
    whole(seed, 1, 0, 0xffffffff, '--seed'),
  ];
  const wrong = numbers.flatMap((each) => (typeof each === 'number' ? [] : [each]));
  if (wrong.length > 0) return report(wrong, words, 2);
  const [many = 0, points = 0, start = 0] = numbers.map(Number);
  const inputs = await readIndex(index);
  if (!inputs.ok) return report(inputs.problems, words, inputs.status);
  const asked = await readUncertainty(uncertainty);
  if (!asked.ok) return report(asked.problems, words, asked.status);
  const { table, structure, method, texts } = inputs.value;
  const model = modelOf(table, structure, method, asked.value);
  if (!model.ok) return report(model.problems, words, 1);
  const drawn = monteCarlo(model.value, many, start, saying('draws'));
  const effects = effectsOf(model.value, points, start);
  const content = {
    method,
    uncertainty: asked.value,
    notices: noticesOf(texts.meta),
    ...shown(drawn, effects, asked.value),
  };
  sayNotices(texts.meta, words);
  return delivered(index.out, `${JSON.stringify(content, null, 2)}\n`, words, {
    draws: drawn.draws,
    unanswered: drawn.unanswered,
    runs: effects?.runs ?? 0,
    groups: groupsTogether(drawn).length,
  });
};

/** The output is how far ranks lie, on average, from those at the middle of every source. */
function effectsOf(model: Model, base: number, seed: number): Sensitivity | null {
  const middle = model.at(new Float64Array(model.dimensions).fill(0.5));
  if (middle === null) return null;
  return sensitivity(model, rankShift(middle), base, seed, saying('sensitivity'));
}

function shown(drawn: Draws, effects: Sensitivity | null, { sources }: Uncertainty) {
  const n = drawn.standings.length;
  return {
    node: drawn.node,
    ...{ seed: drawn.seed, draws: drawn.draws, unanswered: drawn.unanswered },
    units: drawn.standings,
    together: groupsTogether(drawn),
    ...{ running: drawn.running, stillMoving: stillMoving(drawn) },
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
