import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf, formats, readTheory, writtenTheory, type Format } from './formats.ts';
import { blankNode, checkedTheory, ordered, Theory } from './model.ts';
import { readOutline } from './outline-read.ts';
import { sound, soundKnown, theories } from './testing.ts';

const back = (format: Format, theory: Theory): Theory => {
  const read = readTheory(format, writtenTheory(format, theory, soundKnown).text, theory.title);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.theory;
};

test.each(['json', 'outline'] as const)('[TC-17] [TC-18] %s holds any theory whole', (format) => {
  fc.assert(
    fc.property(theories, (theory) => {
      expect(ordered(back(format, theory))).toEqual(ordered(theory));
      expect(writtenTheory(format, theory).lost).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const without = { node: {}, link: { assumptions: [], claims: [], targets: [] } };
const held: Readonly<Record<'kumu' | 'dot' | 'mermaid', (theory: Theory) => Theory>> = {
  dot: (theory) => ({
    ...theory,
    nodes: theory.nodes.map((node) => ({ ...node, indicators: [] })),
    links: theory.links.map((link) => ({ ...link, ...without.link })),
  }),
  kumu: (theory) => ({ ...held.dot(theory), summary: '', lanes: 'none' }),
  mermaid: ({ title, nodes, links }) =>
    Theory.parse({
      title,
      nodes: nodes.map((node) => ({ id: node.id, type: node.type, title: node.title })),
      links: links.map(({ id, from, to, rationale, loop }) => ({ id, from, to, rationale, loop })),
    }),
};

test.each(['kumu', 'dot', 'mermaid'] as const)(
  '[TC-18] %s gives back what it holds, of any theory',
  (format) => {
    fc.assert(
      fc.property(theories, (theory) => {
        const ids = new Map(theory.links.map(({ id, from, to }) => [`${from} ${to}`, id]));
        const read = back(format, theory);
        const named = read.links.map((link) => ({
          ...link,
          id: ids.get(`${link.from} ${link.to}`) ?? '',
        }));
        expect(ordered({ ...read, links: named })).toEqual(ordered(held[format](theory)));
      }),
      { numRuns: 150 },
    );
  },
);

test('[TC-19] what a format could not hold is told by field and count', () => {
  expect(writtenTheory('mermaid', sound, soundKnown).lost).toEqual([
    { what: 'theory', field: 'summary', count: 1 },
    { what: 'node', field: 'indicators', count: 1 },
    { what: 'link', field: 'claims', count: 2 },
  ]);
  const placed = { ...sound, nodes: sound.nodes.map((node) => ({ ...node, at: { x: 1, y: 2 } })) };
  expect(writtenTheory('mermaid', placed).lost).toContainEqual({
    what: 'node',
    field: 'at',
    count: 3,
  });
  expect(writtenTheory('json', placed).lost).toEqual([]);
});

test('JSON carries what was known of the claims and targets that it names, and no others', () => {
  const read = readTheory('json', writtenTheory('json', sound, soundKnown).text);
  expect(read.ok && read.value.known).toEqual({
    claims: soundKnown.claims.slice(0, 2),
    targets: [],
  });
});

test('a file is known by its ending', () => {
  expect(['a.json', 'a.Kumu.json', 'a.mmd', 'a.gv', 'a.txt', 'a.xlsx'].map(formatOf)).toEqual([
    ...['json', 'kumu', 'mermaid', 'dot', 'outline', null],
  ]);
});

describe('what others write', () => {
  test('a drawing of Kumu’s is read as one though its file is called .json', () => {
    const kumu = '{"elements":[{"label":"A"},{"label":"B"}],"connections":[{"from":"A","to":"B"}]}';
    const read = readTheory('json', kumu, 'Ours');
    expect(read.ok && read.value.theory.nodes.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(read.ok && read.value.theory.links).toHaveLength(1);
  });

  test('[TC-17] text typed by hand: the goal first, below it what leads to it', () => {
    const read = readOutline(
      'Nobody is held\n\tWorkers know\n\t\tAdvice at the port\n\t\t\twhy: They ask\n',
    );
    expect(read.ok && read.value.nodes.map(({ type, title }) => [type, title])).toEqual([
      ['impact', 'Nobody is held'],
      ['outcome', 'Workers know'],
      ['activity', 'Advice at the port'],
    ]);
    expect(
      read.ok && read.value.links.map(({ from, to, rationale }) => [from, to, rationale]),
    ).toEqual([
      ['n2', 'n1', ''],
      ['n3', 'n2', 'They ask'],
    ]);
  });
  test('[TC-17] a node that is not there and a field without a node are told with their rows', () => {
    const problems = (text: string) => {
      const read = readOutline(text);
      return read.ok ? [] : read.problems.map(({ code, where }) => [code, where?.row]);
    };
    expect(problems('A\n  - {#gone}')).toEqual([['node-gone', 2]]);
    expect(problems('why: so\nA')).toEqual([['field-without-node', 1]]);
  });
  test('[TC-18] a plain Kumu blueprint, and a backup', () => {
    const plain =
      '{"elements":[{"label":"A"},{"label":"B"}],"connections":[{"from":"A","to":"B"}]}';
    const read = readTheory('kumu', plain);
    expect(read.ok && read.value.theory.links).toMatchObject([{ from: 'n1', to: 'n2' }]);
    const backup = {
      elements: [
        {
          _id: 'elem-1',
          attributes: { label: 'Rent', 'element type': 'Driver', description: 'High' },
        },
        { _id: 'elem-2', attributes: { label: 'Debt', 'element type': 'Outcome' } },
      ],
      connections: [{ from: 'elem-1', to: 'elem-2', attributes: { description: 'Rent is owed' } }],
    };
    const kept = readTheory('kumu', JSON.stringify(backup));
    expect(kept.ok && kept.value.theory.nodes).toMatchObject([
      { title: 'Rent', type: 'outcome', level: 'Driver', text: 'High' },
      { title: 'Debt', type: 'outcome', level: '' },
    ]);
    expect(kept.ok && kept.value.theory.links).toMatchObject([{ rationale: 'Rent is owed' }]);
  });
  test('[TC-18] a plain Mermaid flowchart and a plain digraph', () => {
    const chart = readTheory('mermaid', 'graph TD\n  A[Rent] -->|is owed| B(Debt)\n  B --> C');
    expect(chart.ok && chart.value.theory.nodes.map(({ title }) => title)).toEqual([
      'Rent',
      'Debt',
      'C',
    ]);
    const dot = readTheory('dot', 'digraph { a -> b -> c [label="so"]; b [label="Debt"] }');
    expect(dot.ok && dot.value.theory.nodes.map(({ title }) => title)).toEqual(['a', 'Debt', 'c']);
    expect(dot.ok && dot.value.theory.links.map(({ rationale }) => rationale)).toEqual([
      'so',
      'so',
    ]);
  });
  test.each(formats)('%s refuses what it is not, as data', (format) => {
    for (const text of ['', '{', '[]', '\n\n', 'why: so'])
      expect(readTheory(format, text).ok).toBe(format === 'outline' && !text.includes(': '));
  });
});

test('[TC-20] parts that do not fit are told', () => {
  const theory = {
    title: 'T',
    nodes: [
      blankNode('a', 'impact', 'A'),
      blankNode('a', 'impact', 'B'),
      blankNode('b', 'input', 'B'),
    ],
    links: [
      { id: 'l1', from: 'a', to: 'x' },
      { id: 'l2', from: 'b', to: 'b' },
      { id: 'l3', from: 'b', to: 'a' },
      { id: 'l4', from: 'b', to: 'a' },
    ],
  };
  const checked = checkedTheory(theory);
  expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual([
    ...['id-twice', 'link-to-nothing', 'link-to-itself', 'link-twice'],
  ]);
});
