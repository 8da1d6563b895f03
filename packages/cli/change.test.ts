import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ran } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-change-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const outline = `theory: Advice
- [impact] Nobody is held
  - [outcome] Workers know
      why: Who knows can leave
      claim: c1 supports
      indicator: Share who know
    - [activity] Advice at the port
        why: People ask where they are
        claim: c1 supports
`;
writeFileSync(at('theory.txt'), outline);

test('a theory is checked: every broken rule with its number and how to mend it, and status 1', async () => {
  const found = await ran('change', 'check', '--in', at('theory.txt'));
  expect(found.status).toBe(1);
  expect(found.out).toContain('TC-10  From “Advice at the port”');
  expect(found.out).toContain('Advice: 1 to mend.');
  const json = await ran('change', 'check', '--in', at('theory.txt'), '--json');
  expect(JSON.parse(json.out)).toMatchObject({ rule: 'TC-10', code: 'weak-path' });
});

test('a JSON file that knows its claims passes', async () => {
  await ran('change', 'convert', '--in', at('theory.txt'), '--out', at('theory.json'));
  const file = JSON.parse(readFileSync(at('theory.json'), 'utf8'));
  const claim = { id: 'c1', statement: 'S', confidence: 'high', verdict: 'effective' };
  writeFileSync(
    at('known.json'),
    JSON.stringify({ ...file, known: { claims: [claim], targets: [] } }),
  );
  expect(await ran('change', 'check', '--in', at('known.json'))).toEqual({
    ...{ status: 0, out: 'Advice: every check passes.\n', problems: '' },
  });
});

test('a theory goes from Kumu to Mermaid, and what is lost is said', async () => {
  const kumu = await ran('change', 'convert', '--in', at('theory.txt'), '--out', at('a.kumu.json'));
  expect(kumu).toMatchObject({
    status: 0,
    problems: expect.stringContaining('not held: claims of 2 links'),
  });
  const mermaid = await ran('change', 'convert', '--in', at('a.kumu.json'), '--out', at('b.mmd'));
  expect(mermaid.status).toBe(0);
  expect(readFileSync(at('b.mmd'), 'utf8')).toContain('"Advice at the port"');
});

test('wrong use is told with status 2, a wrong file with status 1', async () => {
  expect((await ran('change', 'check')).status).toBe(2);
  expect((await ran('change', 'check', '--in', at('theory.xlsx'))).status).toBe(2);
  expect((await ran('change', 'convert', '--in', at('theory.txt'))).status).toBe(2);
  writeFileSync(at('bad.json'), '{');
  const bad = await ran('change', 'check', '--in', at('bad.json'));
  expect([bad.status, bad.problems.includes('bad.json')]).toEqual([1, true]);
});
