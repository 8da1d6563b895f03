// Kills a server with SIGKILL in the middle of its writing, again and again, on both kinds of database, and looks
// each time whether all that it confirmed is there. Prints one column for each kind; ends with 1 when anything was
// lost or kept by halves.
//
//   node bench/soak.bench.ts [kills on each kind, 50 unless said] [seed]

import { generator } from '@freehold/core/numeric';
import { soak, type Soaked } from '../e2e/soak.ts';
import { homes } from '../packages/server/testing/homes.ts';

const kills = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? 20260302);

const columns: Soaked[] = [];
for (const [name, open] of homes) {
  const opened = await open();
  columns.push(await soak(opened.home, kills, generator(seed).split(name)));
  await opened.close();
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
const sorted = ({ readyInMilliseconds }: Soaked) => readyInMilliseconds.toSorted((a, b) => a - b);
const lines: readonly (readonly [string, (soaked: Soaked) => string | number])[] = [
  ['kills', (each) => each.kills],
  ['answers confirmed', (each) => each.answers],
  ['files confirmed', (each) => each.files],
  ['imports seen done', (each) => each.imports],
  ['audit rows, chain followed', (each) => each.auditRows],
  [
    'serving again after, median s',
    (each) => seconds(sorted(each)[Math.floor(each.kills / 2)] ?? 0),
  ],
  ['serving again after, most s', (each) => seconds(sorted(each).at(-1) ?? 0)],
  ['lost or kept by halves', (each) => each.faults.length],
];

console.log(`seed ${seed}`);
console.log(['', ...homes.map(([name]) => name)].map((text) => text.padEnd(32)).join(''));
for (const [what, of] of lines) {
  console.log(
    [what, ...columns.map((each) => String(of(each)))].map((text) => text.padEnd(32)).join(''),
  );
}
for (const fault of columns.flatMap((each) => each.faults)) console.log(fault);
process.exitCode = columns.some((each) => each.faults.length > 0) ? 1 : 0;
