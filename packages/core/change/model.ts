import { z } from 'zod';
import { Stance } from '../evidence/index.ts';
import { parsed, problem, refused, type Outcome, type Problem } from '../problem.ts';

export const NodeType = z.enum([
  'input',
  'activity',
  'output',
  'outcome',
  'precondition',
  'impact',
  'assumption',
  'external',
]);
export type NodeType = z.infer<typeof NodeType>;

/** The five pathways of prevention; '' is none. */
export const Pathway = z.enum(['', 'ACCESS', 'LITERACY', 'POWER', 'DETER', 'PARTNER']);
export type Pathway = z.infer<typeof Pathway>;

/** What is known of an assumption. */
export const Tested = z.enum(['untested', 'holds', 'partly', 'fails']);
export type Tested = z.infer<typeof Tested>;

export const Strength = z.enum(['unknown', 'weak', 'medium', 'strong']);
export type Strength = z.infer<typeof Strength>;

/** What nodes are laid side by side by. */
export const Lanes = z.enum(['none', 'actor', 'pathway', 'level', 'type']);
export type Lanes = z.infer<typeof Lanes>;

const text = (most: number) => z.string().max(most).refine(plain, 'control').default('');
const line = (most: number) => z.string().max(most).refine(oneLine, 'one-line').default('');
const title = z
  .string()
  .min(1)
  .max(300)
  .refine((words) => words.trim() === words && oneLine(words), 'one-line');

/** Unlike any word of Mermaid or DOT, so that it may stand in both as it is. */
const ItemId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
  .refine((id) => !reserved.test(id), 'reserved');
const reserved =
  /^(end|graph|digraph|subgraph|node|edge|strict|class|classDef|click|style|linkStyle|default|flowchart|direction)$/i;

/** An id of a claim of the register, or of a target of the cycle; nothing else of either is kept here. */
const Elsewhere = z.string().regex(/^[A-Za-z0-9._-]{1,80}$/);

/** How a node would be seen to have come about. `target` is the cycle's own, whose readings are live. */
export const Indicator = z.strictObject({
  title,
  definition: text(1000),
  unit: line(80),
  baseline: line(200),
  aim: line(200),
  by: line(80),
  split: line(300),
  means: line(500),
  every: line(120),
  owner: line(200),
  target: Elsewhere.nullable().default(null),
});
export type Indicator = Readonly<z.infer<typeof Indicator>>;

/** What has to be so for a link to hold. `how` says how it was tested, or would be. */
export const Assumption = z.strictObject({
  text: title,
  tested: Tested.default('untested'),
  how: text(1000),
});
export type Assumption = Readonly<z.infer<typeof Assumption>>;

/** `tested` and `how` are only asked of assumptions; `at` is null until somebody has put it somewhere. */
export const TheoryNode = z.strictObject({
  id: ItemId,
  type: NodeType,
  title,
  text: text(4000),
  actor: line(200),
  pathway: Pathway.default(''),
  level: line(120),
  timing: line(120),
  source: line(500),
  proposed: z.boolean().default(false),
  tested: Tested.default('untested'),
  how: text(1000),
  indicators: z.array(Indicator).max(40).readonly().default([]),
  at: z.strictObject({ x: z.int(), y: z.int() }).readonly().nullable().default(null),
});
export type TheoryNode = Readonly<z.infer<typeof TheoryNode>>;

export const LinkedClaim = z.strictObject({ claim: Elsewhere, stance: Stance });
export type LinkedClaim = Readonly<z.infer<typeof LinkedClaim>>;

/**
 * One node leads to another. `quote` is what somebody said or wrote, `saidBy` who, kept apart from `claims`, which are
 * judged by studies. `loop` marks a link that closes a circle on purpose.
 */
export const TheoryLink = z.strictObject({
  id: ItemId,
  from: ItemId,
  to: ItemId,
  rationale: text(4000),
  strength: Strength.default('unknown'),
  lagInMonths: z.int().min(0).max(600).nullable().default(null),
  loop: z.boolean().default(false),
  quote: text(2000),
  saidBy: line(300),
  assumptions: z.array(Assumption).max(40).readonly().default([]),
  claims: z.array(LinkedClaim).max(40).readonly().default([]),
  targets: z.array(Elsewhere).max(20).readonly().default([]),
});
export type TheoryLink = Readonly<z.infer<typeof TheoryLink>>;

/** A theory of change. The order of nodes and links says nothing. */
export const Theory = z.strictObject({
  title,
  summary: text(8000),
  lanes: Lanes.default('none'),
  nodes: z.array(TheoryNode).max(1000).readonly(),
  links: z.array(TheoryLink).max(4000).readonly(),
});
export type Theory = Readonly<z.infer<typeof Theory>>;

/** Checks a theory's form and that its parts fit: ids are single, links join two nodes that are there, once. [TC-20] */
export function checkedTheory(value: unknown): Outcome<Theory> {
  const read = parsed(Theory, value);
  if (!read.ok) return read;
  const faults = misfits(read.value);
  return faults.length > 0 ? refused(...faults) : read;
}

/** Nodes and links by id, so that two theories which say the same look the same. */
export function ordered(theory: Theory): Theory {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return { ...theory, nodes: theory.nodes.toSorted(byId), links: theory.links.toSorted(byId) };
}

export const blankNode = (id: string, type: NodeType, words: string): TheoryNode =>
  TheoryNode.parse({ id, type, title: words });

export const blankLink = (id: string, from: string, to: string): TheoryLink =>
  TheoryLink.parse({ id, from, to });

function misfits({ nodes, links }: Theory): readonly Problem[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return [
    ...twice([...nodes, ...links].map(({ id }) => id)).map((id) => problem('id-twice', { id })),
    ...links
      .filter(({ from, to }) => !ids.has(from) || !ids.has(to))
      .map(({ id }) => problem('link-to-nothing', { id })),
    ...links
      .filter(({ from, to }) => from === to)
      .map(({ id }) => problem('link-to-itself', { id })),
    ...twice(links.map(({ from, to }) => `${from} → ${to}`)).map((pair) =>
      problem('link-twice', { pair }),
    ),
  ];
}

function twice(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];
}

function oneLine(words: string): boolean {
  return plain(words) && !words.includes('\n') && words.trim() === words;
}

function plain(words: string): boolean {
  return !unwritable.test(words);
}

// A database and a spreadsheet refuse some control characters; others end a line for some programs and not for others.
const unwritable = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;
