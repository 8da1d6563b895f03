import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything the repository is held to, in one run; the last line counts over all runners.

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'freehold-test-'));

type Count = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, by name: a long log hides it. */
  readonly names: readonly string[];
};

function run(script: string, ...words: string[]): number {
  const { status } = spawnSync(process.execPath, [script, ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  return status ?? 1;
}

/** Begins the checks beside the tests that wait for no clock; what they say is written down until they have ended. */
function checksBegun(): () => Promise<Count> {
  const log = join(scratch, 'checks.log');
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, ['scripts/check.ts'], {
    cwd: root,
    stdio: ['ignore', out, out],
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (status) => resolve(status ?? 1));
    child.once('error', () => resolve(1));
  });
  return async () => {
    const status = await ended;
    closeSync(out);
    process.stdout.write(readFileSync(log, 'utf8'));
    return status === 0
      ? { passed: 1, failed: 0, skipped: 0, names: [] }
      : { passed: 0, failed: 1, skipped: 0, names: ['checks: scripts/check.ts'] };
  };
}

/** Runs the tests of these projects side by side. */
function tests(...projects: readonly string[]): Count {
  const name = projects.join(' and ');
  const report = join(scratch, `${projects.join('-')}.json`);
  const status = run(
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
  );
  const counted = read(report);
  // A run that broke down without a failed test still counts as one.
  return status !== 0 && counted.failed === 0
    ? { ...counted, failed: 1, names: [`${name}: the run itself`] }
    : { ...counted, names: counted.names.map((each) => `${name}: ${each}`) };
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

function read(report: string): Count {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as Report;
    return {
      passed: read.numPassedTests,
      failed: read.numFailedTests,
      skipped: read.numPendingTests + read.numTodoTests,
      names: read.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
      ),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, names: ['the report could not be read'] };
  }
}

const checks = checksBegun();
const counts = [tests('unit', 'stat'), await checks(), tests('e2e')];
rmSync(scratch, { recursive: true, force: true });
const sum = (key: 'passed' | 'failed' | 'skipped') =>
  counts.reduce((total, each) => total + each[key], 0);
for (const name of counts.flatMap(({ names }) => names)) console.log(`FAILED ${name}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
