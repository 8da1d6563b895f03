import { control, daysOf, footing, type Control } from './control.ts';
import { counted, lastWeek, stepOf, type DayCount, type StepCount } from './count.ts';
import type { Baseline, BaselinePoint } from './item.ts';

/** What a count has come to since the baseline, as it may leave the house. `days` is over how many. [CR-8] [CR-10] */
export type Change = {
  readonly baseline: string;
  readonly title: string;
  readonly source: string;
  readonly span: 'last-week' | 'since-activation' | 'newest-period';
  readonly seen: StepCount | null;
  readonly days: number;
  readonly control: Control;
};

/**
 * Every baseline with what was counted since. A typed baseline is set beside the days on the board, for the last
 * week and for the whole time; a series beside its newest period after the activation. `newer` holds those
 * periods by measure, as they are shown; they are suppressed already, and stand as they are.
 */
export function changesOf(
  baselines: readonly { readonly id: string; readonly item: Baseline }[],
  since: {
    readonly days: readonly DayCount[];
    readonly newer: Readonly<Record<string, readonly BaselinePoint[]>>;
    readonly least: number;
  },
): readonly Change[] {
  return baselines.flatMap(({ id, item }) => {
    const { title, source, counts, measure } = item;
    const base = footing(item.points);
    const change = (span: Change['span'], seen: Seen, least: number): Change => ({
      ...{ baseline: id, title, source, span, days: seen?.days ?? 0 },
      seen: stepOf(seen?.count ?? null, least),
      control: control(base, seen),
    });
    if (counts === 'measure') {
      return [change('newest-period', newest(since.newer[measure] ?? []), 1)];
    }
    return [
      change('last-week', counted(lastWeek(since.days), counts), since.least),
      change('since-activation', counted(since.days, counts), since.least),
    ];
  });
}

type Seen = { readonly count: number; readonly days: number } | null;

function newest(points: readonly BaselinePoint[]): Seen {
  const last = points.at(-1);
  if (last === undefined || last.count === null || last.suppressed) return null;
  return { count: last.count, days: daysOf(last) };
}
