import { problem, type Problem } from '../problem.ts';
import { contactProblems } from './contact.ts';
import { daysOf } from './control.ts';
import type { Baseline, Item } from './item.ts';
import { ofKind } from './kinds.ts';
import { crisisLibrary, practiceOf } from './library.ts';

type Held = { readonly id: string; readonly content: Item };

/**
 * What is wrong with an item among the others of its crisis. `id` is its own where it is there already.
 *
 * Problems: `practice-unknown`, `check-unknown`, `caller-unknown`, `calls-in-circle`, `line-twice`,
 * `group-too-small` (`least`), `period-backwards`, `periods-overlap`, `baseline-after-activation` (`from`).
 */
export function itemProblems(
  item: Item,
  at: {
    readonly id: string | null;
    readonly items: readonly Held[];
    readonly least: number;
    /** The day of the activation; null before it. */
    readonly activatedOn: string | null;
  },
): readonly Problem[] {
  switch (item.kind) {
    case 'line':
      return ofKind(at.items, 'line').some(
        ({ id, content }) => id !== at.id && content.line === item.line,
      )
        ? [problem('line-twice', undefined, { path: 'line' })]
        : [];
    case 'action':
      return [...practiceProblems(item.practice), ...checkProblems(item.checks)];
    case 'contact': {
      const others = ofKind(at.items, 'contact').map(({ id, content }) => ({ id, ...content }));
      return contactProblems(at.id, item.calledBy, others);
    }
    case 'group':
      return item.people !== null && item.people < at.least
        ? [problem('group-too-small', { least: at.least }, { path: 'people' })]
        : [];
    case 'baseline':
      return baselineProblems(item, at.activatedOn);
    case 'finding':
      return practiceProblems(item.practice);
    case 'service':
      return [];
  }
}

function practiceProblems(code: string): readonly Problem[] {
  return code === '' || practiceOf(code) !== null
    ? []
    : [problem('practice-unknown', { code }, { path: 'practice' })];
}

function checkProblems(answers: readonly { readonly check: string }[]): readonly Problem[] {
  return answers
    .filter(({ check }) => !crisisLibrary.checks.some(({ code }) => code === check))
    .map(({ check }) => problem('check-unknown', { check }, { path: 'checks' }));
}

function baselineProblems({ points }: Baseline, activatedOn: string | null): readonly Problem[] {
  const path = 'points';
  const inOrder = points.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const backwards = points.some((point) => daysOf(point) < 1);
  const overlap = inOrder.some((point, at) => point.start <= (inOrder[at - 1]?.end ?? ''));
  const late = activatedOn !== null && points.some(({ end }) => end >= activatedOn);
  return [
    ...(backwards ? [problem('period-backwards', undefined, { path })] : []),
    ...(overlap ? [problem('periods-overlap', undefined, { path })] : []),
    ...(late ? [problem('baseline-after-activation', { from: activatedOn }, { path })] : []),
  ];
}
