import { problem, type Problem } from '@freehold/core/problem';

/** A whole number that an option names, or the usual one; both ends are allowed. */
export function whole(
  written: string | undefined,
  usual: number,
  least: number,
  most: number,
  option: string,
): number | Problem {
  if (written === undefined) return usual;
  const value = Number(written);
  return Number.isInteger(value) && value >= least && value <= most
    ? value
    : problem('wrong-use', { note: `${option} is a whole number from ${least} to ${most}` });
}

/** Says a share done on standard error where a person is looking. */
export function saying(what: string): (done: number) => boolean {
  return (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${Math.round(done * 100)} %   `);
    return true;
  };
}
