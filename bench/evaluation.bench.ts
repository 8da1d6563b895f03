import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTable } from './made-table.ts';

// Evaluating a release beside counting it: what a whole evaluation takes (counting the records and setting them beside the
// true counts), as a share of counting the true table twice. Each run in a process of its own, so that none warms another up.

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'freehold-evaluation-'));

for (const { rows, columns, lengths } of [
  { rows: 10_000, columns: 15, lengths: [3, 4] },
  { rows: 50_000, columns: 20, lengths: [3, 4] },
  { rows: 200_000, columns: 22, lengths: [3] },
]) {
  const file = join(folder, `${rows}x${columns}.csv`);
  makeTable(file, rows, columns);
  for (const length of lengths) {
    const words = [join(here, 'evaluation-run.ts'), file, String(length)];
    const said = execFileSync(process.execPath, words, { encoding: 'utf8' });
    console.log(
      JSON.stringify({ bench: 'evaluation', rows, columns, length, ...JSON.parse(said) }),
    );
  }
}
rmSync(folder, { recursive: true });
