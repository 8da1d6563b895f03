import type { Stage } from '../framework/index.ts';
import type { Balance } from './balance.ts';
import type { RoundState } from './round.ts';

/** A round as the warnings look at it. */
export type RoundEffort = {
  readonly number: number;
  readonly state: RoundState;
  readonly balance: Balance;
};

/** Where effort sits, round after round; `rounds` are those that it rests on, oldest first, with their n. */
export type CycleWarning = {
  readonly code: 'always-in-one-stage' | 'never-normalising';
  readonly stage: Stage;
  readonly rounds: readonly {
    readonly number: number;
    readonly share: number;
    readonly n: number;
  }[];
};

/**
 * Warns when the last two rounds or more each put over half of their effort into the same stage ("always
 * diagnosing"), and when the last two closed rounds or more put none into Normalise ("never normalising"). A round
 * with under five pieces of work says nothing and ends the run. [CY-15]
 */
export function warningsOf(rounds: readonly RoundEffort[]): readonly CycleWarning[] {
  const newest = rounds.toSorted((a, b) => b.number - a.number);
  const told = newest.filter(({ state, balance }) => state === 'closed' || balance.n >= least);
  const stage = mostIn(told[0]);
  const closed = newest.filter(({ state }) => state === 'closed');
  return [
    ...(stage === null
      ? []
      : warned(
          'always-in-one-stage',
          stage,
          run(told, (round) => mostIn(round) === stage),
        )),
    ...warned(
      'never-normalising',
      'normalise',
      run(closed, (round) => shareOf(round, 'normalise') === 0),
    ),
  ];
}

const least = 5;
const most = 0.5;
const atLeastRounds = 2;

function warned(
  code: CycleWarning['code'],
  stage: Stage,
  rounds: readonly RoundEffort[],
): readonly CycleWarning[] {
  if (rounds.length < atLeastRounds) return [];
  const shown = rounds.toReversed().map((round) => ({
    number: round.number,
    share: shareOf(round, stage) ?? 0,
    n: round.balance.n,
  }));
  return [{ code, stage, rounds: shown }];
}

/** The newest rounds in a row that fit and have enough work to say anything. */
function run(
  newestFirst: readonly RoundEffort[],
  fits: (round: RoundEffort) => boolean,
): readonly RoundEffort[] {
  const end = newestFirst.findIndex((round) => round.balance.n < least || !fits(round));
  return end < 0 ? newestFirst : newestFirst.slice(0, end);
}

function mostIn(round: RoundEffort | undefined): Stage | null {
  return round?.balance.stages.find(({ share }) => (share ?? 0) > most)?.stage ?? null;
}

function shareOf({ balance }: RoundEffort, stage: Stage): number | null {
  return balance.stages.find((each) => each.stage === stage)?.share ?? null;
}
