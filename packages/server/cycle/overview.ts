import type { z } from 'zod';
import {
  balanceOf,
  dueNext,
  Stage,
  warningsOf,
  type Dated,
  type Effort,
} from '@freehold/core/cycle';
import type { ReviewState } from '@freehold/core/review';
import { actionsOf, type KeptAction } from '../action/store.ts';
import { keptTargetsOf } from '../action/target-store.ts';
import type { Work } from '../database/within.ts';
import type { CycleNow, Rounds, RoundSummary } from './shapes.ts';
import { itemsOf, roundsOf, type KeptRound } from './store.ts';

/** The rounds of a place with where their effort went, in three statements; null where there is no such place. */
export async function overview(tx: Work, place: string): Promise<z.infer<typeof Rounds> | null> {
  const found = await tx
    .selectFrom('place')
    .where('id', '=', place)
    .select(['id', 'name'])
    .executeTakeFirst();
  if (found === undefined) return null;
  const rounds = await roundsOf(tx, place);
  const actions = await actionsOf(tx, place);
  const summaries = rounds.map((round) => summaryOf(round, actions));
  return { place: found, rounds: summaries, warnings: warningsIn(summaries) };
}

/** What a place's home shows of the cycle, in four statements at most. */
export async function cycleNow(
  tx: Work,
  place: string,
  running: Running | null,
  today: string,
): Promise<z.infer<typeof CycleNow>> {
  const rounds = await roundsOf(tx, place);
  const actions = await actionsOf(tx, place);
  const summaries = rounds.map((round) => summaryOf(round, actions));
  const open = summaries.find(({ state }) => state === 'open') ?? null;
  const things = [
    ...actions.filter(isOpen).map((action) => dated('action', action)),
    ...(await keptTargetsOf(tx, place))
      .filter(({ endsOn }) => endsOn >= today)
      .map((target) => dated('target', { ...target, dueOn: target.endsOn })),
    ...(running === null || running.state === 'agreeing'
      ? []
      : [dated('review', { ...running, dueOn: running.closesOn })]),
    ...(open === null ? [] : await itemsDue(tx, open)),
  ];
  return {
    rounds: rounds.length,
    open,
    last: summaries.findLast(({ state }) => state === 'closed') ?? null,
    warnings: warningsIn(summaries),
    due: dueNext(today, things).slice(0, mostDue),
  };
}

/** The review under way; its closing date is due until its rating is closed. */
type Running = {
  readonly id: string;
  readonly title: string;
  readonly state: ReviewState;
  readonly closesOn: string | null;
};

const mostDue = 40;

export function isOpen({ status }: Pick<KeptAction, 'status'>): boolean {
  return status === 'planned' || status === 'under-way';
}

async function itemsDue(
  tx: Work,
  { id, stages }: z.infer<typeof RoundSummary>,
): Promise<readonly Dated[]> {
  const begun = stages.filter(({ state }) => state === 'under-way').map(({ stage }) => stage);
  const items = await itemsOf(tx, id);
  return items
    .filter(({ done, stage }) => !done && begun.includes(stage))
    .map((item) => dated('item', { ...item, dueOn: null }));
}

function dated(
  kind: Dated['kind'],
  { id, title, dueOn, stage = null }: Omit<Dated, 'kind' | 'stage'> & { stage?: Stage | null },
): Dated {
  return { kind, id, title, dueOn, stage };
}

/** A round in brief. Its effort is its actions, what these draw on, its ticked items and newly listed assets. */
export function summaryOf(
  round: KeptRound,
  actions: readonly KeptAction[],
): z.infer<typeof RoundSummary> {
  const { id, number, title, startedOn, endedOn, state, goals, learning, nextGoals } = round;
  const balance = balanceOf(effortsOf(round, actions));
  return {
    ...{ id, number, title, startedOn, endedOn, state, goals, learning, nextGoals },
    stages: stagesOf(round),
    balance: { ...balance, stages: [...balance.stages] },
  };
}

function stagesOf({ stages, checklist }: KeptRound) {
  return Stage.options.map((stage) => {
    const { items = 0, done = 0 } = checklist.find((each) => each.stage === stage) ?? {};
    const state = stages.find((each) => each.stage === stage)?.state ?? 'not-started';
    return { stage, state, items, done };
  });
}

function effortsOf(round: KeptRound, actions: readonly KeptAction[]): readonly Effort[] {
  const own = actions.filter((action) => action.round === round.id);
  return [
    ...own.map(({ stage }): Effort => ({ of: 'action', stage })),
    ...own.flatMap(({ stage, assets }) => assets.map((): Effort => ({ of: 'asset', stage }))),
    ...times(round.assetsListed, { of: 'asset', stage: 'diagnose' }),
    ...round.checklist.flatMap(({ stage, done }) => times(done, { of: 'item', stage })),
  ];
}

function times(many: number, effort: Effort): readonly Effort[] {
  return Array.from({ length: many }, () => effort);
}

function warningsIn(summaries: readonly z.infer<typeof RoundSummary>[]) {
  return warningsOf(summaries).map((warning) => ({ ...warning, rounds: [...warning.rounds] }));
}
