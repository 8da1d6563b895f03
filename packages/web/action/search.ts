import { Rag } from '@freehold/core/action';
import type { Action } from './calls.ts';

export const views = ['table', 'board', 'timeline'] as const;
export type View = (typeof views)[number];
export const sorts = ['due', 'title', 'owner', 'colour', 'status'] as const;
export type Sort = (typeof sorts)[number];

/**
 * What a page of the plan looks at, as the address says it; what is missing is not narrowed. `place` is the home place
 * where it is missing, `round` a round's number, `gap` what a new action is to answer.
 */
export type ActionsSearch = {
  readonly place?: string;
  readonly view?: View;
  readonly sort?: Sort;
  readonly owner?: string;
  readonly stage?: string;
  readonly rag?: string;
  readonly topic?: string;
  readonly round?: string;
  readonly overdue?: 'yes';
  readonly gap?: string;
};

/** Keeps what it knows and drops the rest, empty values too. */
export function actionsSearch(search: Readonly<Record<string, unknown>>): ActionsSearch {
  const view = views.find((each) => each === search.view);
  const sort = sorts.find((each) => each === search.sort);
  const texts = (['place', 'owner', 'stage', 'rag', 'topic', 'round', 'gap'] as const).flatMap(
    (key) => {
      const value = typeof search[key] === 'number' ? String(search[key]) : search[key];
      return typeof value === 'string' && value !== '' ? [[key, value] as const] : [];
    },
  );
  return {
    ...Object.fromEntries(texts),
    ...(view !== undefined && view !== 'table' && { view }),
    ...(sort !== undefined && sort !== 'due' && { sort }),
    ...(search.overdue === 'yes' && { overdue: 'yes' as const }),
  };
}

/** "nobody" in `owner` finds actions without one; "none" in `rag` those that have ended. */
export function narrowed(
  actions: readonly Action[],
  { owner, stage, rag, topic, round, overdue }: ActionsSearch,
): readonly Action[] {
  return actions.filter(
    (action) =>
      (owner === undefined || (action.owner.organisation || nobody) === owner) &&
      (stage === undefined || action.stage === stage) &&
      (rag === undefined || (action.rag.stands ?? 'none') === rag) &&
      (topic === undefined || action.topics.includes(topic)) &&
      (round === undefined || String(action.roundNumber ?? '') === round) &&
      (overdue === undefined || action.overdue),
  );
}

export const nobody = 'nobody';

/** Actions in the order asked for; ties by title, what has no due day last. */
export function inOrder(actions: readonly Action[], sort: Sort = 'due'): readonly Action[] {
  const by = keys[sort];
  return actions.toSorted(
    (a, b) => by(a).localeCompare(by(b)) || a.title.localeCompare(b.title, 'en-GB'),
  );
}

const keys: Readonly<Record<Sort, (action: Action) => string>> = {
  due: ({ dueOn, rag }) => `${rag.stands === null ? 1 : 0}${dueOn ?? '9999'}`,
  title: ({ title }) => title.toLowerCase(),
  owner: ({ owner }) => owner.organisation.toLowerCase() || '\uFFFF',
  colour: ({ rag }) => String(rag.stands === null ? 9 : Rag.options.indexOf(rag.stands)),
  status: ({ status }) => String(['under-way', 'planned', 'done', 'stopped'].indexOf(status)),
};

/** Is anything narrowed at all? */
export function isNarrowed(search: ActionsSearch): boolean {
  const { owner, stage, rag, topic, round, overdue } = search;
  return [owner, stage, rag, topic, round, overdue].some((each) => each !== undefined);
}
