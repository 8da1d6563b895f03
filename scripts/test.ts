import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything the repository is held to, in one run; the last line counts over all runners.

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'freehold-test-'));

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

function run(script: string, ...words: string[]): number {
  const { status } = spawnSync(process.execPath, [script, ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  return status ?? 1;
}

function checks(): Count {
  const status = run('scripts/check.ts');
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

function tests(project: string): Count {
  const report = join(scratch, `${project}.json`);
  const status = run(
    'node_modules/vitest/vitest.mjs',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
  );
  const counted = read(report);
  // A run that broke down without a failed test still counts as one.
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function read(report: string): Count {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number>;
    return {
      passed: numPassedTests ?? 0,
      failed: numFailedTests ?? 0,
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const counts = [checks(), tests('unit'), tests('stat'), tests('e2e')];
rmSync(scratch, { recursive: true, force: true });
const sum = (key: keyof Count) => counts.reduce((total, each) => total + each[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
