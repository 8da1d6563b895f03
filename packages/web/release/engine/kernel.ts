import { kernelFrom, kernelModule, type Kernel } from '@freehold/core/release';

/** The compiled kernel with memory of its own, up to a gigabyte. */
export function compiledKernel(): Kernel {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 16_384 });
  const module = new WebAssembly.Module(kernelModule());
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return kernelFrom(exports, memory);
}
