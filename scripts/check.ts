import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Quickest first; every check runs, so that one run shows all that is wrong.

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path: string, ...words: string[]) => [`node_modules/${path}`, ...words];
// One checker: several each work the client's type out for themselves, at four times the memory and the time.
const types = (project: string) => tool('typescript/bin/tsc', '--checkers', '1', '-p', project);

const checks: readonly (readonly [string, readonly string[]])[] = [
  ['floors', ['scripts/floors.ts']],
  ['links', ['scripts/links.ts']],
  ['roles', ['scripts/roles.ts', '--check']],
  ['kernel', ['scripts/kernel.ts', '--check']],
  ['offline pages', ['scripts/offline-pages.ts', '--check']],
  ['world', ['scripts/world.ts', '--check']],
  ['types of core', types('packages/core')],
  ['types of server', types('packages/server')],
  ['types of cli', types('packages/cli')],
  ['types of web', types('packages/web')],
  ['types of tests and scripts', types('.')],
  ['lint', tool('oxlint/bin/oxlint', '--type-aware', '--quiet')],
  ['format', tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
];

const failed = checks.filter(([name, words]) => {
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) console.error(`check: ${name} failed`);
  return status !== 0;
});
console.log(`check: ${checks.length - failed.length} of ${checks.length} fine`);
process.exitCode = failed.length === 0 ? 0 : 1;
