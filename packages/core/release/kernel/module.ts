import { countModule } from './count.wasm.ts';
import type { Kernel, KernelMemory } from './kernel.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The bytes of the compiled kernel, for `WebAssembly.instantiate(bytes, { env: { memory } })`. Core knows no
 * WebAssembly: whoever runs it (Node, a page, a worker) makes the instance and hands it to `kernelFrom`.
 */
export function kernelModule(): Uint8Array<ArrayBuffer> {
  const length = Math.floor((countModule.replace(/=+$/, '').length * 3) / 4);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) {
    const place = Math.floor(at / 3) * 4 + (at % 3);
    const pair = (digit(place) << 6) | digit(place + 1);
    bytes[at] = pair >> (4 - 2 * (at % 3));
  }
  return bytes;
}

function digit(at: number): number {
  return Math.max(0, digits.indexOf(countModule[at] ?? 'A'));
}

const names = [
  ...['histogram', 'gather', 'spread', 'narrow', 'sorted', 'narrowSorted'],
  ...['mark', 'bitsets', 'both', 'shared'],
];

/** What an instance of the module exports, as a kernel. @throws TypeError for exports of anything else. */
export function kernelFrom(exports: object, memory: KernelMemory): Kernel {
  const own = new Map(Object.entries(exports));
  const missing = names.filter((name) => typeof own.get(name) !== 'function');
  if (missing.length > 0) throw new TypeError(`not a counting kernel: no ${missing.join(', ')}`);
  return { ...(exports as Kernel), memory };
}
