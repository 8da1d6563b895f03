/** How far work is, as a share from 0 to 1; and whether it shall end before it is done, asked several times a second. */
export type Watching = {
  readonly seen?: (share: number) => void;
  readonly stop?: () => boolean;
};

/** Work that pauses several times a second to say how far it is, from 0 to 1. Whoever leaves it there has stopped it. */
export type Paced<T> = Generator<number, T, void>;

/** Does all of the work. Null: stopped. */
export function finished<T>(work: Paced<T>, { seen, stop }: Watching): T | null {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      seen?.(1);
      return step.value;
    }
    if (stop?.() === true) return null;
    seen?.(step.value);
  }
}

/** The work as a part of more, from one share to another. */
export function* part<T>(work: Paced<T>, from: number, to: number): Paced<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Does something for each stretch of `many` things, and pauses after each. */
export function* stretches(
  many: number,
  step: number,
  work: (from: number, to: number) => void,
): Paced<void> {
  for (let from = 0; from < many; from += step) {
    const to = Math.min(many, from + step);
    work(from, to);
    yield to / many;
  }
}
