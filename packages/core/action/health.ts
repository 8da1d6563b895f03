import { median } from '../numeric/index.ts';
import { isOpen, isOverdue, type ActionFacts, type ActionKind, type Rag } from './action.ts';
import { daysFrom } from './days.ts';
import { standingRag } from './rag.ts';

/**
 * How a plan stands, as counts. `n` is every action; `overdue` to `rag` are of the `open` ones; `mix` of all that
 * were not stopped (`mixed`). Days open are counted from when an action was written down until today, or until it
 * ended. `gaps` are the kept gaps: how many have an action that was not stopped, and how many such actions in all.
 */
export type ActionHealth = {
  readonly n: number;
  readonly open: number;
  readonly done: number;
  readonly stopped: number;
  readonly overdue: number;
  readonly blocked: number;
  readonly withoutOwner: number;
  readonly withoutResource: number;
  readonly withoutDueDay: number;
  readonly rag: Readonly<Record<Rag, number>>;
  readonly mix: Readonly<Record<ActionKind, number>>;
  readonly mixed: number;
  /** Null where there are too few actions to say. */
  readonly inputHeavy: boolean | null;
  readonly daysOpen: { readonly median: number; readonly most: number } | null;
  readonly gaps: { readonly n: number; readonly withAction: number; readonly actions: number };
};

/** A mix of fewer actions than this says nothing. */
export const leastMixed = 4;
/** From this share of inputs and processes a plan is called input-heavy. */
export const heavyShare = 2 / 3;

/**
 * Counts how a plan stands. `kept` are the ids of the place's kept gaps; an action linked to several counts for each.
 * O(actions × their gaps). [AC-10 to AC-13]
 */
export function actionHealth(
  actions: readonly ActionFacts[],
  kept: readonly string[],
  today: string,
): ActionHealth {
  const open = actions.filter(isOpen);
  const many = (holds: (action: ActionFacts) => boolean) => open.filter(holds).length;
  const colours = (rag: Rag) => many((action) => standingRag(action, today) === rag);
  const going = actions.filter(({ status }) => status !== 'stopped');
  const mix = mixOf(going);
  const links = kept.map((gap) => going.filter(({ gaps }) => gaps.includes(gap)).length);
  const early = (mix.input + mix.process) / going.length;
  return {
    n: actions.length,
    open: open.length,
    done: actions.filter(({ status }) => status === 'done').length,
    stopped: actions.length - going.length,
    overdue: many((action) => isOverdue(action, today)),
    blocked: many(({ blocked }) => blocked !== ''),
    withoutOwner: many(({ ownerOrganisation }) => ownerOrganisation === ''),
    withoutResource: many(({ resources }) => resources === ''),
    withoutDueDay: many(({ dueOn }) => dueOn === null),
    rag: { red: colours('red'), amber: colours('amber'), green: colours('green') },
    mix,
    mixed: going.length,
    inputHeavy: going.length < leastMixed ? null : early >= heavyShare,
    daysOpen: daysOpen(open, today),
    gaps: {
      n: kept.length,
      withAction: links.filter((n) => n > 0).length,
      actions: links.reduce((sum, n) => sum + n, 0),
    },
  };
}

function mixOf(actions: readonly ActionFacts[]): Readonly<Record<ActionKind, number>> {
  const of = (kind: ActionKind) => actions.filter((action) => action.kind === kind).length;
  return {
    input: of('input'),
    process: of('process'),
    output: of('output'),
    outcome: of('outcome'),
  };
}

function daysOpen(open: readonly ActionFacts[], today: string): ActionHealth['daysOpen'] {
  const days = open.map(({ madeOn }) => Math.max(0, daysFrom(madeOn, today)));
  const middle = median(days);
  return middle === null ? null : { median: middle, most: Math.max(...days) };
}
