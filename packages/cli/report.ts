import type { Problem } from '@freehold/core/problem';
import { sentence } from './words.ts';

/** Says problems on standard error, one a line with row and column (as JSON with --json), and passes the status on. */
export function report(
  problems: readonly Problem[],
  words: readonly string[],
  status: 1 | 2,
): number {
  for (const each of problems) {
    process.stderr.write(`${words.includes('--json') ? JSON.stringify(each) : sentence(each)}\n`);
  }
  return status;
}
