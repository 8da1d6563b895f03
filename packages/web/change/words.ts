import type { TheoryStage } from '@freehold/core/change';
import { sayProblems } from '../words.ts';

export const stageWords: Readonly<
  Record<TheoryStage, { readonly title: string; readonly help: string }>
> = {
  goal: {
    title: 'Goal',
    help: 'The lasting change that all of this is for. Say what will be so, for whom and where, not what you will do.',
  },
  mapping: {
    title: 'Backwards mapping',
    help: 'Begin at the goal and ask: what must be in place before this can be? Then ask the same of each answer.',
  },
  assumptions: {
    title: 'Assumptions',
    help: 'What has to be so already for one step to lead to the next. Write it at the link, and say whether you know.',
  },
  interventions: {
    title: 'Interventions',
    help: 'Only now: what somebody does to bring each outcome about, and why that would work.',
  },
  indicators: {
    title: 'Indicators',
    help: 'How you would see that an outcome has come about. A target of the plan keeps it live.',
  },
  narrative: {
    title: 'Narrative',
    help: 'The theory in a few sentences that somebody who was not there can follow.',
  },
};

const link = 'A link of the theory';

sayProblems({
  'id-twice': ({ id }) =>
    `Two parts of the theory have the id ${String(id)}: give one of them another.`,
  'link-to-nothing': ({ id }) =>
    `${link} (${String(id)}) leads from or to something that is not there.`,
  'link-to-itself': () => 'Nothing leads to itself: choose another end.',
  'link-twice': () => 'These two are linked already.',
  'node-gone': ({ id }) => `There is nothing here with the id ${String(id)}.`,
  'link-gone': () => 'That link is not there any more.',
  'field-without-node': () => 'This line says something about a node, and no node stands above it.',
  'too-long': () => 'This file is too long for a theory.',
  'not-json': () => 'This is not JSON.',
  'not-a-flowchart': () =>
    'This is not a Mermaid flowchart: it has no line that begins with “flowchart”.',
  'not-a-digraph': () => 'This is not a Graphviz digraph: it does not begin with “digraph”.',
  'line-unclear': ({ line }) => `“${String(line)}” could not be read as a box or a link.`,
  'format-unknown': () =>
    'The file’s name must end in .json, .kumu.json, .txt, .mmd or .dot, so that it can be read.',
});
