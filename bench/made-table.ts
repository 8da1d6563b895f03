import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generator } from '@freehold/core/numeric';

const shared = fileURLToPath(new URL('../../shared/bench/', import.meta.url));

/** A made table: by the shared generator where there is one, else by groups that fill their columns differently. */
export function makeTable(file: string, rows: number, columns: number): void {
  const script = join(shared, 'gen-data.mjs');
  const words = ['--rows', String(rows), '--cols', String(columns), '--seed', '1', '--out', file];
  if (existsSync(script)) {
    execFileSync(process.execPath, [script, ...words]);
    return;
  }
  const { next } = generator(1);
  const sizes = Array.from({ length: columns }, (_, at) => (at % 5 < 2 ? 1 : 3 + ((at * 7) % 40)));
  writeFileSync(file, `${sizes.map((_, at) => `c${at}`).join()}\n`);
  for (let row = 0; row < rows; row += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - row) }, () => {
      const group = next() % 24;
      return sizes
        .map((size, at) =>
          next() % 10 < (group * (at + 1)) % 8
            ? ''
            : `${(((next() % size) * (1 + (group % 3))) % size) + 1}`,
        )
        .join();
    });
    writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'a' });
  }
}
