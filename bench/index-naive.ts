/** One indicator of one unit, as a straightforward program keeps it: an object for each cell. */
export type Cell = {
  readonly unit: string;
  readonly indicator: string;
  readonly value: number | null;
};
export type Part = {
  readonly code: string;
  readonly parent: string | null;
  readonly weight: number;
  readonly direction: number;
  readonly level: number;
};

/** Min-max 0–100 and weighted means, level by level, over objects: the baseline that the engine is measured against. */
export function naiveIndex(cells: readonly Cell[], parts: readonly Part[]): readonly Cell[] {
  let done: Cell[] = [];
  for (const { code, direction } of parts.filter(({ level }) => level === 1)) {
    const own = cells.filter(({ indicator }) => indicator === code);
    const known = own.flatMap(({ value }) => (value === null ? [] : [value * direction]));
    const [least, most] = [Math.min(...known), Math.max(...known)];
    done = [
      ...done,
      ...own.map((cell) => ({
        ...cell,
        value:
          cell.value === null ? null : ((cell.value * direction - least) / (most - least)) * 100,
      })),
    ];
  }
  const units = [...new Set(cells.map(({ unit }) => unit))];
  const above = parts.filter(({ level }) => level > 1).toSorted((a, b) => a.level - b.level);
  for (const { code } of above) {
    const children = parts.filter(({ parent }) => parent === code);
    for (const unit of units) {
      const pairs = children.flatMap(({ code: child, weight }) => {
        const value =
          done.find((cell) => cell.unit === unit && cell.indicator === child)?.value ?? null;
        return value === null ? [] : [{ value, weight }];
      });
      const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
      const sum = pairs.reduce((so, { value, weight }) => so + value * weight, 0);
      done.push({ unit, indicator: code, value: total === 0 ? null : sum / total });
    }
  }
  return done;
}
