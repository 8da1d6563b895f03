import type { Kernel } from '../kernel/kernel.ts';
import { sharedInput, type CountInput, type CountOptions } from './input.ts';
import type { Part } from './part.ts';
import { Walker } from './walker.ts';

/**
 * A count that several workers share. Each pulls the next task from `control` (in shared memory) until none is left or
 * somebody says stop, so that no worker waits for another.
 */
export type SharedWork = {
  readonly input: CountInput;
  readonly options: CountOptions;
  readonly control: Int32Array;
};

/** What one worker sends for one task. */
export type Done = { readonly task: number; readonly parts: readonly Part[] };

const next = 0;
const stopped = 1;

export function sharedWork(input: CountInput, options: CountOptions): SharedWork {
  return { input: sharedInput(input), options, control: new Int32Array(new SharedArrayBuffer(8)) };
}

/** Lets the workers end after the task that they are at. */
export function stop({ control }: SharedWork): void {
  Atomics.store(control, stopped, 1);
}

/** A worker's whole work: does tasks until none is left, sending what each comes to; answers with the single columns. */
export function work(
  { input, options, control }: SharedWork,
  kernel: Kernel,
  send: (done: Done) => void,
): Part {
  const walker = new Walker(input, options, kernel);
  while (Atomics.load(control, stopped) === 0) {
    const task = Atomics.add(control, next, 1);
    if (task >= walker.tasks) break;
    send({ task, parts: walker.task(task) });
  }
  return walker.singles();
}

/** The buffers of parts, to be handed over and not copied. */
export function buffersOf(parts: readonly Part[]): readonly ArrayBuffer[] {
  return parts
    .flatMap(({ sizes, starts, values, counts }) => [sizes, starts, values, counts])
    .flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
