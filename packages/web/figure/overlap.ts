/** One place of a comparison group. */
export type GroupMember = {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
  readonly own?: boolean;
};

/** Do two intervals share a value? Without an interval on either side nothing is claimed: false. */
export function overlaps(
  a: Pick<GroupMember, 'low' | 'high'>,
  b: Pick<GroupMember, 'low' | 'high'>,
): boolean {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return false;
  return a.low <= b.high && b.low <= a.high;
}
