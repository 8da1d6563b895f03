import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { records } from '@freehold/core/table';
import { run } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-network-'));
const at = (name: string) => join(folder, name);
const keep = (name: string, ...lines: readonly string[]) => {
  writeFileSync(at(name), `${lines.join('\n')}\n`);
  return at(name);
};
afterAll(() => rmSync(folder, { recursive: true }));

let error = '';
beforeEach(() => {
  error = '';
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    error += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const rowsOf = (file: string) =>
  new Map(records(readFileSync(file, 'utf8')).records.map(({ cells }) => [cells['id'], cells]));
const metrics = (...words: readonly string[]) => run(['network', 'metrics', ...words]);

const edges = keep('e.csv', 'source,target,weight', 'a,b,2', 'b,a,1', 'b,c,', 'c,c,5', 'c,d,1');
const nodes = keep(
  'n.csv',
  'id,label,sector',
  'a,Ash,police',
  'b,Beech,ngo',
  'c,,ngo',
  'd,,ngo',
  'e,Elm,',
);

test('writes one row a node, those without ties too, and what is said of the whole', async () => {
  const [out, graph] = [at('m.csv'), at('g.json')];
  expect(await metrics('--edges', edges, '--nodes', nodes, '--out', out, '--graph', graph)).toBe(0);
  const rows = rowsOf(out);
  expect([...rows.keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
  // a – b – c – d, by hand: b lies between a and c, and a and d; closeness of b: (3/4) × (3 ÷ (1 + 1 + 2)).
  expect(rows.get('b')).toMatchObject({
    label: 'Beech',
    degree: '2',
    in_degree: '',
    strength: '4',
    betweenness: '2',
    closeness: '0.5625',
    core: '1',
    component: '1',
    articulation: 'true',
    reach2: '3',
    ei_index: '0',
  });
  expect(rows.get('e')).toMatchObject({
    degree: '0',
    betweenness: '0',
    clustering: '',
    reach2: '0',
  });
  expect(JSON.parse(readFileSync(graph, 'utf8'))).toMatchObject({
    directed: false,
    ties: 3,
    merged: 1,
    loops: 1,
    density: 0.3,
    components: 2,
    eiIndex: { attribute: 'sector', external: 1, internal: 2 },
  });
});

test('with direction there and back are two', async () => {
  const out = at('d.csv');
  expect(await metrics('--edges', edges, '--directed', '--out', out)).toBe(0);
  expect(rowsOf(out).get('b')).toMatchObject({ in_degree: '1', out_degree: '2', degree: '3' });
});

test('[GR-19] says every problem by file, row and column, and writes nothing', async () => {
  const broken = keep('b.csv', 'source,target,weight', 'a,x,1', ',b,-1', 'a,b,much');
  const twice = keep('t.csv', 'id', 'a', 'a');
  const found = () =>
    error
      .trim()
      .split('\n')
      .map((line) => {
        const { code, where } = JSON.parse(line);
        return [code, where.file.split('/').at(-1), where.row, where.column];
      });
  expect(
    await metrics('--edges', broken, '--nodes', nodes, '--out', at('none.csv'), '--json'),
  ).toBe(1);
  expect(found()).toEqual([
    ['node-unknown', 'b.csv', 2, 'target'],
    ['missing-value', 'b.csv', 3, 'source'],
    ['weight-not-positive', 'b.csv', 3, 'weight'],
    ['weight-not-positive', 'b.csv', 4, 'weight'],
  ]);
  error = '';
  expect(await metrics('--edges', edges, '--nodes', twice, '--out', at('none.csv'), '--json')).toBe(
    1,
  );
  expect(found()).toEqual([['node-repeated', 't.csv', 3, 'id']]);
  expect(readdirSync(folder)).not.toContain('none.csv');
});

test('wrong use is told apart from wrong data', async () => {
  expect(await metrics('--out', at('none.csv'))).toBe(2);
  expect(error).toContain('--edges is needed');
  expect(await metrics('--edges', at('absent.csv'))).toBe(2);
  expect(await metrics('--edges', edges, '--seed', 'x')).toBe(2);
  expect(await metrics('--edges', edges, '--group-by', 'region')).toBe(1);
});
