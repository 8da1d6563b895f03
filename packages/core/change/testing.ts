import fc from 'fast-check';
import type { Known } from './facts.ts';
import {
  Assumption,
  blankLink,
  blankNode,
  Indicator,
  Lanes,
  LinkedClaim,
  NodeType,
  Pathway,
  Strength,
  Tested,
  Theory,
  TheoryLink,
  TheoryNode,
} from './model.ts';

// For tests only: a small theory that passes every check, and theories by chance.

const reason = { rationale: 'Asked of ten workers in 2025: those who knew were paid.' };

/** Advice leads to knowing, knowing to leaving, leaving to freedom; passes every check with `soundKnown`. */
export const sound: Theory = Theory.parse({
  title: 'Advice before arrival',
  summary: 'Workers who know their rights leave.',
  nodes: [
    blankNode('advice', 'activity', 'Advice in the language of the worker'),
    {
      ...blankNode('know', 'outcome', 'Workers know what they are owed'),
      indicators: [{ title: 'Share who can name the minimum wage' }],
    },
    blankNode('free', 'impact', 'Nobody is held in forced labour'),
  ],
  links: [
    {
      ...blankLink('l1', 'advice', 'know'),
      ...reason,
      claims: [{ claim: 'c1', stance: 'supports' }],
    },
    {
      ...blankLink('l2', 'know', 'free'),
      ...reason,
      claims: [{ claim: 'c2', stance: 'supports' }],
    },
  ],
});

export const soundKnown: Known = {
  claims: [
    { id: 'c1', statement: 'Advice informs', confidence: 'moderate', verdict: 'effective' },
    { id: 'c2', statement: 'Knowing helps', confidence: 'low', verdict: 'promising' },
    { id: 'c3', statement: 'It does not', confidence: 'high', verdict: 'no-effect' },
  ],
  targets: [
    { id: 't1', title: 'Calls', reading: 'on-course', says: '40 in 2025' },
    { id: 't2', title: 'Checks', reading: 'off-course', says: '2 in 2025' },
  ],
};

const awkward = fc.constantFrom(
  'a: b',
  '- x',
  '[goal] y',
  '{#n1}',
  '"',
  '|',
  '-->',
  ']',
  '#35;',
  '\\',
  'ü',
  '"]; x -> y',
  'why: so',
);
const letters = fc.string({ unit: 'grapheme', maxLength: 12 });
const fits = (schema: { safeParse(value: unknown): { success: boolean } }) => (text: string) =>
  schema.safeParse(text).success;
const title = fc.oneof(awkward, letters).filter(fits(TheoryNode.shape.title));
const line = fc.oneof(awkward, letters).filter(fits(TheoryNode.shape.actor));
const text = fc
  .oneof(awkward, letters, fc.constant('two\nlines\n'))
  .filter(fits(TheoryNode.shape.text));
const one = <T>(options: readonly T[]) => fc.constantFrom(...options);
const elsewhere = fc.stringMatching(/^[a-z0-9-]{1,8}$/);

const indicator = fc
  .record({
    title,
    definition: text,
    unit: line,
    baseline: line,
    aim: line,
    by: line,
    means: line,
    owner: line,
    target: fc.option(elsewhere),
  })
  .map((fields) => Indicator.parse(fields));
const assumption = fc
  .record({ text: title, tested: one(Tested.options), how: text })
  .map((fields) => Assumption.parse(fields));

function nodeOf(id: string): fc.Arbitrary<TheoryNode> {
  const place = fc.record({
    x: fc.integer({ min: -999, max: 999 }),
    y: fc.integer({ min: -999, max: 999 }),
  });
  return fc
    .record({
      ...{ type: one(NodeType.options), title, text, actor: line, pathway: one(Pathway.options) },
      ...{ level: line, timing: line, source: line, proposed: fc.boolean(), how: text },
      ...{ tested: one(Tested.options), at: fc.option(place) },
      indicators: fc.array(indicator, { maxLength: 2 }),
    })
    .map((fields) => TheoryNode.parse({ id, ...fields }));
}

function linkOf(id: string, from: string, to: string): fc.Arbitrary<TheoryLink> {
  const claim = fc.record({ claim: elsewhere, stance: one(LinkedClaim.shape.stance.options) });
  return fc
    .record({
      ...{ rationale: text, strength: one(Strength.options), loop: fc.boolean() },
      ...{ lagInMonths: fc.option(fc.nat({ max: 600 })), quote: text, saidBy: line },
      assumptions: fc.array(assumption, { maxLength: 2 }),
      claims: fc.array(claim, { maxLength: 2 }),
      targets: fc.array(elsewhere, { maxLength: 2 }),
    })
    .map((fields) => TheoryLink.parse({ id, from, to, ...fields }));
}

/** Theories of up to eight nodes with any links between them, circles among them. */
export const theories: fc.Arbitrary<Theory> = fc
  .uniqueArray(fc.stringMatching(/^[a-z][a-zA-Z0-9_]{0,4}$/).filter(fits(TheoryNode.shape.id)), {
    maxLength: 8,
  })
  .chain((ids) => {
    const pairs = ids.flatMap((from) =>
      ids.filter((to) => to !== from).map((to) => [from, to] as const),
    );
    return fc.record({
      ...{ title, summary: text, lanes: one(Lanes.options) },
      nodes: fc.tuple(...ids.map(nodeOf)),
      links: fc
        .subarray(pairs, { maxLength: Math.min(12, pairs.length) })
        .chain((some) => fc.tuple(...some.map(([from, to], at) => linkOf(`L${at}`, from, to)))),
    });
  })
  .map((fields) => Theory.parse(fields))
  .filter(({ nodes }) => !nodes.some(({ id }) => /^L\d+$/.test(id)));
