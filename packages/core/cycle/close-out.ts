import { z } from 'zod';
import { fine, problem, refused, type Outcome, type Problem } from '../problem.ts';
import type { RoundState } from './round.ts';

/** What can still be open when a round ends. */
export const OpenKind = z.enum(['gap', 'action', 'target', 'risk', 'item']);
export type OpenKind = z.infer<typeof OpenKind>;

export const Carry = z.enum(['carried', 'dropped']);
export type Carry = z.infer<typeof Carry>;

export type OpenThing = { readonly kind: OpenKind; readonly id: string; readonly title: string };
export type Decision = {
  readonly kind: OpenKind;
  readonly id: string;
  readonly decision: Carry;
  readonly reason: string;
};

/** What people write at the end of a round. */
export type CloseOutWords = {
  readonly changed: string;
  readonly normal: string;
  readonly learning: string;
  readonly nextGoals: string;
};

type Titled = { readonly id: string; readonly title: string };
type Stated = Titled & { readonly status: string };

/**
 * Everything that is open at the end of a round: kept gaps, actions planned or under way, targets that run, open
 * risks, checklist items not done. [CY-9]
 */
export function openThings(all: {
  readonly gaps: readonly Stated[];
  readonly actions: readonly Stated[];
  readonly targets: readonly Stated[];
  readonly risks: readonly Stated[];
  readonly items: readonly (Titled & { readonly done: boolean })[];
}): readonly OpenThing[] {
  const open = (kind: OpenKind, rows: readonly Titled[]) =>
    rows.map(({ id, title }) => ({ kind, id, title }));
  const stated = (rows: readonly Stated[], ...states: readonly string[]) =>
    rows.filter(({ status }) => states.includes(status));
  return [
    ...open('gap', stated(all.gaps, 'kept')),
    ...open('action', stated(all.actions, 'planned', 'under-way')),
    ...open('target', stated(all.targets, 'running')),
    ...open('risk', stated(all.risks, 'open')),
    ...open(
      'item',
      all.items.filter(({ done }) => !done),
    ),
  ];
}

/** What was decided about something open, with its title as it was then. */
export type Decided = OpenThing & Pick<Decision, 'decision' | 'reason'>;

/**
 * Closes a round: each open thing carried over or dropped with a reason, and what was learnt and is aimed at next
 * written down. [CY-10] [CY-11] What is decided about something that is not open (any more) is left out.
 *
 * Problems, all at once: `cycle-round-closed`; `learning-needed`; `next-goals-needed`; `not-decided` with the
 * first titles; `drop-reason-needed` once for each.
 */
export function closedOut(
  round: RoundState,
  open: readonly OpenThing[],
  decisions: readonly Decision[],
  words: CloseOutWords,
): Outcome<readonly Decided[]> {
  if (round === 'closed') return refused(problem('cycle-round-closed'));
  const said = new Map(decisions.map((each) => [keyOf(each), each]));
  const decided = open.flatMap((thing) => {
    const decision = said.get(keyOf(thing));
    return decision === undefined ? [] : [{ ...thing, ...picked(decision) }];
  });
  const undecided = open.filter((thing) => !said.has(keyOf(thing)));
  const problems = [
    ...unwritten(words),
    ...undecidedProblem(undecided),
    ...decided.flatMap(unsaid),
  ];
  return problems.length > 0 ? refused(...problems) : fine(decided);
}

function keyOf({ kind, id }: { readonly kind: OpenKind; readonly id: string }): string {
  return `${kind} ${id}`;
}

function picked({ decision, reason }: Decision) {
  return { decision, reason: reason.trim() };
}

function unwritten({ learning, nextGoals }: CloseOutWords): readonly Problem[] {
  return [
    ...(learning.trim() === ''
      ? [problem('learning-needed', undefined, { path: 'learning' })]
      : []),
    ...(nextGoals.trim() === ''
      ? [problem('next-goals-needed', undefined, { path: 'nextGoals' })]
      : []),
  ];
}

function undecidedProblem(left: readonly OpenThing[]): readonly Problem[] {
  if (left.length === 0) return [];
  const titles = left.slice(0, 3).map(({ title }) => title);
  return [problem('not-decided', { left: left.length, titles }, { path: 'decisions' })];
}

function unsaid({ decision, reason, title }: Decided): readonly Problem[] {
  return decision === 'dropped' && reason === ''
    ? [problem('drop-reason-needed', { title }, { path: 'decisions' })]
    : [];
}
