import { problem, refused, type Outcome } from '@freehold/core/problem';
import type { Asked, Kind, Said, SaidOf, Works } from './work.ts';

/** The studio's worker, asked for one piece of work after the other. */
export class StudioWorker {
  #worker = newWorker();
  #stop = stopFlag();
  #last = 0;
  #drop: () => void = () => {};

  constructor() {
    this.#say({ kind: 'begin', stop: this.#stop });
  }

  /** What was found. Rejects when the worker broke, which is no fault of the records. */
  ask<K extends Kind>(
    kind: K,
    asked: Works[K]['asked'],
    seen: (share: number) => void,
  ): Promise<Outcome<Works[K]['found']>> {
    const id = (this.#last += 1);
    return new Promise((settle, fail) => {
      this.#drop = () => settle(refused(problem('stopped')));
      this.#worker.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data.id !== id) return;
        if (data.kind === 'share') seen(data.share);
        else if (data.kind === 'broke') fail(new Error(data.because));
        else if (isOf(data, kind)) settle(data.found);
      };
      this.#worker.onerror = (event) => fail(new Error(event.message));
      this.#worker.postMessage({ kind, id, asked });
    });
  }

  /**
   * Stops the work at hand. Where the page shares no memory with its workers this ends the worker, and the records must
   * be opened again: the answer is then false.
   */
  stop(): boolean {
    if (typeof SharedArrayBuffer !== 'undefined') {
      Atomics.store(this.#stop, 0, this.#last);
      return true;
    }
    this.close();
    this.#worker = newWorker();
    this.#stop = stopFlag();
    this.#say({ kind: 'begin', stop: this.#stop });
    return false;
  }

  close(): void {
    this.#worker.terminate();
    this.#drop();
  }

  #say(asked: Asked): void {
    this.#worker.postMessage(asked);
  }
}

function newWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

function stopFlag(): Int32Array {
  return new Int32Array(
    typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(4) : new SharedArrayBuffer(4),
  );
}

function isOf<K extends Kind>(said: Said, kind: K): said is SaidOf[K] {
  return said.kind === kind;
}
