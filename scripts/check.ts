import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Quickest first; every check runs, so that one run shows all that is wrong.

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path: string, ...words: string[]) => [`node_modules/${path}`, ...words];
const types = 'typescript/bin/tsc';

const checks: readonly (readonly [string, readonly string[]])[] = [
  ['floors', ['scripts/floors.ts']],
  ['links', ['scripts/links.ts']],
  ['roles', ['scripts/roles.ts', '--check']],
  ['kernel', ['scripts/kernel.ts', '--check']],
  ['gap page', ['scripts/gap-page.ts', '--check']],
  ['types of core', tool(types, '-p', 'packages/core')],
  ['types of server', tool(types, '-p', 'packages/server')],
  ['types of cli', tool(types, '-p', 'packages/cli')],
  ['types of web', tool(types, '-p', 'packages/web')],
  ['types of tests and scripts', tool(types, '-p', '.')],
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
