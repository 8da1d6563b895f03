import { findings } from './checks.ts';
import type { Theory } from './model.ts';

/** The six stages in which a theory is made. */
export const theoryStages = [
  'goal',
  'mapping',
  'assumptions',
  'interventions',
  'indicators',
  'narrative',
] as const;
export type TheoryStage = (typeof theoryStages)[number];

/**
 * Which stages have what they ask for. Each asks for something of its own: a goal; a precondition or outcome that
 * leads on; an assumption, and none untested; an activity that leads on; an indicator at every outcome; a summary.
 * Source: the six stages of the theory-of-change community; what counts as done is ours. [TC-22]
 */
export function stagesDone(theory: Theory): Readonly<Record<TheoryStage, boolean>> {
  const { nodes, links, summary } = theory;
  const wrong = new Set(findings(theory).map(({ code }) => code));
  const leadsOn = (...types: readonly string[]) =>
    nodes.some(({ id, type }) => types.includes(type) && links.some(({ from }) => from === id));
  const assumes =
    nodes.some(({ type }) => type === 'assumption') ||
    links.some(({ assumptions }) => assumptions.length > 0);
  return {
    goal: !wrong.has('no-goal'),
    mapping: leadsOn('outcome', 'precondition'),
    assumptions: assumes && !wrong.has('untested-assumption'),
    interventions: leadsOn('activity'),
    indicators:
      nodes.some(({ type }) => type === 'outcome') && !wrong.has('outcome-without-indicator'),
    narrative: summary.trim() !== '',
  };
}
