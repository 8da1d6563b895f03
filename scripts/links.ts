import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

// Links between the repository's own pages must lead somewhere, and a promise needs its proof.

const root = fileURLToPath(new URL('..', import.meta.url));
const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).stdout.split('\n');

const dead = listed
  .filter((path) => path.endsWith('.md') && existsSync(join(root, path)))
  .flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target.split('#')[0] ?? '')
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path}: the link to ${target} leads nowhere`),
  );

const unproved = listed
  .filter((path) => /^packages\/core\/.*\.ts$/.test(path) && existsSync(join(root, path)))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes('**Promise**'))
  .filter((path) => !existsSync(join(root, path.replace(/\.ts$/, '.proof.md'))))
  .map((path) => `${path}: makes a promise and has no ${path.replace(/\.ts$/, '.proof.md')}`);

for (const fault of [...dead, ...unproved]) console.error(fault);
process.exitCode = dead.length + unproved.length === 0 ? 0 : 1;
