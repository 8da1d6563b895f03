import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Runs every measurement of this folder, one after the other, each in a process of its own: `npm run bench`,
// or `npm run bench -- import` for those whose name holds a word. Ratios travel between machines, seconds do not.

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const measurements = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

let failed = 0;
for (const name of measurements) {
  console.log(`\n${name.replace('.bench.ts', '')}`);
  const { status } = spawnSync(process.execPath, [`${here}${name}`], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
