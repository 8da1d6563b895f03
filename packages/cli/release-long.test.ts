import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generator } from '@freehold/core/numeric';
import { spoken } from './progress.ts';
import { ran } from './testing.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
let folder = '';
let records = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freehold-long-'));
  records = join(folder, 'records.csv');
  const { below } = generator(1);
  const lines = Array.from({ length: 2000 }, () =>
    Array.from({ length: 20 }, () => `v${below(40)}`).join(),
  );
  const names = Array.from({ length: 20 }, (_, at) => `c${at}`).join();
  writeFileSync(records, `${names}\n${lines.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((settle) => child.on('exit', (code, signal) => settle({ code, signal })));
}

describe('a long command', () => {
  test('tells with --progress how far it is', async () => {
    const out = join(folder, 'short.csv');
    const done = await ran(
      ...['release', 'count', '--in', records, '--length', '2', '--out', out, '--progress'],
    );
    expect(done.status).toBe(0);
    expect(done.problems).toMatch(/Counting 100 %/);
    rmSync(out);
  });

  test.each([0, 150])(
    'ends on Ctrl-C with status 130 and nothing half written (%i ms later)',
    async (wait) => {
      const out = join(folder, 'counts.csv');
      const words = [
        'release',
        'count',
        '--in',
        records,
        '--length',
        '3',
        '--out',
        out,
        '--progress',
      ];
      const child = spawn(process.execPath, [program, '--as-program', ...words]);
      const end = ended(child);
      // The first line of progress: it is in the middle of counting, or, some time later, of writing.
      await new Promise((settle) => child.stderr.once('data', settle));
      await new Promise((settle) => setTimeout(settle, wait));
      child.kill('SIGINT');
      const { code, signal } = await end;
      expect(code === 130 || signal === 'SIGINT').toBe(true);
      // A file that was being written is whole, and no piece of one is left.
      if (existsSync(out)) expect(readFileSync(out, 'utf8').split('\n').at(-1)).toBe('');
      expect(readdirSync(folder).filter((name) => name.startsWith('.freehold'))).toEqual([]);
    },
  );

  test('times are said as people say them', () => {
    expect([0.2, 40, 200, 9000].map(spoken)).toEqual(['under a second', '40 s', '3 min', '3 h']);
  });
});
