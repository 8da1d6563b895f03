import type { Kernel } from '../kernel/kernel.ts';
import { joined, type Counts } from './counts.ts';
import type { CountInput, CountOptions } from './input.ts';
import type { Part } from './part.ts';
import { tasksOf, Walker } from './walker.ts';

/** How a long count is watched and ended. */
export type Watch = {
  readonly seen?: (done: number, total: number) => void;
  /** Asked between tasks. */
  readonly stop?: () => boolean;
};

/** Counts with one kernel, here and now. Null when it was stopped. */
export function counted(
  input: CountInput,
  options: CountOptions,
  kernel: Kernel,
  { seen, stop }: Watch = {},
): Counts | null {
  const walker = new Walker(input, options, kernel);
  const gathering = new Gathering(input, options);
  for (let task = 0; task < gathering.tasks; task += 1) {
    if (stop?.() === true) return null;
    gathering.take(task, walker.task(task));
    seen?.(task + 1, gathering.tasks);
  }
  return gathering.counts(walker.singles());
}

/** Gathers what tasks come to, in whatever order they are done; the counts are the same bytes. [RL-4] */
export class Gathering {
  readonly #of: { rows: number; columns: number; least: number };
  readonly #longer: Part[][];

  constructor({ rows, columns }: CountInput, { length, least }: CountOptions) {
    this.#of = { rows, columns: columns.length, least };
    const longest = Math.min(length, columns.length);
    this.#longer = Array.from({ length: longest - 1 }, () => []);
  }

  get tasks(): number {
    return tasksOf(this.#of.columns, this.#longer.length + 1);
  }

  take(task: number, parts: readonly Part[]): void {
    for (const [at, part] of parts.entries()) {
      const level = this.#longer[at];
      if (level !== undefined) level[task] = part;
    }
  }

  counts(singles: Part): Counts {
    return joined(this.#of, singles, this.#longer);
  }
}
