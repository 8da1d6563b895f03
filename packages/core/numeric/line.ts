/**
 * Whether a score or a share lies under a line, and not merely by the last digits that sums of broken numbers lose: what
 * is 2 by arithmetic is not under 2, whatever the machine makes of it. Less than a thousand-millionth apart is level.
 *
 * @example isUnder((3 + 8 / 3 + 1 / 3) / 3, 2) // => false, though the sum comes to 1.9999999999999998
 */
export function isUnder(value: number, line: number): boolean {
  return value < line - slack;
}

const slack = 1e-9;
